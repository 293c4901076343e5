import assert from 'node:assert/strict';
import test from 'node:test';
import { setCharacters, formOf } from '../../src/import/characters.ts';
import { apply } from '../../src/import/correction.ts';
import { improve } from '../../src/import/improve.ts';
import type { Kind } from '../../src/import/pieces.ts';

const setting = { source: formOf('zh-Hant'), master: formOf('zh-Hant'), names: [] };
const hans = formOf('zh-Hans');
const improved = (text: string, kind: Kind = 'paragraph', own = setting): string => improve({ kind, start: 0, text }, own).text;

/** What was pasted, and what is written. */
const cases: [name: string, before: string, after: string][] = [
  ['half-width marks between Han', '有人說好,有人說壞;為什麼?不知道!原因:很多', '有人說好，有人說壞；為什麼？不知道！原因：很多'],
  ['brackets beside Han', '十個人(包括他)都在', '十個人（包括他）都在'],
  ['brackets around Latin after Han', '人工智慧(AI)來了', '人工智慧（AI）來了'],
  ['a comma after a percentage', '只有3.5%,後來更少', '只有3.5%，後來更少'],
  ['a comma after Latin', '用了AI,人少了', '用了AI，人少了'],
  ['a question after a word of Latin', '你用過AI?沒有', '你用過AI？沒有'],
  ['marks before a quotation', '他用AI說:“好”', '他用AI說：「好」'],
  ['numbers and times', '共3,800人,10:30開始,比例3:1', '共3,800人，10:30開始，比例3:1'],
  ['years', '2026年,一個變化', '2026年，一個變化'],
  ['a range of years', '2022—2023年的事', '2022—2023年的事'],
  ['addresses', '見https://example.org/a,b?c=d:e。', '見https://example.org/a,b?c=d:e。'],
  [
    'English sentences',
    '牌子上寫著 Please knock, then wait: someone will come! 沒有人敲。',
    '牌子上寫著Please knock, then wait: someone will come! 沒有人敲。',
  ],
  ['an English paragraph', 'Hello, world: (yes) it works; does it? "Yes!"', 'Hello, world: (yes) it works; does it? "Yes!"'],
  ['quotation marks by pairs', '他說:“她說‘好’,我信。”', '他說：「她說『好』，我信。」'],
  ['straight quotation marks by pairs', '他說"好"，她說"不好"', '他說「好」，她說「不好」'],
  ['an apostrophe', '用OpenAI’s的說法', '用OpenAI’s的說法'],
  ['inches', '一台6.7"的手機', '一台6.7"的手機'],
  ['typed spaces between Han and Latin', '千問 App 上線，共 3 人', '千問App上線，共3人'],
  ['no-break and wide spaces too', '千問\u00A0App\u3000上線', '千問App上線'],
  ['dashes typed as hyphens', '原因很簡單--人少', '原因很簡單——人少'],
  ['dashes with spaces', '原因很簡單 —— 人少', '原因很簡單——人少'],
  ['dashes of box-drawing', '原因很簡單──人少', '原因很簡單——人少'],
  ['a short dash between clauses', '這不是技術問題—而是制度問題', '這不是技術問題——而是制度問題'],
  ['a short dash between names', '北京—上海線', '北京—上海線'],
  ['Chinese dashes', '他走了——沒有回頭', '他走了——沒有回頭'],
  ['dots', '這件事...算了', '這件事……算了'],
  ['half an ellipsis', '這件事…算了', '這件事……算了'],
  ['middle dots as an ellipsis', '這件事⋯⋯算了', '這件事……算了'],
  ['full stops as an ellipsis', '這件事。。。算了', '這件事……算了'],
  ['a Chinese ellipsis', '這件事……算了', '這件事……算了'],
  ['a half-width full stop at the end', '這件事就這樣.', '這件事就這樣。'],
  ['a half-width full stop between sentences', '他來了,又走了.沒有人知道', '他來了，又走了。沒有人知道'],
  ['a dot in a name', '約翰.史密斯說', '約翰・史密斯說'],
  ['an image mark within', '前面![](x.png)後面', '前面後面'],
  ['what nobody sees', '這\u200B件\uFEFF事\u00AD', '這件事'],
  ['a tab', '這件\t事', '這件 事'],
];
for (const [name, before, after] of cases)
  test(`an import sets the marks, and nothing else: ${name}`, () => {
    assert.equal(improved(before), after);
    assert.equal(improved(after), after);
  });

test('a master in Simplified gets its own quotation marks', () => {
  const own = { ...setting, source: hans, master: hans };
  assert.equal(improved('他说:"好",我说「不好」', 'paragraph', own), '他说：“好”，我说“不好”');
});

test('a title loses its full stop and the marks of Markdown, a paragraph does not', () => {
  assert.equal(improved('**春天**來了|真的。', 'heading'), '春天來了｜真的');
  assert.equal(improved('**春天**來了|真的。'), '**春天**來了|真的。');
});

test('every correction fits the text before its step, and all together lead to the text that is written', () => {
  const { changes, text } = improve({ kind: 'paragraph', start: 0, text: '他说:“好”--真的,很\u200B好' }, { ...setting, source: hans });
  assert.equal(text, '他說：「好」——真的，很好');
  for (const { index, from, before, why } of changes) assert.ok(before.startsWith(from, index) && why, JSON.stringify({ index, from }));
  assert.equal(
    apply('甲乙丙', [
      { index: 2, from: '丙', to: '', why: '' },
      { index: 0, from: '甲', to: '丁戊', why: '' },
    ]),
    '丁戊乙',
  );
  assert.throws(() => apply('甲乙', [{ index: 0, from: '乙', to: '', why: '' }]));
  assert.throws(() =>
    apply('甲乙', [
      { index: 0, from: '甲乙', to: '', why: '' },
      { index: 1, from: '乙', to: '', why: '' },
    ]),
  );
});

test('characters go to the script of the master, each change at its place', () => {
  const text = '头发与发现,𠮷野家的面条';
  const corrections = setCharacters(text, { ...setting, source: hans });
  assert.equal(apply(text, corrections), '頭髮與發現,𠮷野家的麵條');
  assert.deepEqual(setCharacters('頭髮', setting), []);
});
