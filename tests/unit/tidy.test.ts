import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parseContentFile } from '../../src/content/files.ts';
import { textFaults } from '../../src/content/text-faults.ts';
import { placesIn } from '../../src/content/check-text.ts';
import { tidy } from '../../src/content/tidy.ts';
import { pick, seeded } from '../support/random.ts';

const everyField = 'tests/fixtures/every-field';
const file = (body: string, fields = 'title: 一個標題') =>
  parseContentFile('points/01.md', 'points/01.md', `---\n${fields}\n---\n\n${body}\n`);
const tidied = (body: string): string => tidy(file(body)).text.split('---\n\n')[1]?.trimEnd() ?? '';

/** What an editor wrote, and what stands there afterwards. */
const cases: [name: string, before: string, after: string][] = [
  ['half-width marks between Han', '有人說好,有人說壞;為什麼?不知道! {#p1-1}', '有人說好，有人說壞；為什麼？不知道！ {#p1-1}'],
  ['numbers, times and English stay', '共3,800人，10:30開始，Hello, world. {#p1-1}', '共3,800人，10:30開始，Hello, world. {#p1-1}'],
  ['typed spaces between Han and Latin', '千問 App 上線 {#p1-1}', '千問App上線 {#p1-1}'],
  ['no-break spaces there too', '千問\u00A0App\u3000上線 {#p1-1}', '千問App上線 {#p1-1}'],
  ['quotation marks of the other script', '他說“這是‘好’的”。 {#p1-1}', '他說「這是『好』的」。 {#p1-1}'],
  ['a wrapped paragraph', '第一行的字\n接著第二行，Latin\nwords go on。 {#p1-1}', '第一行的字接著第二行，Latin words go on。 {#p1-1}'],
  ['an id alone on its line', '一段文字。\n\n{#p1-1}', '一段文字。 {#p1-1}'],
  ['full-width marks of citations and ids', '有出處。［＾1］ ｛＃p1-1｝', '有出處。[^1] {#p1-1}'],
  ['a line of full-width spaces', '一段。 {#p1-1}\n\u3000\u3000\n二段。 {#p1-2}', '一段。 {#p1-1}\n\n二段。 {#p1-2}'],
  [
    'code, addresses and passages set by hand',
    '用`a, b`，見[這裡](https://e.org/a,b)與-{A 乙}-。 {#p1-1}',
    '用`a, b`，見[這裡](https://e.org/a,b)與-{A 乙}-。 {#p1-1}',
  ],
  ['line ends of Windows', '甲乙\r\n丙丁戊己庚\n辛壬。 {#p1-1}', '甲乙丙丁戊己庚辛壬。 {#p1-1}'],
  ['an id below a heading', '## 論證\n\n{#p1-1}', '## 論證\n\n{#p1-1}'],
  ['a break that the editor set', '上一行\\\n下一行 {#p1-1}', '上一行\\\n下一行 {#p1-1}'],
];

for (const [name, before, after] of cases)
  test(`tidy mends what has one answer, and nothing else: ${name}`, () => {
    assert.equal(tidied(before), after);
    assert.equal(tidied(after), after);
  });

test('tidy mends a field and says the line, and leaves comments and layout of the fields', () => {
  const fields = '# 註解, 不動\ntitle:   "他說好,真的"\ngist: 好';
  const { text, changes } = tidy(file('一段。 {#p1-1}', fields));
  assert.ok(text.includes('# 註解, 不動\ntitle:   "他說好，真的"\ngist: 好'), text);
  assert.deepEqual(
    changes.map(({ line }) => line),
    [3],
  );
});

test('a file that cannot be read stays as it is', () => {
  const broken = parseContentFile('points/01.md', 'points/01.md', '---\ntitle: "好,\n---\n\n一段,文字\n');
  assert.equal(tidy(broken).text, broken.text);
});

test('whatever is written, tidy loses no letter, comes to rest, and leaves nothing that it could mend', () => {
  const random = seeded(5);
  const pieces = [
    '文字',
    '，',
    ',',
    ' ',
    '\n',
    'AI',
    '3.5',
    '“',
    '”',
    '「',
    '」',
    '。',
    ':',
    '(',
    ')',
    '\u3000',
    '**',
    '[^1]',
    '~',
    '-{甲}-',
    '`x`',
    '\n\n',
  ];
  for (let round = 0; round < 300; round += 1) {
    const body = Array.from({ length: 24 }, () => pick(pieces, random)).join('');
    const before = file(body);
    const once = tidy(before).text;
    const again = parseContentFile(before.file, before.name, once);
    const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
    assert.equal(letters(once), letters(before.text), body);
    assert.equal(tidy(again).text, once, JSON.stringify(body));
    const left =
      again.values === undefined ? [] : placesIn(again).flatMap(({ text, markup, isChinese }) => textFaults(text, markup, isChinese));
    assert.deepEqual(
      left.filter(({ mends }) => mends?.length),
      [],
      JSON.stringify(body),
    );
  }
});

test('a whole file into which anything was typed keeps every letter, and can be read as before', () => {
  const random = seeded(9);
  const typed = [',', ' ', '\n', '\r\n', '“', '”', '\u3000', '［^1］', '{#p1-1}', '：', '#', '- ', '> ', '"', "'", '(', '*', '`', '-{'];
  const names = globSync('**/*.{md,yaml}', { cwd: everyField }).filter((name) => name !== 'ids.yaml');
  const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  for (let round = 0; round < 120; round += 1) {
    const name = pick(names, random);
    let text = readFileSync(join(everyField, name), 'utf8');
    for (let times = 0; times < 3; times += 1) {
      const at = Math.floor(random() * text.length);
      text = text.slice(0, at) + pick(typed, random) + text.slice(at);
    }
    const before = parseContentFile(name, name, text);
    const { text: after } = tidy(before);
    assert.equal(letters(after), letters(text), JSON.stringify(text));
    if (before.values !== undefined) assert.notEqual(parseContentFile(name, name, after).values, undefined, after);
  }
});
