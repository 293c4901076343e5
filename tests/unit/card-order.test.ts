import assert from 'node:assert/strict';
import test from 'node:test';
import { socialCard } from '../../src/cards/design.ts';
import { forms } from '../../src/text/forms.ts';

/** A card with a counter. */
function drawing(text: string) {
  return socialCard({ site: '十一', voice: '一人主', numeral: '八', title: ['不能', '上下'], strip: { label: '反方', text } });
}

/** What draws, as a build begins with it. */
const start = (build: number): Promise<typeof import('../../src/cards/draw.ts')> => import(`../../src/cards/draw.ts?${build}`);

test('a picture is the same whatever was drawn before it', async () => {
  const [alone, later] = await Promise.all([start(1), start(2)]);
  for (const form of forms) {
    for (const before of ['A B', 'AGI-Next「一」', '的在不我，大。']) await later.drawCard(drawing(before), form);
    for (const text of ['不能上下', 'AGI-Next, 上下', '一 - N']) {
      const first = await alone.drawCard(drawing(text), form);
      assert.ok(first.equals(await later.drawCard(drawing(text), form)), `${form.id} ${text}`);
    }
  }
});
