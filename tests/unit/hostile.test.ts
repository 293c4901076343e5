import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { readBody, readSentence, unitsIn } from '../../src/content/body.ts';
import { wordProblems } from '../../src/content/check-text.ts';
import { parseContentFile, readContentFile, type ContentFile, type Problem } from '../../src/content/files.ts';
import { readContent } from '../../src/content/read.ts';
import { textOf, type Inline } from '../../src/text/inline.ts';
import { pick, seeded } from '../support/random.ts';

const FRONT = '---\nnumber: 5\n---\n';

/** A point with a body, and all that is wrong with it; lines count from the first of the body. */
function point(body: string): { file: ContentFile; problems: Problem[] } {
  const file = parseContentFile('content/points/05.md', 'points/05.md', FRONT + body);
  const problems = [...file.problems, ...wordProblems(file)].map((problem) => ({
    ...problem,
    line: problem.line - FRONT.split('\n').length + 1,
  }));
  return { file, problems };
}

/** The words of the units, as readers get them: one line each. */
const wordsOf = ({ sections }: ContentFile): string[] => unitsIn(sections).map(({ content }) => textOf(content));

/** Each says how to mend it, in an editor's words. */
function readsWell(problems: readonly Problem[]): void {
  for (const { text } of problems) assert.match(text, /: /);
  for (const { text } of problems) assert.doesNotMatch(text, /mdast|Error|undefined|null|YAML|scalar|mapping|implicit|\bat .*\.ts/i);
}

