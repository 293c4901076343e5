import assert from 'node:assert/strict';
import test from 'node:test';
import { contentFrom, entriesOf } from '../../src/content/content.ts';
import { houseOf } from '../../src/content/house.ts';
import { converterBetween } from '../../src/text/convert.ts';
import { master } from '../../src/text/forms.ts';
import { nameRows } from '../../src/text/names.ts';
import { copyContent } from '../support/content.ts';
import { simplified } from '../support/forms.ts';
import { tinyArticle } from '../support/tiny.ts';

test('names of people and authors stay names in both directions, before text that would make a phrase with them too', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit('site.yaml', 'authors: [石硯]', 'authors: [余凱, 范凌]');
  tiny.write(
    'people.yaml',
    '- { id: t-a, kind: person, name: 于洋, role: 站長 }\n- { id: t-b, kind: organisation, name: 余糧, role: 商號 }\n- { id: t-c, kind: person, name: 徐乾生, role: 站長 }\n',
  );
  const { dictionary } = contentFrom(entriesOf(tiny.reading()));
  const out = converterBetween(master, simplified, dictionary);
  const back = converterBetween(simplified, master, dictionary);
  for (const [hant, hans] of [
    ['記者余凱旋即離開，范凌晨起就等。', '记者余凯旋即离开，范凌晨起就等。'],
    ['于洋說成本屬於洋人，終於洋洋灑灑。', '于洋说成本属于洋人，终于洋洋洒洒。'],
    ['徐乾生種樹。', '徐乾生种树。'],
  ] as const) {
    assert.equal(out.text(hant), hans);
    assert.equal(back.text(hans), hant);
  }
  assert.equal(back.text('余粮'), '餘糧', 'an organisation is no person');
});

test('a name in Latin letters gives no row, one that the dictionary has keeps its row, one that stands twice gives one', () => {
  assert.deepEqual(nameRows(['Keller Jordan', '余凱', '余凱'], simplified), [{ master: '余凱', form: '余凯', name: true }]);
  const row = { master: '余凱', form: '余恺' };
  assert.deepEqual(houseOf({ dictionary: { [simplified.id]: [row] }, people: [{ kind: 'person', name: '余凱' }] }), {
    [simplified.id]: [row],
  });
});

test('an article needs no dictionary of its own', (t) => {
  const copy = copyContent(t);
  copy.remove('dictionary.yaml');
  assert.deepEqual(copy.told(), []);
});
