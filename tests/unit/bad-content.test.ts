import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { copyContent, type ContentCopy } from '../support/content.ts';

const FIRST = 'points/01.md';
const POINT = 'points/05.md';
const AFTER_ID = /\{#p5-1\}\n/;
/** Puts a block into the text of a point, after its first paragraph. */
const withBlock = (block: string): string => `{#p5-1}\n\n${block}\n`;

/** What an editor does wrong, in which file, where it is told (a text of that file, or the name of another) and what the message says. */
const faults: [name: string, file: string, from: string | RegExp, to: string, at: string, message: RegExp][] = [
  // The fields of a point.
  ['an unknown field', POINT, 'number: 5', 'number: 5\ncolour: red', 'colour: red', /沒有colour這個欄位，請刪掉/],
  ['a missing field', POINT, /^title: .*\n/m, '', '---', /title：沒有寫，請補上/],
  ['an empty field', POINT, /^gist: .*/m, 'gist: ""', 'gist:', /gist：是空的，請寫上/],
  ['a title that is too long', POINT, /^title: .*/m, `title: ${'長'.repeat(41)}`, 'title:', /title：有41字，最多40字/],
  ['a relation to a point that does not exist', FIRST, 'to: 3,', 'to: 19,', 'to: 19', /沒有第19點/],
  ['a relation to itself', FIRST, 'to: 3,', 'to: 1,', 'to: 1', /和自己沒有關聯/],
  ['a relation written twice', 'points/03.md', 'to: 5,', 'to: 1,', 'to: 1,', /在.*01\.md已經寫了/],
  ['an unknown kind of relation', FIRST, 'kind: leads', 'kind: 因果', 'kind: 因果', /不是一種關聯，請寫.*leads（推論）/],
  ['a source that is not in the list', POINT, 'source: S1 }', 'source: S999 }', 'S999', /沒有來源S999/],
  ['a citation without a source', POINT, '[^1]', '[^77]', '[^77]', /引用p5-r77，檔案開頭的sources沒有列/],
  ['a source that nothing cites', POINT, '[^2]', '', 'p5-r2,', /沒有一處引用p5-r2/],
  ['a figure whose source is not listed', POINT, 'source: p5-r4', 'source: p5-r9', 'p5-r9', /p5-r9不在這一點的sources裡/],
  ['a figure without a date', POINT, 'date: 2025-06, ', '', 'p5-f2', /figures\.1\.date：沒有寫/],
  ['a figure without a sign', POINT, ', sign: for }', ' }', 'p5-f1', /figures\.0\.sign：沒有寫/],
  ['a figure with a sign that is none', POINT, 'sign: against', 'sign: contra', 'contra', /不是數字的正反，請寫for（支持主張）、against/],
  ['a figure in a section that has none', POINT, 'section: counter', 'section: argument', 'section: argument', /不是放數字的小節/],
  [
    'a figure in a section that does not exist',
    POINT,
    'section: counter',
    'section: appendix',
    'section: appendix',
    /不是放數字的小節，請寫evidence或counter/,
  ],
  ['a figure on a weak source', POINT, 'source: p5-r4', 'source: p5-r2', 'source: p5-r2', /C級來源，數字不能只靠C級/],
  ['a paragraph on a weak source', POINT, '無從核對。[^1]', '無從核對。', '名單也有用處', /只靠C級來源/],
  ['a counter that is too long', POINT, /^counter: .*/m, `counter: ${'長'.repeat(61)}`, 'counter:', /counter：有61字，最多60字/],
  ['a verdict without a date', POINT, ', date: 2025-08 }', ' }', 'verdict:', /verdict\.date：沒有寫/],
  [
    'a verdict older than its newest source',
    POINT,
    'date: 2025-08 }',
    'date: 2025-06 }',
    'verdict:',
    /判讀的日期是2025-06，而p5-r4是2025-Q3/,
  ],
  ['a fourth figure', POINT, /(?<=^figures:\n)( {2}.*\n)/m, '$1$1', 'p5-f1', /超過三個/],
  ['a date that is none', POINT, 'date: 2025-H1', 'date: 2025-13', '2025-13', /不是日期/],
  ['an indicator that has passed', POINT, 'when: 2026-Q4', 'when: 2025-03', 'when: 2025-03', /2025-03已經過了/],
  ['a change before the publication', POINT, 'updated: 2025-09-01', 'updated: 2025-01-01', 'updated:', /早於published/],
  ['a correction after the last change', FIRST, 'date: 2025-09-10', 'date: 2025-09-11', 'date: 2025-09-11', /晚於updated/],
  ['a correction of two paragraphs', FIRST, /text: (「R.*) \}/, 'text: "一段\n\n    $1" }', 'text: "一段', /不只一段/],
  ['a draft that is neither', FIRST, 'draft: false', 'draft: maybe', 'draft:', /不是true也不是false/],
  ['a doubled number', POINT, 'number: 5', 'number: 4', 'number: 4', /4在.*04\.md也有/],
  ['a changed number', POINT, 'number: 5', 'number: 12', 'number: 12', /這裡的編號全是第5點的，請把號碼寫回5/],
  ['a number that comes after the last', POINT, 'number: 5', 'number: 1000', 'number: 1000', /不是點的號碼，請寫1到999的整數/],
  ['a number that no point may have', POINT, 'number: 5', 'number: 0', 'number: 0', /不是點的號碼/],
  ['a text where a list should be', FIRST, /^relations:\n(  .*\n)+/m, 'relations: none\n', 'relations: none', /relations：不是清單/],
  ['a day that the calendar lacks', POINT, 'updated: 2025-09-01', 'updated: 2025-09-31', 'updated:', /不是日子/],
  ['a figure of a day that the calendar lacks', POINT, 'date: 2025-06', 'date: 2025-02-31', '2025-02-31', /不是日期/],

  // The sections and blocks of its text.
  ['a section that is gone', POINT, '## 反方', '', '\n## 論證', /缺了標題## 反方/],
  ['a section without text', POINT, /(?<=## 反方\n)[^]*/, '', '## 反方', /## 反方下面沒有段落/],
  ['a section that stands twice', POINT, '## 證據', '## 論證', '## 論證\n\n市政廳', /## 論證出現兩次/],
  ['sections in another order', POINT, /## 論證([^]*)## 證據/, '## 證據$1## 論證', '## 論證', /## 論證排得太後面/],
  ['a heading of the table with an id', POINT, '## 論證', '## 論證 {#p5-s1}', '## 論證', /列在headings\.yaml裡.*請刪掉\{#p5-s1\}/],
  [
    'a heading of its own without an id',
    POINT,
    '## 論證',
    '## 緣起\n\n雨季。 {#p5-11}\n\n## 論證',
    '## 緣起',
    /這個小節還沒有編號，請執行`npm run ids`/,
  ],
  ['text before the first heading', POINT, /\n## 論證/, '\n開場的話。\n\n## 論證', '開場的話', /在第一個標題之前/],
  ['a heading of the third level', POINT, AFTER_ID, withBlock('### 小節'), '### 小節', /標題不能用###/],
  ['a table', POINT, AFTER_ID, withBlock('| 一 | 二 |\n|---|---|\n| 1 | 2 |'), '| 一', /表格不能用/],
  ['a block of code', POINT, AFTER_ID, withBlock('    x = 1'), 'x = 1', /程式碼區塊不能用/],
  ['a line across the page', POINT, AFTER_ID, withBlock('---'), '---\n\n兩位', /分隔線不能用/],
  ['a block of HTML', POINT, AFTER_ID, withBlock('<div>一段</div>'), '<div>', /HTML不能用/],
  ['a comment', POINT, AFTER_ID, withBlock('<!-- 待查 -->'), '<!-- 待查', /HTML不能用，註解也不行/],
  ['an address apart from its link', POINT, AFTER_ID, withBlock('[公告]: https://example.org/'), '[公告]:', /網址不能和連結分開寫/],
  ['a footnote', POINT, AFTER_ID, withBlock('[^公告]: 見市政廳'), '[^公告]:', /註腳不能用/],
  ['a list within a list', FIRST, '{#p1-5}', '{#p1-5}\n  - 早上點 {#p1-9}', '- 早上點', /清單的一項只放一段文字，不能放別的/],
  ['a list within a quotation', FIRST, '> 傘回來了', '> - 傘回來了', '- 傘回來了', /引文裡只放段落，不能放別的/],

  // The words of a paragraph.
  ['a tag that is never closed', POINT, '順手就還', '順手<b>就還', '順手<b>', /HTML不能用/],
  ['an image', POINT, '順手就還', '![傘](https://example.org/a.png)', '![傘]', /圖片不能用/],
  ['a bare address', POINT, '順手就還', '見https://example.org/a_(b)', 'https://example.org', /是裸網址/],
  ['a link to a script', POINT, '順手就還', '[傘](javascript:alert(1))', '[傘](', /連結不能指向「javascript:/],
  ['a link by path', POINT, '順手就還', '[傘](/2/#p2-1)', '[傘](', /「\/2\/#p2-1」是站內的路徑/],
  ['a link to no unit', POINT, '順手就還', '[傘](#p5-99)', '[傘](', /#p5-99不指向文中任何一段/],
  ['a link to a source', POINT, '順手就還', '[傘](#p5-r1)', '[傘](', /#p5-r1不指向文中任何一段/],
  ['a dead link in a correction', FIRST, /text: 「R.* \}/, 'text: "[傘](#p5-99)" }', 'p5-99', /#p5-99不指向文中任何一段/],
  ['a link with a title', POINT, '順手就還', '[傘](https://example.org "題")', '[傘](', /連結的題名不會顯示/],
  ['a mark that would vanish', POINT, '順手就還', '5*3與6*7', '5*3', /的\*會消失，請寫\\\*/],
  ['a typed space between Han and Latin', POINT, '統計，雨停', '統計，R&D 雨停', 'R&D 雨停', /之間有空格/],

  ['a mark that is none', POINT, '.after}', '.later}', '.later}', /\.later不是段落的記號，請寫\.after/],
  ['a mark where nothing is told by time', POINT, '{#p5-3}', '{#p5-3 .after}', '{#p5-3', /不分「當時」與「之後」，請刪掉\.after/],
  ['what was known then below what came after', POINT, '{#p5-10 .after}', '{#p5-10}', '{#p5-10}', /排在後來的事下面，請移上去，或標成/],

  // Ids.
  ['a paragraph without an id', POINT, ' {#p5-3}', '', '他們不看重', /這個段落還沒有編號，請執行`npm run ids`/],
  ['an item of a list without an id', FIRST, ' {#p1-6}', '', '- 傘壞了', /這個段落還沒有編號，請執行`npm run ids`/],
  ['an id that stands alone', POINT, ' {#p5-3}', '\n\n{#p5-3}', '{#p5-3}', /單獨一行，請放到上一段最後/],
  ['an id without its sign', POINT, '{#p5-3}', '{p5-3}', '{p5-3}', /「\{p5」會照樣顯示出來/],
  ['a citation outside of a paragraph', POINT, /^gist: .*/m, 'gist: 還傘的人不怕罰[^1]', 'gist:', /「\[\^」會照樣顯示出來/],
  ['a malformed id', POINT, '{#p5-3}', '{#p5-03}', '{#p5-03}', /p5-03不是段落的編號/],
  ['a doubled id', POINT, '{#p5-3}', '{#p5-2}', '{#p5-2}\n\n兩位作者沒有', /p5-2在.*05\.md第\d+行也有/],
  ['an id of another point', POINT, '{#p5-3}', '{#p4-3}', '{#p4-3}', /p4-3是第4點的編號/],
  ['an id put at the text of another', POINT, '{#p5-3}', '{#p5-99}', '{#p5-99}', /p5-99所在的文字當初是以p5-3發布的/],
  ['an id that is gone without a word', POINT, '{#p5-3}', '{#p5-99}', 'ids.yaml', /p5-3發布過，現在不見了/],
  ['a retired id used again', 'ids.yaml', 'retired:', 'retired:\n  - { id: p5-3, to: p5-4 }', POINT, /p5-3已經停用，不能再用/],
  ['an id that retires twice', 'ids.yaml', /( {2}- \{ id: p1-3.*\n)/, '$1$1', '{ id: p1-3', /p1-3停用了兩次/],
  ['an id that retires without having been', 'ids.yaml', 'id: p1-3,', 'id: p1-33,', 'id: p1-33', /p1-33從沒發布過/],
  [
    'a paragraph that retires into a source',
    'ids.yaml',
    'id: p4-2, why: 與上一段說的是同一件事。',
    'id: p4-2, to: p4-r1',
    'id: p4-2',
    /指向p4-r1，文中沒有這一段/,
  ],

  // The other files.
  ['an unknown field of the article that is discussed', 'site.yaml', 'urlNote:', 'note:', 'note:', /on：沒有note這個欄位，請刪掉/],
  [
    'a master that is no written form',
    'site.yaml',
    'master: zh-hant',
    'master: xx',
    'master: xx',
    /master：不是一種字體，請寫zh-hant或zh-hans/,
  ],
  [
    'a list of groups without one',
    'site.yaml',
    /^groups:\n( {2}.*\n)+/m,
    'groups: []\n',
    'groups: []',
    /groups：是空的，請加一組，或刪掉這個欄位/,
  ],
  [
    'a number of a heading that is taken',
    'headings.yaml',
    'number: 2',
    'number: 7',
    '{ id: evidence',
    /number：另有用途，請寫1、2、3、8或9/,
  ],
  [
    'a heading whose id is that of another',
    'headings.yaml',
    'id: evidence',
    'id: argument',
    '{ id: argument, number: 2',
    /argument在.*headings\.yaml第2行也有/,
  ],
  ['a word that the interface has not', 'words.yaml', 'start:', 'begin:', 'begin:', /begin：介面沒有這個用字/],
  [
    'a place in a word that nobody fills',
    'words.yaml',
    '從第一把傘開始',
    '從{n}',
    'start:',
    /start：沒有東西會填進\{n\}，請只用原有的：（無）/,
  ],
  ['a typed space in a list', 'site.yaml', '之前', '之前 R&D', 'kicker:', /之間有空格/],
  ['a typed space on the page about the site', 'about.md', '怎麼寫成', '怎麼寫成 A', '怎麼寫成 A', /之間有空格/],
  ['a lone quotation mark on the page about the site', 'about.md', '「傘論」評析', '「傘論評析', '「傘論評析', /「/],
  ['a page about the site without text', 'about.md', /[^]+/, '', '', /是空的/],
  ['a field that the page about the site lacks', 'about.md', '---\n---', '---\ntitle: 關於\n---', '---', /這些欄位沒有用處/],
  ['an image on the page about the site', 'about.md', '虛構的文章', '![圖](a.png)文章', '![圖]', /圖片不能用/],
  ['a heading in the lead', 'lead.md', /\{#p0-1\}\n/, '{#p0-1}\n\n## 背景\n', '## 背景', /導言不分小節/],
  ['a change of the lead before its publication', 'lead.md', /^updated: .*/m, 'updated: 2025-01-01', 'updated:', /早於published/],
  ['a person who stands twice', 'people.yaml', '- id: t-warden', '- id: t-guild', '- id: t-guild\n  kind: person', /在.*第\d+行也有/],
  ['a term with the id of a person', 'terms.yaml', '- id: t-deposit', '- id: t-guild', '- id: t-guild', /在.*people\.yaml第\d+行也有/],
  ['a group that stands twice', 'site.yaml', 'id: makers,', 'id: stations,', '{ id: stations, name: 造傘', /stations在.*第\d+行也有/],
  ['a group without a point', 'site.yaml', '[2, 4, 5]', '[]', 'points: []', /一點也沒有/],
  ['a point in no group', 'site.yaml', '[2, 4, 5]', '[2, 4]', POINT, /第5點不在任何一組，請加進/],
  ['a point in two groups', 'site.yaml', '[2, 4, 5]', '[2, 4, 5, 1]', '{ id: makers', /1在這裡出現兩次/],
  ['a group with a point that does not exist', 'site.yaml', '[2, 4, 5]', '[2, 4, 5, 6]', '{ id: makers', /沒有第6點/],
  ['broken YAML', POINT, 'number: 5', 'number: [5', 'number: [5', /這裡開始的\[沒有結尾，請寫\]/],
  ['no front matter', POINT, /^---\n/, '', 'number: 5', /開頭沒有欄位/],
  ['a bad address', 'sources.yaml', 'https://example.org/notice', 'example.org/notice', 'url: example.org/notice', /不是網址/],
  ['a language that is none', 'sources.yaml', 'lang: zh-Hant', 'lang: zh', 'lang: zh', /lang：不是這裡用的語言，請寫zh-Hant、/],
  ['a person who is none', 'people.yaml', 'kind: person', 'kind: ghost', 'kind: ghost', /kind：不是人物也不是機構，請寫person/],
  [
    'a direction of a row that is none',
    'dictionary.yaml',
    '[]',
    '[{ master: 甲, form: 乙, only: in, why: 丙 }]',
    'only: in',
    /only：不是out也不是back/,
  ],
  ['words of the interface as a list', 'words.yaml', /[^]+/, '- 全部\n', '- 全部', /不是一組欄位，每個請寫成「欄位: 內容」/],
  ['a point of the ledger that is none', 'ids.yaml', '  p5:', '  x5:', '  x5:', /不是一點，請別手改，交給`npm run release`/],
  ['a person with a source that does not exist', 'people.yaml', '[S4]', '[S999]', '[S999]', /沒有來源S999/],
];

/** A copy without a house dictionary, whose check looks at every phrase of OpenCC; `bad-scripts.test.ts` is about that. */
function copyWithoutHouse(test: TestContext): ContentCopy {
  const copy = copyContent(test);
  copy.write('dictionary.yaml', 'zh-hans: []\n');
  return copy;
}

for (const [name, file, from, to, at, message] of faults) {
  test(`${name} is named with file, line and how to mend it`, (t) => {
    const copy = copyWithoutHouse(t);
    copy.edit(file, from, to);
    const problems = copy.problems();
    const told = problems.find((problem) => message.test(problem.text));
    assert.ok(told, `${name}: ${JSON.stringify(problems, null, 1)}`);
    if (/^(points|.*\.(md|yaml))$/.test(at)) assert.equal(told.file, at);
    else {
      assert.equal(told.file, file);
      const lines = copy
        .read(file)
        .split('\n')
        .slice(told.line - 1);
      assert.ok(
        lines
          .join('\n')
          .slice(0, lines[0]!.length + at.length)
          .includes(at),
        `line ${told.line} is “${lines[0]}”, not “${at}”`,
      );
    }
    const withoutField = told.text.replace(/^[\w.]+：/, '');
    assert.match(withoutField, /請|最多/, 'says how to mend it');
  });
}

test('the line that is named is the line of the fault', (t) => {
  const copy = copyWithoutHouse(t);
  copy.edit(FIRST, 'to: 3,', 'to: 19,');
  copy.edit(FIRST, '{#p1-8}', '{#p1-08}');
  const text = copy.read(FIRST).split('\n');
  const problems = copy.problems();
  for (const fault of ['to: 19,', '{#p1-08}']) {
    const line = text.findIndex((row) => row.includes(fault)) + 1;
    assert.ok(
      problems.some((problem) => problem.file === FIRST && problem.line === line),
      `${fault} stands in line ${line}`,
    );
  }
});

test('everything wrong is told at once, over all files', (t) => {
  const copy = copyWithoutHouse(t);
  copy.edit('points/01.md', /^title: .*\n/m, '');
  copy.edit('points/04.md', 'number: 4', 'number: four');
  copy.edit('site.yaml', /^contact: .*/m, 'contact: nowhere');
  copy.write('points/03.md', '');
  copy.write('lead.md', '');
  const files = new Set(copy.problems().map(({ file }) => file));
  for (const file of ['points/01.md', 'points/04.md', 'site.yaml', 'points/03.md', 'lead.md']) assert.ok(files.has(file), file);
});

test('a file that is not UTF-8 is named', (t) => {
  const copy = copyWithoutHouse(t);
  copy.write(POINT, Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]));
  assert.ok(copy.problems().some(({ file, text }) => file === POINT && /不是UTF-8/.test(text)));
});

test('a point that has a number neither as a field nor as its name is named', (t) => {
  const copy = copyWithoutHouse(t);
  copy.write('points/after.md', '---\ntitle: 沒有號碼的一則\n---\n\n一段。\n');
  assert.ok(copy.told().includes('points/after.md:1 number：沒有寫，請補上，或用號碼當檔名，例如05.md'), copy.told().join('\n'));
});

/** What an article may do without, and how it is taken out of a copy. */
const optional: [what: string, file: string, from: RegExp][] = [
  ['a name', 'site.yaml', /^name: .*\n/m],
  ['a deck', 'site.yaml', /^deck: .*\n/m],
  ['groups', 'site.yaml', /^groups:\n( {2}.*\n)+/m],
  ['an article that it discusses', 'site.yaml', /^on:\n( {2}.*\n)+/m],
  ['a gist', POINT, /^gist: .*\n/m],
  ['a thesis', 'points/04.md', /^thesis: .*\n/m],
  ['relations', 'points/04.md', /^relations:\n( {2}.*\n)+/m],
  ['days', POINT, /^(published|updated): .*\n/gm],
  ['a number that its file has as a name', POINT, /^number: .*\n/m],
];

for (const [what, file, from] of optional)
  test(`an article may do without ${what}`, (t) => {
    const copy = copyWithoutHouse(t);
    copy.edit(file, from, '');
    const lost = /發布過，現在不見了/;
    assert.deepEqual(
      copy.told().filter((problem) => !lost.test(problem)),
      [],
    );
  });
