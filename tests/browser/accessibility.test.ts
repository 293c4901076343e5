import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test, { after, before } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { origin, pages, sample } from '../support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${colorScheme}, contrast at 7:1 and target size included`, async () => {
    const page = await (
      await browser.newContext({ colorScheme, viewport: { width: colorScheme === 'light' ? 390 : 1280, height: 844 } })
    ).newPage();
    const faults: string[] = [];
    for (const { path } of sample(pages, 14)) {
      await page.goto(origin + path);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        const every = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
        return axe.run(document, { rules: every, resultTypes: ['violations'] }) as Promise<AxeResults>;
      });
      faults.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${path} ${id} ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
        ),
      );
    }
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}

test('with the keyboard alone a reader skips to the text and sees where the focus is', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${origin}/5/`);
  await page.keyboard.press('Tab');
  const skip = await page.evaluate(() => ({
    href: document.activeElement?.getAttribute('href'),
    top: document.activeElement?.getBoundingClientRect().top,
  }));
  assert.equal(skip.href, '#main');
  assert.ok(skip.top! >= 0, 'the skip link shows itself');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement?.closest('main') !== null), 'the next Tab goes into the text');
  for (let step = 0; step < 60; step += 1) {
    const seen = await page.evaluate(() => {
      const node = document.activeElement as HTMLElement;
      const style = getComputedStyle(node);
      const box = node.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return {
        name: node.outerHTML.slice(0, 80),
        outline: parseFloat(style.outlineWidth),
        clear: node === document.body || node.contains(top) || top?.contains(node),
      };
    });
    assert.ok(seen.outline >= 2, `${seen.name} shows its focus`);
    assert.ok(seen.clear, `${seen.name} is not covered while it has the focus`);
    await page.keyboard.press('Tab');
  }
  await page.close();
});
