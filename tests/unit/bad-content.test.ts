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
  ['an unknown field', POINT, 'number: 5', 'number: 5\ncolour: red', 'colour: red', /unknown field colour/],
  ['a missing field', POINT, /^title: .*\n/m, '', '---', /title: is missing: add it/],
  ['an empty field', POINT, /^gist: .*/m, 'gist: ""', 'gist:', /gist: is empty: write it/],
  ['a title that is too long', POINT, /^title: .*/m, `title: ${'長'.repeat(41)}`, 'title:', /title: has 41 characters, at most 40/],
  ['a relation to a point that does not exist', FIRST, 'to: 3,', 'to: 19,', 'to: 19', /there is no point 19/],
  ['a relation to itself', FIRST, 'to: 3,', 'to: 1,', 'to: 1', /no relation to itself/],
  ['a relation written twice', 'points/03.md', 'to: 5,', 'to: 1,', 'to: 1,', /stands in .*01\.md already/],
  ['an unknown kind of relation', FIRST, 'kind: leads', 'kind: 因果', 'kind: 因果', /no kind of relation: write .*leads/],
  ['a source that is not in the list', POINT, 'source: S1 }', 'source: S999 }', 'S999', /there is no source S999/],
  ['a citation without a source', POINT, '[^1]', '[^77]', '[^77]', /p5-r77, which the front matter does not list/],
  ['a source that nothing cites', POINT, '[^2]', '', 'p5-r2,', /nothing cites p5-r2/],
  ['a figure whose source is not listed', POINT, 'source: p5-r4', 'source: p5-r9', 'p5-r9', /p5-r9 is not in this point's list/],
  ['a figure without a date', POINT, 'date: 2025-06, ', '', 'p5-f2', /figures\.1\.date: is missing/],
  ['a figure without a sign', POINT, ', sign: for }', ' }', 'p5-f1', /figures\.0\.sign: is missing/],
  [
    'a figure with a sign that is none',
    POINT,
    'sign: against',
    'sign: contra',
    'contra',
    /no sign of a figure: write for \(支持主張\), against/,
  ],
  ['a figure in a section that has none', POINT, 'section: counter', 'section: argument', 'section: argument', /no section for figures/],
  [
    'a figure in a section that does not exist',
    POINT,
    'section: counter',
    'section: appendix',
    'section: appendix',
    /no section for figures: write evidence or counter/,
  ],
  ['a figure on a weak source', POINT, 'source: p5-r4', 'source: p5-r2', 'source: p5-r2', /grade C, which carries no figure alone/],
  ['a paragraph on a weak source', POINT, '無從核對。[^1]', '無從核對。', '名單也有用處', /rests on sources of grade C alone/],
  [
    'a counter that is too long',
    POINT,
    /^counter: .*/m,
    `counter: ${'長'.repeat(61)}`,
    'counter:',
    /counter: has 61 characters, at most 60/,
  ],
  ['a verdict without a date', POINT, ', date: 2025-08 }', ' }', 'verdict:', /verdict\.date: is missing/],
  [
    'a verdict older than its newest source',
    POINT,
    'date: 2025-08 }',
    'date: 2025-06 }',
    'verdict:',
    /the verdict is of 2025-06, and p5-r4 of 2025-Q3/,
  ],
  ['a fourth figure', POINT, /(?<=^figures:\n)( {2}.*\n)/m, '$1$1', 'p5-f1', /more than three/],
  ['a date that is none', POINT, 'date: 2025-H1', 'date: 2025-13', '2025-13', /is no date/],
  ['an indicator that has passed', POINT, 'when: 2026-Q4', 'when: 2025-03', 'when: 2025-03', /has passed/],
  ['a change before the publication', POINT, 'updated: 2025-09-01', 'updated: 2025-01-01', 'updated:', /is before published/],
  ['a correction after the last change', FIRST, 'date: 2025-09-10', 'date: 2025-09-11', 'date: 2025-09-11', /is after updated/],
  ['a correction of two paragraphs', FIRST, /text: (「R.*) \}/, 'text: "一段\n\n    $1" }', 'text: "一段', /more than one paragraph/],
  ['a draft that is neither', FIRST, 'draft: false', 'draft: maybe', 'draft:', /neither true nor false/],
  ['a doubled number', POINT, 'number: 5', 'number: 4', 'number: 4', /4 stands in .*04\.md too/],
  ['a changed number', POINT, 'number: 5', 'number: 12', 'number: 12', /all ids here belong to point 5: write its number again/],
  [
    'a number that comes after the last',
    POINT,
    'number: 5',
    'number: 1000',
    'number: 1000',
    /no number of a point: write a whole number from 1 to 999/,
  ],
  ['a number that no point may have', POINT, 'number: 5', 'number: 0', 'number: 0', /no number of a point/],
  ['a text where a list should be', FIRST, /^relations:\n(  .*\n)+/m, 'relations: none\n', 'relations: none', /relations: is no list/],
  ['a day that the calendar lacks', POINT, 'updated: 2025-09-01', 'updated: 2025-09-31', 'updated:', /is no day/],
  ['a figure of a day that the calendar lacks', POINT, 'date: 2025-06', 'date: 2025-02-31', '2025-02-31', /is no date/],

  // The sections and blocks of its text.
  ['a section that is gone', POINT, '## 反方', '', '\n## 論證', /the heading ## 反方 is missing/],
  ['a section without text', POINT, /(?<=## 反方\n)[^]*/, '', '## 反方', /## 反方 has no paragraph/],
  ['a section that stands twice', POINT, '## 證據', '## 論證', '## 論證\n\n市政廳', /## 論證 stands twice/],
  ['sections in another order', POINT, /## 論證([^]*)## 證據/, '## 證據$1## 論證', '## 論證', /## 論證 comes too late/],
  [
    'a heading of the table with an id',
    POINT,
    '## 論證',
    '## 論證 {#p5-s1}',
    '## 論證',
    /stands in the table of headings, .*: remove \{#p5-s1\}/,
  ],
  [
    'a heading of its own without an id',
    POINT,
    '## 論證',
    '## 緣起\n\n雨季。 {#p5-11}\n\n## 論證',
    '## 緣起',
    /this section has no id: run `npm run ids`/,
  ],
  ['text before the first heading', POINT, /\n## 論證/, '\n開場的話。\n\n## 論證', '開場的話', /before the first heading/],
  ['a heading of the third level', POINT, AFTER_ID, withBlock('### 小節'), '### 小節', /a heading ### is not read/],
  ['a table', POINT, AFTER_ID, withBlock('| 一 | 二 |\n|---|---|\n| 1 | 2 |'), '| 一', /a table cannot be shown/],
  ['a block of code', POINT, AFTER_ID, withBlock('    x = 1'), 'x = 1', /a block of code cannot be shown/],
  ['a line across the page', POINT, AFTER_ID, withBlock('---'), '---\n\n兩位', /a line across the page cannot be shown/],
  ['a block of HTML', POINT, AFTER_ID, withBlock('<div>一段</div>'), '<div>', /HTML is not read/],
  ['a comment', POINT, AFTER_ID, withBlock('<!-- 待查 -->'), '<!-- 待查', /HTML is not read, comments neither/],
  [
    'an address apart from its link',
    POINT,
    AFTER_ID,
    withBlock('[公告]: https://example.org/'),
    '[公告]:',
    /an address apart from its link/,
  ],
  ['a footnote', POINT, AFTER_ID, withBlock('[^公告]: 見市政廳'), '[^公告]:', /a footnote is not read/],
  [
    'a list within a list',
    FIRST,
    '{#p1-5}',
    '{#p1-5}\n  - 早上點 {#p1-9}',
    '- 早上點',
    /an item of a list holds one paragraph and nothing else/,
  ],
  ['a list within a quotation', FIRST, '> 傘回來了', '> - 傘回來了', '- 傘回來了', /a quotation holds paragraphs and nothing else/],

  // The words of a paragraph.
  ['a tag that is never closed', POINT, '順手就還', '順手<b>就還', '順手<b>', /HTML is not read/],
  ['an image', POINT, '順手就還', '![傘](https://example.org/a.png)', '![傘]', /an image cannot be shown/],
  ['a bare address', POINT, '順手就還', '見https://example.org/a_(b)', 'https://example.org', /is a bare address/],
  ['a link to a script', POINT, '順手就還', '[傘](javascript:alert(1))', '[傘](', /a link may not lead to “javascript:/],
  ['a link by path', POINT, '順手就還', '[傘](/2/#p2-1)', '[傘](', /“\/2\/#p2-1” leads within the site/],
  ['a link to no unit', POINT, '順手就還', '[傘](#p5-99)', '[傘](', /#p5-99 leads to no unit/],
  ['a link to a source', POINT, '順手就還', '[傘](#p5-r1)', '[傘](', /#p5-r1 leads to no unit/],
  ['a dead link in a correction', FIRST, /text: 「R.* \}/, 'text: "[傘](#p5-99)" }', 'p5-99', /#p5-99 leads to no unit/],
  ['a link with a title', POINT, '順手就還', '[傘](https://example.org "題")', '[傘](', /a title of a link is not shown/],
  ['a mark that would vanish', POINT, '順手就還', '5*3與6*7', '5*3', /the \* would vanish: write \\\*/],
  ['a typed space between Han and Latin', POINT, '統計，雨停', '統計，R&D 雨停', 'R&D 雨停', /typed space/],

  ['a mark that is none', POINT, '.after}', '.later}', '.later}', /\.later is no mark of a paragraph: write \.after/],
  ['a mark where nothing is told by time', POINT, '{#p5-3}', '{#p5-3 .after}', '{#p5-3', /not told by time: remove \.after/],
  [
    'what was known then below what came after',
    POINT,
    '{#p5-10 .after}',
    '{#p5-10}',
    '{#p5-10}',
    /stands below what came after: move it up, or mark it/,
  ],

  // Ids.
  ['a paragraph without an id', POINT, ' {#p5-3}', '', '他們不看重', /this paragraph has no id: run `npm run ids`/],
  ['an item of a list without an id', FIRST, ' {#p1-6}', '', '- 傘壞了', /this paragraph has no id: run `npm run ids`/],
  ['an id that stands alone', POINT, ' {#p5-3}', '\n\n{#p5-3}', '{#p5-3}', /stands alone: put it at the end of the paragraph above/],
  ['an id without its sign', POINT, '{#p5-3}', '{p5-3}', '{p5-3}', /“\{p5” would be shown/],
  ['a citation outside of a paragraph', POINT, /^gist: .*/m, 'gist: 還傘的人不怕罰[^1]', 'gist:', /“\[\^” would be shown/],
  ['a malformed id', POINT, '{#p5-3}', '{#p5-03}', '{#p5-03}', /p5-03 is no paragraph id/],
  ['a doubled id', POINT, '{#p5-3}', '{#p5-2}', '{#p5-2}\n\n兩位作者沒有', /p5-2 stands in line/],
  ['an id of another point', POINT, '{#p5-3}', '{#p4-3}', '{#p4-3}', /belongs to point 4/],
  ['an id put at the text of another', POINT, '{#p5-3}', '{#p5-99}', '{#p5-99}', /p5-99 stands at the words that p5-3 was published with/],
  ['an id that is gone without a word', POINT, '{#p5-3}', '{#p5-99}', 'ids.yaml', /p5-3 was published and is gone/],
  [
    'a retired id used again',
    'ids.yaml',
    'retired:',
    'retired:\n  - { id: p5-3, to: p5-4 }',
    POINT,
    /p5-3 is retired and may not be used again/,
  ],
  ['an id that retires twice', 'ids.yaml', /( {2}- \{ id: p1-3.*\n)/, '$1$1', '{ id: p1-3', /p1-3 is retired twice/],
  ['an id that retires without having been', 'ids.yaml', 'id: p1-3,', 'id: p1-33,', 'id: p1-33', /p1-33 was never published/],
  [
    'a paragraph that retires into a source',
    'ids.yaml',
    'id: p4-2, why: 與上一段說的是同一件事。',
    'id: p4-2, to: p4-r1',
    'id: p4-2',
    /p4-r1, which is no unit/,
  ],

  // The other files.
  ['an unknown field of the article that is discussed', 'site.yaml', 'urlNote:', 'note:', 'note:', /on: unknown field note: remove it/],
  [
    'a master that is no written form',
    'site.yaml',
    'master: zh-hant',
    'master: xx',
    'master: xx',
    /master: is no written form: write zh-hant or zh-hans/,
  ],
  [
    'a list of groups without one',
    'site.yaml',
    /^groups:\n( {2}.*\n)+/m,
    'groups: []\n',
    'groups: []',
    /groups: is empty: add a group, or remove the field/,
  ],
  [
    'a number of a heading that is taken',
    'headings.yaml',
    'number: 2',
    'number: 7',
    '{ id: evidence',
    /number: is taken: write 1, 2, 3, 8 or 9/,
  ],
  [
    'a heading whose id is that of another',
    'headings.yaml',
    'id: evidence',
    'id: argument',
    '{ id: argument, number: 2',
    /argument stands in line 2 of .*headings\.yaml too/,
  ],
  ['a word that the interface has not', 'words.yaml', 'start:', 'begin:', 'begin:', /begin: is no word of the interface/],
  [
    'a place in a word that nobody fills',
    'words.yaml',
    '從第一把傘',
    '從{n}',
    'start:',
    /start: \{n\} is filled by nobody: this word has none/,
  ],
  ['a typed space in a list', 'site.yaml', '之前', '之前 R&D', 'kicker:', /typed space/],
  ['a typed space on the page about the site', 'about.md', '怎麼寫成', '怎麼寫成 A', '怎麼寫成 A', /typed space/],
  ['a lone quotation mark on the page about the site', 'about.md', '「傘論」評析', '「傘論評析', '「傘論評析', /「/],
  ['a page about the site without text', 'about.md', /[^]+/, '', '', /is empty/],
  ['a field that the page about the site lacks', 'about.md', '---\n---', '---\ntitle: 關於\n---', '---', /has fields/],
  ['an image on the page about the site', 'about.md', '虛構的文章', '![圖](a.png)文章', '![圖]', /an image cannot be shown/],
  ['a heading in the lead', 'lead.md', /\{#p0-1\}\n/, '{#p0-1}\n\n## 背景\n', '## 背景', /the lead has no sections/],
  ['a change of the lead before its publication', 'lead.md', /^updated: .*/m, 'updated: 2025-01-01', 'updated:', /is before published/],
  ['a person who stands twice', 'people.yaml', '- id: t-warden', '- id: t-guild', '- id: t-guild\n  kind: person', /stands in line/],
  [
    'a term with the id of a person',
    'terms.yaml',
    '- id: t-deposit',
    '- id: t-guild',
    '- id: t-guild',
    /stands in line .* of .*people\.yaml/,
  ],
  ['a group that stands twice', 'site.yaml', 'id: makers,', 'id: stations,', '{ id: stations, name: 造傘', /stations stands in line/],
  ['a group without a point', 'site.yaml', '[2, 4, 5]', '[]', 'points: []', /has no point/],
  ['a point in no group', 'site.yaml', '[2, 4, 5]', '[2, 4]', POINT, /point 5 stands in no group: add it/],
  ['a point in two groups', 'site.yaml', '[2, 4, 5]', '[2, 4, 5, 1]', '{ id: makers', /1 stands here twice/],
  ['a group with a point that does not exist', 'site.yaml', '[2, 4, 5]', '[2, 4, 5, 6]', '{ id: makers', /there is no point 6/],
  ['broken YAML', POINT, 'number: 5', 'number: [5', 'number: [5', /the \[ that opens here is never closed: write \]/],
  ['no front matter', POINT, /^---\n/, '', 'number: 5', /no front matter/],
  ['a bad address', 'sources.yaml', 'https://example.org/notice', 'example.org/notice', 'url: example.org/notice', /no web address/],
  ['a person with a source that does not exist', 'people.yaml', '[S4]', '[S999]', '[S999]', /there is no source S999/],
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
    const withoutField = told.text.replace(/^[\w.]+: /, '');
    assert.match(withoutField, /: |allowed/, 'says how to mend it');
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
  assert.ok(copy.problems().some(({ file, text }) => file === POINT && /not UTF-8/.test(text)));
});

test('a point that has a number neither as a field nor as its name is named', (t) => {
  const copy = copyWithoutHouse(t);
  copy.write('points/after.md', '---\ntitle: 沒有號碼的一則\n---\n\n一段。\n');
  assert.ok(
    copy.told().includes('points/after.md:1 number: is missing: add it, or give the file its number as a name, 05.md'),
    copy.told().join('\n'),
  );
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
    const lost = /was published and is gone/;
    assert.deepEqual(
      copy.told().filter((problem) => !lost.test(problem)),
      [],
    );
  });
