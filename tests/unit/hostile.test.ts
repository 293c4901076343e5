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
import { full } from '../support/settings.ts';

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
  for (const { text } of problems) assert.match(text, /請/);
  for (const { text } of problems) assert.doesNotMatch(text, /mdast|Error|undefined|null|YAML|scalar|mapping|implicit|\bat .*\.ts/i);
}

/** What an editor may write in a body, or paste: either refused, with what the message says and its line, or published as given here. */
const bodies: [name: string, body: string, refused: RegExp | string[], line?: number][] = [
  // T1: raw HTML
  ['an unclosed <b>', '甲<b>乙丙\n\n丁 {#p5-2}', /HTML不能用.*\*\*粗體\*\*/],
  ['an unclosed <u> in the second paragraph', '甲\n\n乙<u>丙', /HTML不能用/, 3],
  ['a stray <p>', '甲<p>乙', /HTML不能用/],
  ['a stray </p> that opens a unit', '甲</p><p data-unit id="p6-99">乙', /HTML不能用/],
  ['a comment', '甲<!-- 待查 -->乙', /HTML不能用，註解也不行/],
  ['a comment as a block', '甲\n\n<!-- 待查 -->\n\n乙', /註解也不行/, 3],
  ['a comment that is never closed', '甲\n\n<!-- 待查\n\n乙', /註解也不行/, 3],
  ['a processing instruction', '<?php echo 1 ?>', /HTML不能用/],
  ['CDATA', '甲<![CDATA[乙]]>', /HTML不能用/],
  ['a doctype', '<!DOCTYPE html>', /HTML不能用/],
  ['a line break of HTML', '甲<br>乙', /HTML不能用/],
  ['a tag in a heading', '## 論證<b>', /標題只能是純文字/],
  ['a comment in a heading', '## 論證<!-- 甲 -->', /標題只能是純文字/],
  ['a less-than sign before Han', '甲<乙且丙>丁', ['甲<乙且丙>丁']],
  ['a less-than sign between digits', '3<5且7>6', ['3<5且7>6']],
  ['an escaped less-than sign', '寫\\<b>為粗體', ['寫<b>為粗體']],
  ['an arrow', '甲->乙=>丙', ['甲->乙=>丙']],
  // T4: scripts and addresses that run
  ['a script', '<script>alert(1)</script>', /HTML不能用/],
  ['a script within a sentence', '甲<script>alert(1)</script>乙', /HTML不能用/],
  ['an iframe', '<iframe src="https://example.org"></iframe>', /HTML不能用/],
  ['a handler', '甲<a onclick="alert(1)">乙</a>', /HTML不能用/],
  ['an image with a handler', '甲<img src=x onerror=alert(1)>乙', /HTML不能用/],
  ['an SVG with a handler', '<svg onload=alert(1)>', /HTML不能用/],
  ['what only looks like a tag', '甲<svg/onload=alert(1)>乙', ['甲<svg/onload=alert(1)>乙']],
  ['a style', '<style>p { display: none }</style>', /HTML不能用/],
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    'http:evil.example',
    '\\\\evil',
  ].map((url): (typeof bodies)[number] => [`a link to ${url}`, `甲[乙](${url})丙`, /不能指向|沒有照原樣寫|是站內的路徑/]),
  ['a script address hidden in character references', '甲[乙](&#106;avascript:alert(1))', /不能指向/],
  ['a script address in angle brackets', '甲<javascript:alert(1)>乙', /不能指向/],
  ['a script address over two lines', '甲[乙](java\nscript:alert(1))', /成不了連結/],
  ['a script address with a tab', '甲[乙](java\tscript:alert(1))', /成不了連結/],
  // T2: marks that vanish
  ['single tildes between numbers', '約30~50億至60~80億', ['約30~50億至60~80億']],
  ['single tildes in a list of ranges', '3~5次，每次10~20分鐘', ['3~5次，每次10~20分鐘']],
  ['two tildes between numbers', '10~~20分鐘', /~~會照樣顯示出來/],
  ['two pairs of tildes between numbers', '10~~20與30~~40', /會消失，請寫\\~\\~/],
  ['words struck through', '甲~~乙~~丙', ['甲乙丙']],
  ['products', '5*3與6*7', /會消失，請寫\\\*；乘號寫×/],
  ['products with spaces', '價格為3 *4與5* 6元', /會消失/],
  ['products of brackets', '(a+b)*c+(d+e)*f', ['(a+b)*c+(d+e)*f']],
  ['powers', '2**10與2**8', /會消失/],
  ['percentages with stars', '20%*3與30%*4', ['20%*3與30%*4']],
  ['one star', '5*3等於15', ['5*3等於15']],
  ['escaped stars', '5\\*3與6\\*7', ['5*3與6*7']],
  ['underscores within a name', 'snake_case_name與a__b__c', ['snake_case_name與a__b__c']],
  ['underscores around a name', '方法__init__在此', ['方法__init__在此']],
  ['underscores around a name alone', '__init__ 甲', /會消失，請寫\\_\\_/],
  ['underscores around words', '甲_乙_丙 _丁_', /的_會消失/],
  ['strong words beside quotation marks', '**「三國殺」**是比喻', ['「三國殺」是比喻']],
  ['emphasis over quotation marks', '他說*「甲」乙*。', ['他說「甲」乙。']],
  ['stars that are never closed', '甲**乙丙', /\*\*會照樣顯示出來/],
  ['stars with a space inside', '甲** 乙**丙', /\*\*會照樣顯示出來/],
  ['a mark in the third line', '甲，\n乙，\n丙**丁', /會照樣顯示出來/, 3],
  ['four stars', '甲****乙', /會照樣顯示出來/],
  ['a backtick that is never closed', '甲`乙', /`會照樣顯示出來/],
  ['code', '指令`a*b*c <b> &amp; [^1]`在此', ['指令a*b*c <b> &amp; [^1]在此']],
  ['an escaped bracket', '甲\\[乙\\]丙', ['甲[乙]丙']],
  ['a backslash before Han', '甲\\乙', ['甲\\乙']],
  // T3, T9: addresses
  ['a bare address', '見https://example.org/a_(b)。後文繼續。', /裸網址/],
  ['a bare address without a scheme', '見www.example.org。後文', /裸網址/],
  ['a bare address with www in capitals', '見WWW.example.org。後文', /裸網址/],
  ['a bare mailbox', '寄到a@example.org。', /裸網址/],
  ['a bare address in the second line', '甲乙丙，\n見https://example.org 。', /裸網址/, 2],
  ['an address in angle brackets', '見<https://example.org/a?b=1&c=2>的後續', ['見https://example.org/a?b=1&c=2的後續']],
  ['a mailbox in angle brackets', '寄到<a@example.org>。', ['寄到a@example.org。']],
  ['Han in angle brackets', '見<https://example.org/甲>', /不是網址，請寫https:\/\/example\.org\/%E7%94%B2/],
  ['a link with brackets in its address', '甲[乙](https://example.org/a_(b))丙', ['甲乙丙']],
  ['a link with a space in its address', '甲[乙](https://example.org/a b)', /成不了連結/],
  ['a link with a space in pointed brackets', '甲[乙](<https://example.org/a b>)', /不是網址，請寫https:\/\/example\.org\/a%20b/],
  [
    'a link with Han in its address',
    '甲[乙](https://zh.wikipedia.org/wiki/三國)',
    /不是網址，請寫https:\/\/zh\.wikipedia\.org\/wiki\/%E4%B8%89/,
  ],
  ['a link with full-width brackets', '甲[乙]（https://example.org）', /成不了連結/],
  ['a link with full-width square brackets', '甲［乙］(https://example.org)', /裸網址/],
  ['a link with a full-width colon', '甲[乙](https：//example.org)', /是站內的路徑|不能指向/],
  ['an address that is none', '甲[乙](http://[)', /「http:\/\/\[」不是網址，請改正/],
  ['an empty address', '甲[乙]()', /是站內的路徑/],
  ['a link without words', '甲[](https://example.org)', /沒有文字/],
  ['a link with a title', '甲[乙](https://example.org "丙")', /連結的題名不會顯示/],
  ['a character reference in an address', '甲[乙](https://example.org/?a=1&lt;=2)', /沒有照原樣寫/],
  ['a page of this site', '甲[乙](/7/#p7-2)', /是站內的路徑.*請寫段落的編號，例如\[文字\]\(#p7-2\)/],
  ['a page that is not there', '甲[乙](/77/)', /是站內的路徑/],
  ['a file', '甲[乙](5.html)', /是站內的路徑/],
  ['a page above', '甲[乙](../5/)', /是站內的路徑/],
  ['another anchor', '甲[乙](#n5)', /是站內的路徑/],
  ['a unit by its id', '甲[乙](#p7-2)丙', ['甲乙丙']],
  ['a link by reference', '甲[乙][x]丙\n\n[x]: https://example.org', /這個連結沒有網址/],
  ['a definition', '甲\n\n[x]: https://example.org "丁"', /網址不能和連結分開寫/, 3],
  ['square brackets alone', '甲[乙]丙[丁][戊]', ['甲[乙]丙[丁][戊]']],
  ['a citation before a bracket', '甲[^1](https://example.org)', /引用號後面接\(會變成連結/],
  // T13: what no page shows
  ['an image', '甲![乙](x.png)', /圖片不能用，請用文字說/],
  ['an image from elsewhere', '甲\n\n![乙](https://example.org/x.png)', /圖片不能用/, 3],
  ['an image by reference', '![乙][x]\n\n[x]: x.png', /圖片不能用/],
  ['an image within a link', '[![乙](x.png)](https://example.org)', /圖片不能用/],
  ['a table', '甲\n\n| 乙 | 丙 |\n|---|---|\n| 丁 | 戊 |', /表格不能用/, 3],
  ['a line across', '甲\n\n***\n\n乙', /分隔線不能用/, 3],
  ['a line across of hyphens', '甲\n\n---\n\n乙', /分隔線不能用/, 3],
  ['a line of hyphens below a text', '甲\n---\n乙', /會把這段文字變成標題/],
  ['a line of equals signs below a text', '甲\n\n乙\n===', /會把這段文字變成標題/, 3],
  ['a heading of the first level', '甲\n\n# 乙', /標題不能用#，小節請寫##/, 3],
  ['a heading of the third level', '## 甲\n\n乙\n\n### 丙', /標題不能用###/, 5],
  ['a heading without a space', '##論證', /標題要用半形的##加一個空格/],
  ['a full-width heading', '＃＃ 論證', /標題要用半形的##/],
  ['an empty heading', '##\n\n甲', /這個標題是空的/],
  ['emphasis in a heading', '## **論證**', /標題只能是純文字/],
  ['an id within a heading', '## 論 {#p5-s10} 證', /「\{#」會照樣顯示出來/],
  ['a block of code by spaces', '甲\n\n    乙', /程式碼區塊不能用/, 3],
  ['a block of code by fences', '```js\n甲\n```', /程式碼區塊不能用/],
  ['a fence that is never closed', '甲\n\n~~~\n乙\n\n丙', /程式碼區塊不能用/, 3],
  ['a footnote', '甲[^2]\n\n[^2]: 乙', /註腳不能用，請把來源列在/, 3],
  ['a footnote by name', '甲[^a]乙', /「\[\^」會照樣顯示出來/],
  ['a footnote by name with its text', '甲[^a]乙\n\n[^a]: 丙', /註腳不能用/],
  ['an inline footnote', '甲^[乙]丙', ['甲^[乙]丙']],
  ['a list', '- 甲 {#p5-1}\n- 乙 {#p5-2}', ['甲', '乙']],
  ['a numbered list', '3. 甲\n4. 乙', ['甲', '乙']],
  ['a numbered list that leaps', '1. 甲\n3. 乙', /寫的是3，會顯示成2/, 2],
  ['a list within a list', '- 甲\n  - 乙', /清單的一項只放一段文字，不能放別的/, 2],
  ['an item of two paragraphs', '- 甲\n\n  乙', /清單的一項只放一段文字/, 3],
  ['an item that holds code', '- 甲\n\n      乙', /清單的一項只放一段文字/, 3],
  ['an empty item', '- 甲\n-\n- 乙', /這裡卻沒有/, 2],
  ['a list of tasks', '- [x] 甲\n- [ ] 乙', /方框\[ \]不能用/],
  ['a quotation', '> 甲\n> 乙\n>\n> 丙', ['甲乙', '丙']],
  ['a list in a quotation', '> - 甲', /引文裡只放段落，不能放別的/],
  ['a heading in a quotation', '> ## 甲', /引文裡只放段落/],
  ['a quotation in a quotation', '> 甲\n> > 乙', /引文裡只放段落/, 2],
  ['an empty quotation', '甲\n\n>', /這裡卻沒有/, 3],
  ['a comment in a quotation', '> <!-- 甲 -->', /引文裡只放段落/],
  // T5: lines
  ['a paragraph over three lines', '甲乙，\n丙丁\n戊己。', ['甲乙，丙丁戊己。']],
  ['a line that ends in Latin before Han', '用App\n看ChatGPT\nPlus', ['用App看ChatGPT Plus']],
  ['lines with emphasis between them', '甲**乙**\n*丙*丁', ['甲乙丙丁']],
  ['lines that end in CR LF', '甲\r\n乙\r\n\r\n丙', ['甲乙', '丙']],
  ['two spaces at the end of a line', '甲乙  \n丙', /這一行最後有兩個空格/],
  ['a break by hand', '甲\\\n乙', ['甲 乙']],
  // T12: ids in odd places
  ['an id on a line of its own', '甲乙。\n\n{#p5-3}', /\{#p5-3\}單獨一行，請放到上一段最後/, 3],
  ['an id below its paragraph', '甲乙。\n{#p5-3}', ['甲乙。']],
  ['an id alone that has no paragraph', '{#p5-3}', /單獨一行，請刪掉/],
  ['two ids', '甲 {#p5-3} {#p5-4}', /「\{#」會照樣顯示出來/],
  ['an id within a sentence', '甲 {#p5-3} 乙', /「\{#」會照樣顯示出來/],
  ['an id within strong words', '**甲 {#p5-3}**', /編號在強調、程式碼或連結裡面/],
  ['an id within a link', '甲[乙 {#p5-3}](https://example.org)', /編號在強調、程式碼或連結裡面/],
  ['an id in code', '甲`{#p5-3}`', /編號在強調、程式碼或連結裡面/],
  ['an id without its sign', '甲 {p5-3}', /「\{p5」會照樣顯示出來/],
  ['an id with a space', '甲 { #p5-3}', /「\{ #」會照樣顯示出來/],
  ['an id after emphasis', '甲**乙** {#p5-3}', ['甲乙']],
  ['an id after a citation', '甲。[^1] {#p5-3}', ['甲。']],
  // T10: what was typed
  ['Simplified characters', '这是简体', /这简体是簡體字，請寫繁體/],
  ['characters of both', '后里只面干云台松', ['后里只面干云台松']],
  ['a Simplified name set by hand', '姓-{张}-的人', ['姓-{张}-的人']],
  ['curly quotation marks', '他說“甲乙”。', /“和”不是本文的引號，請寫「」/],
  ['straight quotation marks', '他說"甲乙"。', /"和"不是本文的引號/],
  ['a straight quotation of Latin in Han', '他說"AI first"的意思', /"和"不是本文的引號/],
  ['single quotation marks', "他說'甲乙'。", /'和'不是本文的引號/],
  ['a quotation mark without its half', '他說“甲乙。', /“不是本文的引號，也缺了另一半/],
  ['apostrophes and inches', 'OpenAI\'s與Meta’s的6.7"螢幕與7"平板', ['OpenAI\'s與Meta’s的6.7"螢幕與7"平板']],
  ['a quotation within Latin', '論文Why "AI" Matters談到', ['論文Why "AI" Matters談到']],
  ['a lone native mark', '他說「甲乙。', /「有頭無尾/],
  ['a half-width comma', '甲,乙', /半形的,，請寫，/],
  ['half-width marks of all kinds', '甲:乙;丙?丁!', /半形的:，請寫：/],
  ['a half-width full stop', '甲乙.', /漢字後用了半形的點，請寫。/],
  ['a half-width dot within a name', '史蒂芬.霍金', /請寫。或・/],
  ['three dots', '甲...乙', /半形的刪節號，請寫……/],
  ['half-width brackets', '姚順雨(Yao)說', /在漢字旁用了半形括號/],
  ['a formula', '函數f(x)等於3.5,時間12:30,Yahoo!奇摩', /,/],
  [
    'numbers, times and versions',
    '5,848萬、12:30、v2.0、1/2、AT&T、R&D之爭、50%，C++與C#',
    ['5,848萬、12:30、v2.0、1/2、AT&T、R&D之爭、50%，C++與C#'],
  ],
  ['a sentence of Latin', '他說：Hello, world! (Really?)', ['他說：Hello, world! (Really?)']],
  ['a full-width citation', '甲［^1］乙', /［\^1］用了全形的符號，請寫\[\^1\]/],
  ['a full-width number sign in an id', '甲 {＃p5-4}', /請寫\{#p5-4\}/],
  ['a full-width id', '甲 ｛#p5-4｝', /請寫\{#p5-4\}/],
  ['a line of full-width spaces', '甲 {#p5-1}\n　　\n乙', /這一行只有全形或不斷行的空格/, 2],
  ['a full-width indent', '　　甲', /開頭有空格/],
  ['a typed space', '千問 App', /「千問 Ap」的漢字和英文、數字之間有空格/],
  ['a no-break space', '千問\u00a0App', /之間有空格/],
  ['a thin space in the second line', '甲，\nApp\u2009乙', /之間有空格/, 2],
  ['a typed space beside emphasis', '千問 **App**', /之間有空格/],
  ...['\u200b', '\u200d', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u0007', '\u0000', '\ue000', '\u2028'].map(
    (unit): (typeof bodies)[number] => [
      `U+${unit.charCodeAt(0).toString(16)}`,
      `甲${unit}乙`,
      unit === '\u0000' ? /壞掉的字元/ : /看不見的字元，U\+/,
    ],
  ),
  ['an emoji of several parts', '甲👩‍💻乙❤️', ['甲👩‍💻乙❤️']],
  ['half a character', '甲\ud842乙', /壞掉的字元/],
  ['a character beyond the first plane', '𠮷野家', ['𠮷野家']],
  ['a character reference', 'R&amp;D之爭', /&amp;會讀成另一個字元/],
  ['a numeric reference to what nobody sees', '甲&#x200b;乙', /&#x200b;會讀成另一個字元/],
  ['ampersands', 'AT&T與R&D與a&b', ['AT&T與R&D與a&b']],
  // What would take a parser minutes, or its stack
  ['ten thousand quotations', `${'>'.repeat(10_000)} 甲`, /有一千多個符號/],
  ['ten thousand stars', `甲\n\n${'*'.repeat(10_000)}乙${'*'.repeat(10_000)}`, /有一千多個符號/, 3],
  ['ten thousand underscores', `${'_'.repeat(10_000)}a${'_'.repeat(10_000)}`, /有一千多個符號/],
  ['ten thousand brackets', `${'['.repeat(10_000)}甲`, /有一千多個符號/],
  ['ten thousand lists', `${'- '.repeat(10_000)}甲`, /有一千多個符號/],
  ['ten thousand openings over many lines', '**甲 *乙\n'.repeat(5_000), /有一千多個符號/, 334],
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
  ['a quotation mark that is not closed', 'gist: 應', 'gist: "應', 3, /^這裡開始的"在這一行沒有結尾/],
  ['a quotation mark closed by one further down', 'title: 大', 'title: "大', 2, /^這裡開始的"/],
  ['a single quotation mark that is not closed', 'gist: 應', "gist: '應", 3, /^這裡開始的'/],
  ['a quotation mark not closed within { }', '"49.2"', '"49.2', 8, /少了一個引號/],
  ['a quotation that ends too early', '應用層決定', '"應用"層決定', 3, /^結尾的"後面還有文字/],
  ['an apostrophe within single marks', 'gist: 應', "gist: 'It's 應'", 3, /^結尾的'後面還有文字/],
  ['a [ that is not closed', '乙]', '乙', 13, /^這裡開始的\[沒有結尾，請寫\]/],
  ['a [ far above', 'gist: 應', 'gist: [應', 3, /^這裡開始的\[/],
  ['a { that is not closed', '模型能力 }', '模型能力', 5, /^這裡開始的\{沒有結尾/],
  ['a ] too many', '乙]', '乙]]', 13, /^結尾的\]後面還有文字/],
  ['a [ closed by }', '乙]', '乙}', 13, /^\[的結尾是\}/],
  ['a tab that indents', '    when', '\twhen', 11, /^這一行用Tab縮排/],
  ['a full-width indent', '    when', '　　when', 11, /^這一行用全形或不斷行的空格縮排/],
  ['a no-break indent', '    when', '\u00a0\u00a0\u00a0\u00a0when', 11, /^這一行用全形或不斷行的空格縮排/],
  ['an indent one too short', '    when', '   when', 11, /^開頭沒有和旁邊的欄位對齊/],
  ['an indent one too long', '    when', '     when', 11, /^開頭沒有和旁邊的欄位對齊/],
  ['an indented field', 'gist:', ' gist:', 3, /^開頭沒有和旁邊的欄位對齊/],
  ['a field that stands twice', 'gist:', 'title:', 3, /^這個欄位出現兩次，請只留一個/],
  ['no space after the colon', 'gist: 應', 'gist:應', 3, /要接一個普通空格/],
  ['no space after the first colon', 'number: 5', 'number:5', 1, /要接一個普通空格/],
  ['a full-width space after the colon', 'gist: 應', 'gist:　應', 3, /要接一個普通空格/],
  ['no space after a colon within { }', 'to: 7', 'to:7', 5, /請寫「to: 7」/],
  ['a full-width colon', 'gist: 應', 'gist：應', 3, /欄位名稱後的冒號是全形/],
  ['a full-width colon in the last line', 'last: 完', 'last：完', 14, /冒號是全形/],
  ['a full-width colon within { }', 'to: 7', 'to：7', 5, /請寫「to: 7」/],
  ['a second colon', 'title: 大', 'title: 甲: 大', 2, /^這個值裡又有一個冒號加空格.*或改寫全形的：/],
  ['a second colon in a Chinese field', 'title: 大', '標題: 甲: 大', 2, /^這個值裡又有一個冒號/],
  ['a second colon within { }', 'why: 模', 'why: 甲: 模', 5, /值裡有冒號加空格/],
  ...['@', '`', '%', '*', '**', '&', '!', '|', '>', '? ', '- ', ', ', ']'].map((sign): (typeof slips)[number] => [
    `a value that begins with ${sign}`,
    'gist: 應',
    `gist: ${sign}應`,
    3,
    new RegExp(`^值不能以\\${sign[0]}開頭，請把整個值放進引號`),
  ]),
  ['a percent sign within { }', '"%"', '%', 8, /^值不能以%開頭/],
  ['a number with nought at its end', '"49.2"', '49.20', 8, /49\.20會讀成數字，請加引號，寫成"49\.20"/],
  ['a number of another base', '"49.2"', '0x10', 8, /0x10會讀成數字/],
  ['a power of ten', '"49.2"', '1e3', 8, /1e3會讀成數字/],
  ['noughts before a number', '"49.2"', '007', 8, /007會讀成數字/],
  ['a number beyond all digits', '"49.2"', '12345678901234567890', 8, /會讀成數字/],
  ['infinity', '"49.2"', '.inf', 8, /會讀成數字/],
  ['a sign before a number', '"49.2"', '+3', 8, /\+3會讀成數字/],
  ['a thousand with its comma', '"49.2"', '5,848', 8, /「5,848」裡的逗號會把值切斷，請把整個值放進引號，寫成"5,848"/],
  ['a comma within a text', '模型能力', '模型,能力', 5, /「模型,能力」裡的逗號會把值切斷/],
  ['yes', 'gist: 應用層決定勝負', 'gist: yes', 3, /yes可能讀成true或false/],
  ['no in capitals', 'gist: 應用層決定勝負', 'gist: NO', 3, /NO可能讀成true或false/],
  ['a capital True', 'gist: 應用層決定勝負', 'gist: True', 3, /True會讀成true/],
  ['a tilde', 'gist: 應用層決定勝負', 'gist: ~', 3, /~會讀成空值/],
  ['null', 'gist: 應用層決定勝負', 'gist: Null', 3, /Null會讀成空值/],
  ['a # that drops the rest', '層決定勝負', '層 #決定勝負', 3, /「#決定勝負…」在#之後，會被丟掉，請把整個值放進引號，或把註解/],
  ['a # that drops the rest of a Latin text', '應用層決定勝負', 'Team #1', 3, /在#之後，會被丟掉/],
  ['a # that drops all', 'gist: 應', 'gist: #應', 3, /在#之後，會被丟掉/],
  [
    'a # that drops the rest within { }',
    '7, kind: leads, why: 模型能力 }',
    '7, kind: leads, why: 模型 #能力\n    }',
    5,
    /在#之後，會被丟掉/,
  ],
  ['curly quotation marks around a value', '"49.2"', '“49.2”', 8, /“不能把值括起來，請寫"/],
  ['a full-width quotation mark', 'gist: 應', 'gist: ＂應', 3, /＂不能把值括起來/],
  ['an escape', '"49.2"', '"49\\u002e2"', 8, /引號裡的\\不是普通的\\/],
  ['an escape that is none', '"49.2"', '"49\\.2"', 8, /引號裡的\\不是普通的\\/],
  ['half a character by escape', '"49.2"', '"\\ud842"', 8, /引號裡的\\不是普通的\\/],
  ['a field without a colon', 'gist: 應用層決定勝負', '應用層決定勝負', 3, /^不是欄位，也不是清單的一項/],
  ['an item without its hyphen', '  - { to: 9', '  { to: 9', 6, /^清單的這一項前面沒有「- 」/],
  ['a hyphen without its space', '  - id: p5', '  -id: p5', 10, /^這一項的-後面要有空格/],
  ['a full-width comma between fields', '7, kind', '7，kind', 5, /^全形的，分不開欄位/],
  ['no comma between fields', '7, kind', '7 kind', 5, /^少了逗號/],
  ['an item below a text', 'gist: 應用層決定勝負', 'gist: 應用層\n  - 甲', 3, /會讀成這段文字的一部分/],
  ['an anchor and its alias', 'gist: 應用層', 'gist: &a 應用層', 3, /^值不能以&開頭/],
  ['a merge of fields', 'gist: 應', '<<: { a: 1 }\ngist: 應', 3, /不能從別處搬來/],
  ['a tag', 'gist: 應', 'gist: !!str 應', 3, /^值不能以!開頭/],
  ['a field by question mark', 'gist: 應', '? gist\n: 應', 3, /不是欄位，也不是清單的一項/],
  ['marks of a merge', 'gist:', '<<<<<<< HEAD\ngist:', 3, /是合併留下的/],
  ['a heading among the fields', 'last: 完\n', 'last: 完\n\n## 論證\n\n甲乙。\n', 16, /欄位之間出現了標題，請在它上面寫一行---/],
  ['lists within lists, ten thousand deep', 'gist: 應用層決定勝負', `gist: ${'['.repeat(10_000)}應${']'.repeat(10_000)}`, 3, /太多層/],
];

for (const [name, from, to, line, told] of slips) {
  test(`${name} in a field is told at its line, alone`, () => {
    const text = FIELDS.replace(from, to);
    assert.notEqual(text, FIELDS);
    const { problems, values } = parseContentFile('content/points/05.md', 'points/05.md', `---\n${text}---\n\n甲 {#p5-1}\n`);
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.equal(problems[0]?.line, line + 1, JSON.stringify(problems));
    assert.match(problems[0]?.text.replace(/^[\w.]+：/, '') ?? '', told);
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
  ['nothing', '', 1, /是空的，請寫上/],
  ['nothing but spaces', ' \n\n', 1, /是空的/],
  ['another encoding', new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]), 1, /不是UTF-8的文字/],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x2d, 0x00]), 1, /不是UTF-8的文字/],
  ['half a character', new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xed, 0xa1, 0x82]), 1, /不是UTF-8的文字/],
  ['line ends of CR', '---\rnumber: 5\r---\r', 1, /只用CR換行/],
  ['no front matter', '甲乙。', 1, /開頭沒有欄位/],
  ['front matter after an empty line', '\n---\nnumber: 5\n---\n', 2, /從第一行開始，那一行只寫---/],
  ['front matter after a space', ' ---\nnumber: 5\n---\n', 1, /那一行只寫---/],
  ['front matter of dashes', '———\nnumber: 5\n———\n', 1, /那一行只寫---/],
  ['front matter that is not closed', '---\nnumber: 5\n', 1, /沒有結束/],
  ['front matter closed by four hyphens', '---\nnumber: 5\n----\n', 3, /結束不了開頭的欄位/],
  ['front matter closed after a space', '---\nnumber: 5\n ---\n', 3, /結束不了開頭的欄位/],
  ['front matter closed by full-width hyphens', '---\nnumber: 5\n－－－\n', 3, /結束不了開頭的欄位/],
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
  ['gist: 甲**乙**丙', /^「\*\*」會照樣顯示出來，這裡是純文字/],
  ['gist: 甲~~乙~~丙', /^「~~」會照樣顯示出來/],
  ['gist: 甲[乙](https://example.org)', /^「\]\(」會照樣顯示出來/],
  ['gist: 甲`乙`丙', /^「`」會照樣顯示出來/],
  ['gist: 甲<b>乙</b>', /^「<b>」會照樣顯示出來/],
  ['gist: 甲<!-- 乙 -->', /^「<!--」會照樣顯示出來/],
  ['gist: 甲。[^2]', /^「\[\^」會照樣顯示出來/],
  ['gist: 甲 {#p5-1}', /^「\{#」會照樣顯示出來/],
  ['gist: 5*3與6*7，R&D之爭，3<5，a_b_c，30~50億', undefined],
  ['gist: R&amp;D', /^「&amp;」會照樣顯示出來/],
  ['corrections: [{ date: 2026-01-01, text: "甲**乙**與[丙](https://example.org)" }]', undefined],
  ['corrections: [{ date: 2026-01-01, text: 千問 **App** }]', /之間有空格/],
  ['corrections: [{ date: 2026-01-01, text: 甲"乙" }]', /不是本文的引號/],
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
    ['甲<b>乙', /HTML不能用/],
    ['甲 {#p5-1}', /沒有自己的編號/],
    ['甲[^1]', /不能用號碼引用來源/],
    ['- 甲', /不是一段文字/],
    ['## 甲', /不是一段文字/],
    ['甲[乙](/7/)', /是站內的路徑/],
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
    '3 title：2026會讀成數字，請加引號，寫成"2026"',
    '4 gist：是空的，請寫上',
    '5 thesis：不是文字，請寫文字，以[或{開頭的要加引號',
    '6 relations：不是清單，請在每一項前面寫「- 」，或用[ ]括起來',
    '10 「甲,乙」在漢字旁用了半形的,，請寫，',
  ])
    assert.ok(told.includes(right), `${right} in ${told.join('\n')}`);
  assert.ok(told.some((text) => text.startsWith('12 HTML不能用')));
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

const CHANGED = full ? 1000 : 300;

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
  for (let round = 0; round < CHANGED; round += 1) {
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
  assert.ok(published > CHANGED * 0.15, `${published} were published`);
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
    /成不了連結/,
  );
});