/** What an editor may write in a body, or paste: either refused, with what the message says and its line, or published as given here. */
const bodies: [name: string, body: string, refused: RegExp | string[], line?: number][] = [
  // T1: raw HTML
  ['an unclosed <b>', '甲<b>乙丙\n\n丁 {#p5-2}', /HTML is not read.*\*\*strong\*\*/],
  ['an unclosed <u> in the second paragraph', '甲\n\n乙<u>丙', /HTML is not read/, 3],
  ['a stray <p>', '甲<p>乙', /HTML is not read/],
  ['a stray </p> that opens a unit', '甲</p><p data-unit id="p6-99">乙', /HTML is not read/],
  ['a comment', '甲<!-- 待查 -->乙', /HTML is not read, comments neither/],
  ['a comment as a block', '甲\n\n<!-- 待查 -->\n\n乙', /comments neither/, 3],
  ['a comment that is never closed', '甲\n\n<!-- 待查\n\n乙', /comments neither/, 3],
  ['a processing instruction', '<?php echo 1 ?>', /HTML is not read/],
  ['CDATA', '甲<![CDATA[乙]]>', /HTML is not read/],
  ['a doctype', '<!DOCTYPE html>', /HTML is not read/],
  ['a line break of HTML', '甲<br>乙', /HTML is not read/],
  ['a tag in a heading', '## 論證<b>', /a heading is plain text/],
  ['a comment in a heading', '## 論證<!-- 甲 -->', /a heading is plain text/],
  ['a less-than sign before Han', '甲<乙且丙>丁', ['甲<乙且丙>丁']],
  ['a less-than sign between digits', '3<5且7>6', ['3<5且7>6']],
  ['an escaped less-than sign', '寫\\<b>為粗體', ['寫<b>為粗體']],
  ['an arrow', '甲->乙=>丙', ['甲->乙=>丙']],
  // T4: scripts and addresses that run
  ['a script', '<script>alert(1)</script>', /HTML is not read/],
  ['a script within a sentence', '甲<script>alert(1)</script>乙', /HTML is not read/],
  ['an iframe', '<iframe src="https://example.org"></iframe>', /HTML is not read/],
  ['a handler', '甲<a onclick="alert(1)">乙</a>', /HTML is not read/],
  ['an image with a handler', '甲<img src=x onerror=alert(1)>乙', /HTML is not read/],
  ['an SVG with a handler', '<svg onload=alert(1)>', /HTML is not read/],
  ['what only looks like a tag', '甲<svg/onload=alert(1)>乙', ['甲<svg/onload=alert(1)>乙']],
  ['a style', '<style>p { display: none }</style>', /HTML is not read/],
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    'http:evil.example',
    '\\\\evil',
  ].map((url): (typeof bodies)[number] => [
    `a link to ${url}`,
    `甲[乙](${url})丙`,
    /may not lead to|not written as it is|leads within the site/,
  ]),
  ['a script address hidden in character references', '甲[乙](&#106;avascript:alert(1))', /may not lead to/],
  ['a script address in angle brackets', '甲<javascript:alert(1)>乙', /may not lead to/],
  ['a script address over two lines', '甲[乙](java\nscript:alert(1))', /makes no link here/],
  ['a script address with a tab', '甲[乙](java\tscript:alert(1))', /makes no link here/],
  // T2: marks that vanish
  ['single tildes between numbers', '約30~50億至60~80億', ['約30~50億至60~80億']],
  ['single tildes in a list of ranges', '3~5次，每次10~20分鐘', ['3~5次，每次10~20分鐘']],
  ['two tildes between numbers', '10~~20分鐘', /~~ would be shown as it is/],
  ['two pairs of tildes between numbers', '10~~20與30~~40', /would vanish: write \\~\\~/],
  ['words struck through', '甲~~乙~~丙', ['甲乙丙']],
  ['products', '5*3與6*7', /would vanish: write \\\*, or × for a product/],
  ['products with spaces', '價格為3 *4與5* 6元', /would vanish/],
  ['products of brackets', '(a+b)*c+(d+e)*f', ['(a+b)*c+(d+e)*f']],
  ['powers', '2**10與2**8', /would vanish/],
  ['percentages with stars', '20%*3與30%*4', ['20%*3與30%*4']],
  ['one star', '5*3等於15', ['5*3等於15']],
  ['escaped stars', '5\\*3與6\\*7', ['5*3與6*7']],
  ['underscores within a name', 'snake_case_name與a__b__c', ['snake_case_name與a__b__c']],
  ['underscores around a name', '方法__init__在此', ['方法__init__在此']],
  ['underscores around a name alone', '__init__ 甲', /would vanish: write \\_\\_/],
  ['underscores around words', '甲_乙_丙 _丁_', /the _ would vanish/],
  ['strong words beside quotation marks', '**「三國殺」**是比喻', ['「三國殺」是比喻']],
  ['emphasis over quotation marks', '他說*「甲」乙*。', ['他說「甲」乙。']],
  ['stars that are never closed', '甲**乙丙', /\*\* would be shown as it is/],
  ['stars with a space inside', '甲** 乙**丙', /\*\* would be shown as it is/],
  ['a mark in the third line', '甲，\n乙，\n丙**丁', /would be shown as it is/, 3],
  ['four stars', '甲****乙', /would be shown as it is/],
  ['a backtick that is never closed', '甲`乙', /` would be shown as it is/],
  ['code', '指令`a*b*c <b> &amp; [^1]`在此', ['指令a*b*c <b> &amp; [^1]在此']],
  ['an escaped bracket', '甲\\[乙\\]丙', ['甲[乙]丙']],
  ['a backslash before Han', '甲\\乙', ['甲\\乙']],
  // T3, T9: addresses
  ['a bare address', '見https://example.org/a_(b)。後文繼續。', /bare/],
  ['a bare address without a scheme', '見www.example.org。後文', /bare/],
  ['a bare address with www in capitals', '見WWW.example.org。後文', /bare/],
  ['a bare mailbox', '寄到a@example.org。', /bare address/],
  ['a bare address in the second line', '甲乙丙，\n見https://example.org 。', /bare/, 2],
  ['an address in angle brackets', '見<https://example.org/a?b=1&c=2>的後續', ['見https://example.org/a?b=1&c=2的後續']],
  ['a mailbox in angle brackets', '寄到<a@example.org>。', ['寄到a@example.org。']],
  ['Han in angle brackets', '見<https://example.org/甲>', /no address: write https:\/\/example\.org\/%E7%94%B2/],
  ['a link with brackets in its address', '甲[乙](https://example.org/a_(b))丙', ['甲乙丙']],
  ['a link with a space in its address', '甲[乙](https://example.org/a b)', /makes no link here/],
  ['a link with a space in pointed brackets', '甲[乙](<https://example.org/a b>)', /no address: write https:\/\/example\.org\/a%20b/],
  [
    'a link with Han in its address',
    '甲[乙](https://zh.wikipedia.org/wiki/三國)',
    /no address: write https:\/\/zh\.wikipedia\.org\/wiki\/%E4%B8%89/,
  ],
  ['a link with full-width brackets', '甲[乙]（https://example.org）', /makes no link here/],
  ['a link with full-width square brackets', '甲［乙］(https://example.org)', /bare/],
  ['a link with a full-width colon', '甲[乙](https：//example.org)', /leads within the site|may not lead/],
  ['an address that is none', '甲[乙](http://[)', /“http:\/\/\[” is no address: mend it/],
  ['an empty address', '甲[乙]()', /leads within the site/],
  ['a link without words', '甲[](https://example.org)', /has no words/],
  ['a link with a title', '甲[乙](https://example.org "丙")', /a title of a link is not shown/],
  ['a character reference in an address', '甲[乙](https://example.org/?a=1&lt;=2)', /not written as it is/],
  ['a page of this site', '甲[乙](/7/#p7-2)', /leads within the site.*write the id of a unit, \[words\]\(#p7-2\)/],
  ['a page that is not there', '甲[乙](/77/)', /leads within the site/],
  ['a file', '甲[乙](5.html)', /leads within the site/],
  ['a page above', '甲[乙](../5/)', /leads within the site/],
  ['another anchor', '甲[乙](#n5)', /leads within the site/],
  ['a unit by its id', '甲[乙](#p7-2)丙', ['甲乙丙']],
  ['a link by reference', '甲[乙][x]丙\n\n[x]: https://example.org', /a link without its address/],
  ['a definition', '甲\n\n[x]: https://example.org "丁"', /an address apart from its link/, 3],
  ['square brackets alone', '甲[乙]丙[丁][戊]', ['甲[乙]丙[丁][戊]']],
  ['a citation before a bracket', '甲[^1](https://example.org)', /a citation before \( makes a link/],
  // T13: what no page shows
  ['an image', '甲![乙](x.png)', /an image cannot be shown: say it in words/],
  ['an image from elsewhere', '甲\n\n![乙](https://example.org/x.png)', /an image cannot be shown/, 3],
  ['an image by reference', '![乙][x]\n\n[x]: x.png', /an image cannot be shown/],
  ['an image within a link', '[![乙](x.png)](https://example.org)', /an image cannot be shown/],
  ['a table', '甲\n\n| 乙 | 丙 |\n|---|---|\n| 丁 | 戊 |', /a table cannot be shown/, 3],
  ['a line across', '甲\n\n***\n\n乙', /a line across the page cannot be shown/, 3],
  ['a line across of hyphens', '甲\n\n---\n\n乙', /a line across the page/, 3],
  ['a line of hyphens below a text', '甲\n---\n乙', /makes a heading of it/],
  ['a line of equals signs below a text', '甲\n\n乙\n===', /makes a heading of it/, 3],
  ['a heading of the first level', '甲\n\n# 乙', /a heading # is not read: write ##/, 3],
  ['a heading of the third level', '## 甲\n\n乙\n\n### 丙', /a heading ### is not read/, 5],
  ['a heading without a space', '##論證', /a heading needs half-width ## and a space/],
  ['a full-width heading', '＃＃ 論證', /a heading needs half-width ##/],
  ['an empty heading', '##\n\n甲', /this heading is empty/],
  ['emphasis in a heading', '## **論證**', /a heading is plain text/],
  ['an id within a heading', '## 論 {#p5-s10} 證', /“\{#” would be shown/],
  ['a block of code by spaces', '甲\n\n    乙', /a block of code cannot be shown/, 3],
  ['a block of code by fences', '```js\n甲\n```', /a block of code/],
  ['a fence that is never closed', '甲\n\n~~~\n乙\n\n丙', /a block of code/, 3],
  ['a footnote', '甲[^2]\n\n[^2]: 乙', /a footnote is not read: list the source/, 3],
  ['a footnote by name', '甲[^a]乙', /“\[\^” would be shown/],
  ['a footnote by name with its text', '甲[^a]乙\n\n[^a]: 丙', /a footnote is not read/],
  ['an inline footnote', '甲^[乙]丙', ['甲^[乙]丙']],
  ['a list', '- 甲 {#p5-1}\n- 乙 {#p5-2}', ['甲', '乙']],
  ['a numbered list', '3. 甲\n4. 乙', ['甲', '乙']],
  ['a numbered list that leaps', '1. 甲\n3. 乙', /is number 3, and would be shown as 2/, 2],
  ['a list within a list', '- 甲\n  - 乙', /an item of a list holds one paragraph and nothing else/, 2],
  ['an item of two paragraphs', '- 甲\n\n  乙', /an item of a list holds one paragraph/, 3],
  ['an item that holds code', '- 甲\n\n      乙', /an item of a list holds one paragraph/, 3],
  ['an empty item', '- 甲\n-\n- 乙', /here is none/, 2],
  ['a list of tasks', '- [x] 甲\n- [ ] 乙', /a box \[ \] cannot be shown/],
  ['a quotation', '> 甲\n> 乙\n>\n> 丙', ['甲乙', '丙']],
  ['a list in a quotation', '> - 甲', /a quotation holds paragraphs and nothing else/],
  ['a heading in a quotation', '> ## 甲', /a quotation holds paragraphs/],
  ['a quotation in a quotation', '> 甲\n> > 乙', /a quotation holds paragraphs/, 2],
  ['an empty quotation', '甲\n\n>', /here is none/, 3],
  ['a comment in a quotation', '> <!-- 甲 -->', /a quotation holds paragraphs/],
  // T5: lines
  ['a paragraph over three lines', '甲乙，\n丙丁\n戊己。', ['甲乙，丙丁戊己。']],
  ['a line that ends in Latin before Han', '用App\n看ChatGPT\nPlus', ['用App看ChatGPT Plus']],
  ['lines with emphasis between them', '甲**乙**\n*丙*丁', ['甲乙丙丁']],
  ['lines that end in CR LF', '甲\r\n乙\r\n\r\n丙', ['甲乙', '丙']],
  ['two spaces at the end of a line', '甲乙  \n丙', /two spaces end this line/],
  ['a break by hand', '甲\\\n乙', ['甲 乙']],
  // T12: ids in odd places
  ['an id on a line of its own', '甲乙。\n\n{#p5-3}', /\{#p5-3\} stands alone: put it at the end of the paragraph above/, 3],
  ['an id below its paragraph', '甲乙。\n{#p5-3}', ['甲乙。']],
  ['an id alone that has no paragraph', '{#p5-3}', /stands alone: remove it/],
  ['two ids', '甲 {#p5-3} {#p5-4}', /“\{#” would be shown/],
  ['an id within a sentence', '甲 {#p5-3} 乙', /“\{#” would be shown/],
  ['an id within strong words', '**甲 {#p5-3}**', /the id stands within emphasis, code or a link/],
  ['an id within a link', '甲[乙 {#p5-3}](https://example.org)', /the id stands within/],
  ['an id in code', '甲`{#p5-3}`', /the id stands within/],
  ['an id without its sign', '甲 {p5-3}', /“\{p5” would be shown/],
  ['an id with a space', '甲 { #p5-3}', /“\{ #” would be shown/],
  ['an id after emphasis', '甲**乙** {#p5-3}', ['甲乙']],
  ['an id after a citation', '甲。[^1] {#p5-3}', ['甲。']],
  // T10: what was typed
  ['Simplified characters', '这是简体', /这简体 are Simplified: write the Traditional shape/],
  ['characters of both', '后里只面干云台松', ['后里只面干云台松']],
  ['a Simplified name set by hand', '姓-{张}-的人', ['姓-{张}-的人']],
  ['curly quotation marks', '他說“甲乙”。', /“ and ” are no quotation marks of this text: write 「」/],
  ['straight quotation marks', '他說"甲乙"。', /" and " are no quotation marks/],
  ['a straight quotation of Latin in Han', '他說"AI first"的意思', /" and " are no quotation marks/],
  ['single quotation marks', "他說'甲乙'。", /' and ' are no quotation marks/],
  ['a quotation mark without its half', '他說“甲乙。', /“ is no quotation mark of this text and has no other half/],
  ['apostrophes and inches', 'OpenAI\'s與Meta’s的6.7"螢幕與7"平板', ['OpenAI\'s與Meta’s的6.7"螢幕與7"平板']],
  ['a quotation within Latin', '論文Why "AI" Matters談到', ['論文Why "AI" Matters談到']],
  ['a lone native mark', '他說「甲乙。', /「 is never closed/],
  ['a half-width comma', '甲,乙', /half-width , beside Han: write ，/],
  ['half-width marks of all kinds', '甲:乙;丙?丁!', /half-width : beside Han/],
  ['a half-width full stop', '甲乙.', /half-width dot after Han: write 。/],
  ['a half-width dot within a name', '史蒂芬.霍金', /write 。 or ・/],
  ['three dots', '甲...乙', /half-width dots beside Han: write ……/],
  ['half-width brackets', '姚順雨(Yao)說', /half-width brackets beside Han/],
  ['a formula', '函數f(x)等於3.5,時間12:30,Yahoo!奇摩', /,/],
  [
    'numbers, times and versions',
    '5,848萬、12:30、v2.0、1/2、AT&T、R&D之爭、50%，C++與C#',
    ['5,848萬、12:30、v2.0、1/2、AT&T、R&D之爭、50%，C++與C#'],
  ],
  ['a sentence of Latin', '他說：Hello, world! (Really?)', ['他說：Hello, world! (Really?)']],
  ['a full-width citation', '甲［^1］乙', /［\^1］ is written with full-width marks: write \[\^1\]/],
  ['a full-width number sign in an id', '甲 {＃p5-4}', /write \{#p5-4\}/],
  ['a full-width id', '甲 ｛#p5-4｝', /write \{#p5-4\}/],
  ['a line of full-width spaces', '甲 {#p5-1}\n　　\n乙', /this line holds full-width or no-break spaces/, 2],
  ['a full-width indent', '　　甲', /begins with a space/],
  ['a typed space', '千問 App', /“千問 Ap” has a typed space/],
  ['a no-break space', '千問\u00a0App', /has a typed space/],
  ['a thin space in the second line', '甲，\nApp\u2009乙', /has a typed space/, 2],
  ['a typed space beside emphasis', '千問 **App**', /has a typed space/],
  ...['\u200b', '\u200d', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u0007', '\u0000', '\ue000', '\u2028'].map(
    (unit): (typeof bodies)[number] => [
      `U+${unit.charCodeAt(0).toString(16)}`,
      `甲${unit}乙`,
      unit === '\u0000' ? /broken character/ : /nobody sees, U\+/,
    ],
  ),
  ['an emoji of several parts', '甲👩‍💻乙❤️', ['甲👩‍💻乙❤️']],
  ['half a character', '甲\ud842乙', /broken character/],
  ['a character beyond the first plane', '𠮷野家', ['𠮷野家']],
  ['a character reference', 'R&amp;D之爭', /&amp; is read as another character/],
  ['a numeric reference to what nobody sees', '甲&#x200b;乙', /&#x200b; is read as another character/],
  ['ampersands', 'AT&T與R&D與a&b', ['AT&T與R&D與a&b']],
  // What would take a parser minutes, or its stack
  ['ten thousand quotations', `${'>'.repeat(10_000)} 甲`, /more than a thousand marks/],
  ['ten thousand stars', `甲\n\n${'*'.repeat(10_000)}乙${'*'.repeat(10_000)}`, /more than a thousand marks/, 3],
  ['ten thousand underscores', `${'_'.repeat(10_000)}a${'_'.repeat(10_000)}`, /more than a thousand marks/],
  ['ten thousand brackets', `${'['.repeat(10_000)}甲`, /more than a thousand marks/],
  ['ten thousand lists', `${'- '.repeat(10_000)}甲`, /more than a thousand marks/],
  ['ten thousand openings over many lines', '**甲 *乙\n'.repeat(5_000), /more than a thousand marks/, 334],
  ['a huge paragraph', '甲乙丙丁，'.repeat(50_000), ['甲乙丙丁，'.repeat(50_000)]],
];

for (const [name, body, right, line = 1] of bodies) {
  test(`${name}: ${right instanceof RegExp ? 'refused with line and remedy' : 'published whole'}`, () => {
    const { file, problems } = point(body);
    if (!(right instanceof RegExp)) {
      assert.deepEqual(problems, []);
      assert.deepEqual(wordsOf(file), right);
      return;
    }
    const told = problems.filter(({ text }) => right.test(text));
    assert.ok(told.length, `not told: ${JSON.stringify(problems)}; published: ${JSON.stringify(wordsOf(file))}`);
    assert.ok(
      told.some((problem) => problem.line === line),
      `line ${line}: ${JSON.stringify(told)}`,
    );
    readsWell(problems);
  });
}

const FIELDS = `number: 5
title: 大模型之爭
gist: 應用層決定勝負
relations:
  - { to: 7, kind: leads, why: 模型能力 }
  - { to: 9, kind: leads, why: 入口之爭 }
figures:
  - { id: p5-f1, value: "49.2", unit: "%", label: 份額 }
indicators:
  - id: p5-w1
    when: 2027-Q1
    watch: 智譜的業績
also: [甲, 乙]
last: 完
`;

/** Slips of the pen in YAML: what is replaced by what, the line that is told, counted from the first field, and what is said. */
const slips: [name: string, from: string, to: string, line: number, told: RegExp][] = [
  ['a quotation mark that is not closed', 'gist: 應', 'gist: "應', 3, /^the " that opens here is not closed on this line/],
  ['a quotation mark closed by one further down', 'title: 大', 'title: "大', 2, /^the " that opens here/],
  ['a single quotation mark that is not closed', 'gist: 應', "gist: '應", 3, /^the ' that opens here/],
  ['a quotation mark not closed within { }', '"49.2"', '"49.2', 8, /a quotation mark is missing/],
  ['a quotation that ends too early', '應用層決定', '"應用"層決定', 3, /^text follows the closing "/],
  ['an apostrophe within single marks', 'gist: 應', "gist: 'It's 應'", 3, /^text follows the closing '/],
  ['a [ that is not closed', '乙]', '乙', 13, /^the \[ that opens here is never closed: write \]/],
  ['a [ far above', 'gist: 應', 'gist: [應', 3, /^the \[ that opens here/],
  ['a { that is not closed', '模型能力 }', '模型能力', 5, /^the \{ that opens here is never closed/],
  ['a ] too many', '乙]', '乙]]', 13, /^text follows the closing \]/],
  ['a [ closed by }', '乙]', '乙}', 13, /^the \[ is closed by \}/],
  ['a tab that indents', '    when', '\twhen', 11, /^a tab indents/],
  ['a full-width indent', '    when', '　　when', 11, /^a full-width or no-break space indents/],
  ['a no-break indent', '    when', '\u00a0\u00a0\u00a0\u00a0when', 11, /^a full-width or no-break space/],
  ['an indent one too short', '    when', '   when', 11, /^begins at another column/],
  ['an indent one too long', '    when', '     when', 11, /^begins at another column/],
  ['an indented field', 'gist:', ' gist:', 3, /^begins at another column/],
  ['a field that stands twice', 'gist:', 'title:', 3, /^this field stands twice: keep one/],
  ['no space after the colon', 'gist: 應', 'gist:應', 3, /needs a plain space after it/],
  ['no space after the first colon', 'number: 5', 'number:5', 1, /needs a plain space after it/],
  ['a full-width space after the colon', 'gist: 應', 'gist:　應', 3, /needs a plain space/],
  ['no space after a colon within { }', 'to: 7', 'to:7', 5, /write “to: 7”/],
  ['a full-width colon', 'gist: 應', 'gist：應', 3, /the colon after the name of this field is full-width/],
  ['a full-width colon in the last line', 'last: 完', 'last：完', 14, /is full-width/],
  ['a full-width colon within { }', 'to: 7', 'to：7', 5, /write “to: 7”/],
  ['a second colon', 'title: 大', 'title: 甲: 大', 2, /^a second colon followed by a space.*or write ：/],
  ['a second colon in a Chinese field', 'title: 大', '標題: 甲: 大', 2, /^a second colon/],
  ['a second colon within { }', 'why: 模', 'why: 甲: 模', 5, /a value holds a colon and a space/],
  ...['@', '`', '%', '*', '**', '&', '!', '|', '>', '? ', '- ', ', ', ']'].map((sign): (typeof slips)[number] => [
    `a value that begins with ${sign}`,
    'gist: 應',
    `gist: ${sign}應`,
    3,
    new RegExp(`^no value begins with \\${sign[0]}: put the whole value in quotes`),
  ]),
  ['a percent sign within { }', '"%"', '%', 8, /^no value begins with %/],
  ['a number with nought at its end', '"49.2"', '49.20', 8, /49\.20 is read as a number: put it in quotes, "49\.20"/],
  ['a number of another base', '"49.2"', '0x10', 8, /0x10 is read as a number/],
  ['a power of ten', '"49.2"', '1e3', 8, /1e3 is read as a number/],
  ['noughts before a number', '"49.2"', '007', 8, /007 is read as a number/],
  ['a number beyond all digits', '"49.2"', '12345678901234567890', 8, /is read as a number/],
  ['infinity', '"49.2"', '.inf', 8, /is read as a number/],
  ['a sign before a number', '"49.2"', '+3', 8, /\+3 is read as a number/],
  ['a thousand with its comma', '"49.2"', '5,848', 8, /the comma in “5,848” ends a value: put the whole value in quotes, "5,848"/],
  ['a comma within a text', '模型能力', '模型,能力', 5, /the comma in “模型,能力” ends a value/],
  ['yes', 'gist: 應用層決定勝負', 'gist: yes', 3, /yes may be read as true or false/],
  ['no in capitals', 'gist: 應用層決定勝負', 'gist: NO', 3, /NO may be read as true or false/],
  ['a capital True', 'gist: 應用層決定勝負', 'gist: True', 3, /True is read as true/],
  ['a tilde', 'gist: 應用層決定勝負', 'gist: ~', 3, /~ is read as nothing/],
  ['null', 'gist: 應用層決定勝負', 'gist: Null', 3, /Null is read as nothing/],
  [
    'a # that drops the rest',
    '層決定勝負',
    '層 #決定勝負',
    3,
    /“#決定勝負…” is dropped after a #: put the whole value in quotes, or the comment/,
  ],
  ['a # that drops the rest of a Latin text', '應用層決定勝負', 'Team #1', 3, /is dropped after a #/],
  ['a # that drops all', 'gist: 應', 'gist: #應', 3, /is dropped after a #/],
  [
    'a # that drops the rest within { }',
    '7, kind: leads, why: 模型能力 }',
    '7, kind: leads, why: 模型 #能力\n    }',
    5,
    /is dropped after a #/,
  ],
  ['curly quotation marks around a value', '"49.2"', '“49.2”', 8, /“ puts no value in quotes: write "/],
  ['a full-width quotation mark', 'gist: 應', 'gist: ＂應', 3, /＂ puts no value in quotes/],
  ['an escape', '"49.2"', '"49\\u002e2"', 8, /a \\ within quotation marks/],
  ['an escape that is none', '"49.2"', '"49\\.2"', 8, /a \\ within quotation marks/],
  ['half a character by escape', '"49.2"', '"\\ud842"', 8, /a \\ within quotation marks/],
  ['a field without a colon', 'gist: 應用層決定勝負', '應用層決定勝負', 3, /^is neither a field nor an item/],
  ['an item without its hyphen', '  - { to: 9', '  { to: 9', 6, /^this item of a list begins without “- ”/],
  ['a hyphen without its space', '  - id: p5', '  -id: p5', 10, /^the - of this item needs a space/],
  ['a full-width comma between fields', '7, kind', '7，kind', 5, /^a full-width ， parts no fields/],
  ['no comma between fields', '7, kind', '7 kind', 5, /^a comma is missing/],
  ['an item below a text', 'gist: 應用層決定勝負', 'gist: 應用層\n  - 甲', 3, /is read as part of this text/],
  ['an anchor and its alias', 'gist: 應用層', 'gist: &a 應用層', 3, /^no value begins with &/],
  ['a merge of fields', 'gist: 應', '<<: { a: 1 }\ngist: 應', 3, /unknown|taken over/],
  ['a tag', 'gist: 應', 'gist: !!str 應', 3, /^no value begins with !/],
  ['a field by question mark', 'gist: 應', '? gist\n: 應', 3, /neither a field nor an item/],
  ['marks of a merge', 'gist:', '<<<<<<< HEAD\ngist:', 3, /left behind by a merge/],
  [
    'a heading among the fields',
    'last: 完\n',
    'last: 完\n\n## 論證\n\n甲乙。\n',
    16,
    /a heading stands among the fields: close them with a line --- above it/,
  ],
  ['lists within lists, ten thousand deep', 'gist: 應用層決定勝負', `gist: ${'['.repeat(10_000)}應${']'.repeat(10_000)}`, 3, /too deeply/],
];

for (const [name, from, to, line, told] of slips) {
  test(`${name} in a field is told at its line, alone`, () => {
    const text = FIELDS.replace(from, to);
    assert.notEqual(text, FIELDS);
    const { problems, values } = parseContentFile('content/points/05.md', 'points/05.md', `---\n${text}---\n\n甲 {#p5-1}\n`);
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.equal(problems[0]?.line, line + 1, JSON.stringify(problems));
    assert.match(problems[0]?.text.replace(/^[\w.]+: /, '') ?? '', told);
    if (values === undefined) readsWell(problems);
  });
}

test('fields that are right are read as they are written', () => {
  const text = FIELDS.replace('number: 5', 'number: 5 # a comment')
    .replace('應用層決定勝負', '應用#層：決定"勝負"，\n  一、二\n  AI')
    .replace('"%"', "'It''s'");
  const { problems, values } = parseContentFile('a.yaml', 'a.yaml', text.replaceAll('\n', '\r\n'));
  assert.deepEqual(problems, []);
  assert.deepEqual(values, {
    number: 5,
    title: '大模型之爭',
    gist: '應用#層：決定"勝負"，一、二AI',
    relations: [
      { to: 7, kind: 'leads', why: '模型能力' },
      { to: 9, kind: 'leads', why: '入口之爭' },
    ],
    figures: [{ id: 'p5-f1', value: '49.2', unit: "It's", label: '份額' }],
    indicators: [{ id: 'p5-w1', when: '2027-Q1', watch: '智譜的業績' }],
    also: ['甲', '乙'],
    last: '完',
  });
});

/** Whole files, as they are saved: the line and what is told. */
const files: [name: string, text: string | Uint8Array, line: number, told: RegExp][] = [
  ['nothing', '', 1, /is empty: write it/],
  ['nothing but spaces', ' \n\n', 1, /is empty/],
  ['another encoding', new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]), 1, /is not UTF-8 text/],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x2d, 0x00]), 1, /is not UTF-8 text/],
  ['half a character', new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xed, 0xa1, 0x82]), 1, /is not UTF-8 text/],
  ['line ends of CR', '---\rnumber: 5\r---\r', 1, /ends with CR alone/],
  ['no front matter', '甲乙。', 1, /has no front matter/],
  ['front matter after an empty line', '\n---\nnumber: 5\n---\n', 2, /opens with --- alone on the first line/],
  ['front matter after a space', ' ---\nnumber: 5\n---\n', 1, /opens with --- alone/],
  ['front matter of dashes', '———\nnumber: 5\n———\n', 1, /opens with --- alone/],
  ['front matter that is not closed', '---\nnumber: 5\n', 1, /is never closed/],
  ['front matter closed by four hyphens', '---\nnumber: 5\n----\n', 3, /does not close the front matter/],
  ['front matter closed after a space', '---\nnumber: 5\n ---\n', 3, /does not close the front matter/],
  ['front matter closed by full-width hyphens', '---\nnumber: 5\n－－－\n', 3, /does not close the front matter/],
];

for (const [name, text, line, told] of files) {
  test(`a file with ${name} is told at its line, alone`, (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
    t.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, '05.md'), text);
    const { problems, values } = readContentFile(folder, '05.md');
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.equal(problems[0]?.line, line);
    assert.match(problems[0]?.text ?? '', told);
    assert.equal(values, undefined);
    readsWell(problems);
  });
}

test('a byte order mark, spaces after --- and CR LF do no harm', () => {
  const { problems, values, bodyLine } = parseContentFile('a.md', 'a.md', '---  \r\nnumber: 5\r\n--- \r\n甲\r\n');
  assert.deepEqual([problems, values, bodyLine], [[], { number: 5 }, 4]);
});

/** Fields of plain text, and the sentence of a correction: what they hold, and what is told. */
const fields: [field: string, told: RegExp | undefined][] = [
  ['gist: 甲**乙**丙', /^“\*\*” would be shown as it is, this is plain text/],
  ['gist: 甲~~乙~~丙', /^“~~” would be shown/],
  ['gist: 甲[乙](https://example.org)', /^“\]\(” would be shown/],
  ['gist: 甲`乙`丙', /^“`” would be shown/],
  ['gist: 甲<b>乙</b>', /^“<b>” would be shown/],
  ['gist: 甲<!-- 乙 -->', /^“<!--” would be shown/],
  ['gist: 甲。[^2]', /^“\[\^” would be shown/],
  ['gist: 甲 {#p5-1}', /^“\{#” would be shown/],
  ['gist: 5*3與6*7，R&D之爭，3<5，a_b_c，30~50億', undefined],
  ['gist: R&amp;D', /^“&amp;” would be shown/],
  ['corrections: [{ date: 2026-01-01, text: "甲**乙**與[丙](https://example.org)" }]', undefined],
  ['corrections: [{ date: 2026-01-01, text: 千問 **App** }]', /has a typed space/],
  ['corrections: [{ date: 2026-01-01, text: 甲"乙" }]', /are no quotation marks/],
];

for (const [field, told] of fields) {
  test(`“${field}” is ${told ? 'told' : 'right'}`, () => {
    const file = parseContentFile('content/site.yaml', 'site.yaml', `name: 十\n${field}\n`);
    const problems = [...file.problems, ...wordProblems(file)];
    if (told) {
      assert.match(problems[0]?.text ?? '', told, JSON.stringify(problems));
      assert.equal(problems[0]?.line, 2);
    } else assert.deepEqual(problems, []);
  });
}

test('a correction is a paragraph without id and citations; what is wrong in it is told at its line', () => {
  const wrong: [string, RegExp][] = [
    ['甲<b>乙', /HTML is not read/],
    ['甲 {#p5-1}', /has no id of its own/],
    ['甲[^1]', /cites no source/],
    ['- 甲', /is not one paragraph/],
    ['## 甲', /is not one paragraph/],
    ['甲[乙](/7/)', /leads within the site/],
  ];
  for (const [text, told] of wrong)
    assert.ok(
      readSentence(text).problems.some((problem) => told.test(problem.text)),
      text,
    );
  assert.equal(textOf(readSentence('甲**乙**與[丙](#p7-2)').content), '甲乙與丙');
});

test('a whole folder: numbers and lists in the wrong place are told in words, with all else', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'points'));
  writeFileSync(
    join(folder, 'points/01.md'),
    `---\nnumber: 1\ntitle: 2026\ngist:\nthesis: [甲]\nrelations: 甲\nsources: 5\n---\n\n甲,乙 {#p1-1}\n\n<b>\n`,
  );
  const problems = readContent(folder).problems.filter(({ file }) => file.endsWith('01.md'));
  const told = problems.map(({ line, text }) => `${line} ${text}`);
  for (const right of [
    '3 title: 2026 is read as a number: put it in quotes, "2026"',
    '4 gist: is empty: write it',
    '5 thesis: is no text: write one, in quotes where it begins with [ or {',
    '6 relations: is no list: write “- ” before each item, or [ ] around them',
    '10 “甲,乙” has a half-width , beside Han: write ，',
  ])
    assert.ok(told.includes(right), `${right} in ${told.join('\n')}`);
  assert.ok(told.some((text) => text.startsWith('12 HTML is not read')));
});

const letters = (text: string): string => (text.match(/[\p{L}\p{N}\p{M}]/gu) ?? []).join('');

/** All that a tree holds, in the order in which it is written: words, citations, the targets of links, ids, the numbers of lists. */
function held({ sections }: ContentFile): string {
  const inline = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'link')
          return inline(node.children) + (node.url.replace('mailto:', '') === textOf(node.children) ? '' : node.url);
        if ('children' in node) return inline(node.children);
        return 'value' in node ? node.value : node.type === 'footnoteReference' ? node.label : '';
      })
      .join('');
  const blocks = sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap(({ start, units }) =>
      units.map(({ content, id }, index) => `${start === undefined ? '' : start + index}${inline(content)}${id ?? ''}`),
    ),
  ]);
  return blocks.join('');
}

test('whatever is written is either told of or stands in the tree, letter by letter', () => {
  const random = seeded(20);
  const base =
    '## 論證\n\n甲乙丙丁，3~5次**戊己**與App。[^1]庚辛[壬癸](https://example.org/a_(b))子丑。 {#p5-1}\n\n- 寅卯`code`辰\n- 巳午 {#p5-2}\n\n1. 未申\n2. 酉戌\n\n> 亥甲\n> 乙丙 {#p5-3}\n';
  const bits = [
    '*',
    '**',
    '_',
    '~',
    '~~',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '<b>',
    '<!--',
    '-->',
    '#',
    '## ',
    '\n',
    '\n\n',
    '    ',
    '- ',
    '1. ',
    '3. ',
    '> ',
    '|',
    '---',
    '===',
    '!',
    '\\',
    '&amp;',
    '&',
    ';',
    ':',
    '[^1]',
    '[^a]',
    '[^1]: ',
    '{#p5-9}',
    '{',
    '}',
    'https://example.org',
    'www.a.b',
    'a@b.c',
    '  \n',
    '\r\n',
    '甲',
    'a',
    '5',
    '　',
    '\t',
    '-{',
    '}-',
  ];
  let published = 0;
  for (let round = 0; round < 1000; round += 1) {
    let body = base;
    for (let change = Math.ceil(random() * 4); change > 0; change -= 1) {
      const at = Math.floor(random() * body.length);
      const cut = random() < 0.4 ? Math.floor(random() * 6) : 0;
      body = body.slice(0, at) + (random() < 0.8 ? pick(bits, random) : '') + body.slice(at + cut);
    }
    const file = parseContentFile('a.md', 'a.md', FRONT + body);
    if (file.problems.length) continue;
    published += 1;
    assert.equal(letters(held(file)), letters(body), JSON.stringify(body));
  }
  assert.ok(published > 150, `${published} were published`);
});

test('a slip in any line of the fields is told at that line, never at another', () => {
  const random = seeded(21);
  const lines = FIELDS.trimEnd().split('\n');
  const break_: [RegExp, string][] = [
    [/: (?=[^\s[{"|])/, ': "'],
    [/^( *(?:- )?\w+): /, '$1：'],
    [/^( *(?:- )?\w+): /, '$1:'],
    [/: (?=[^\s[{"])/, ': @'],
    [/\]$| \}$/, ''],
    [/^  /, '\t'],
  ];
  for (let round = 0; round < 300; round += 1) {
    const at = Math.floor(random() * lines.length);
    const [from, to] = pick(break_, random);
    const broken = lines[at]?.replace(from, to) ?? '';
    if (broken === lines[at]) continue;
    const { problems } = parseContentFile('a.yaml', 'a.yaml', lines.with(at, broken).join('\n'));
    assert.deepEqual(
      problems.map(({ line }) => line),
      [at + 1],
      `${broken}: ${JSON.stringify(problems)}`,
    );
  }
});

test('a bracket right after a citation is text, after words it is told as a link that failed', () => {
  assert.deepEqual(readBody('一段。[^1]（按：二月。） {#p5-1}').problems, []);
  assert.match(
    readBody('見[這裡]（https://e.org/a）。 {#p5-1}')
      .problems.map(({ text }) => text)
      .join(),
    /makes no link here/,
  );
});
