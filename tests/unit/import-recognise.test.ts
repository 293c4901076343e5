import assert from 'node:assert/strict';
import test from 'node:test';
import { readArticle } from '../../src/import/article.ts';
import { formOf } from '../../src/import/characters.ts';
import { decode } from '../../src/import/decode.ts';
import { recognise } from '../../src/import/recognise.ts';
import { hanNumeral } from '../../src/text/numerals.ts';
import { bytesOf, expectedOf, fixtures, foundIn } from '../support/imported.ts';

const titles = (text: string): [number, string][] => recognise(text).points.map(({ number, title }) => [number, title.text]);
const doubts = (text: string): string =>
  recognise(text)
    .doubts.map(({ line, text }) => `${line}：${text}`)
    .join('\n');
const body = '這一段話說明上面的標題，說到句號為止。';
const article = (...headings: string[]): string => headings.map((heading) => `${heading}\n${body}\n`).join('');

for (const name of fixtures)
  test(`an import finds every point, title and paragraph of ${name}.txt, and nothing else`, () => {
    assert.deepEqual(foundIn(readArticle(decode(bytesOf(name)).text)), expectedOf(name));
  });

test('a Simplified text may stay the master, letter by letter', () => {
  const input = decode(bytesOf('simplified')).text;
  const { points, lead, authors, source, improved } = readArticle(input, { master: formOf('zh-Hans') });
  assert.equal(source.id, 'zh-hans');
  assert.deepEqual(authors, ['林知夏', '周远山']);
  for (const text of [...lead, ...points.flatMap(({ title, body }) => [title, ...body.map(({ text }) => text)])])
    assert.ok(input.includes(text), text);
  assert.ok(points[0]!.body[1]!.text.includes('“桥不嫌我们吵。”'));
  assert.deepEqual(
    improved.flatMap(({ changes }) => changes),
    [],
  );
});

/** Ways of numbering: two headings as they are written, and the titles to find. */
const ways: [string, string][] = [
  ['1.春天來了', '2.夏天來了'],
  ['1. 春天來了', '2. 夏天來了'],
  ['1．春天來了', '2．夏天來了'],
  ['１．春天來了', '２．夏天來了'],
  ['1、春天來了', '2、夏天來了'],
  ['1\\. 春天來了', '2\\. 夏天來了'],
  ['（1）春天來了', '（2）夏天來了'],
  ['(1) 春天來了', '(2) 夏天來了'],
  ['1）春天來了', '2）夏天來了'],
  ['一、春天來了', '二、夏天來了'],
  ['一、 春天來了', '二、　夏天來了'],
  ['（一）春天來了', '（二）夏天來了'],
  ['第一、春天來了', '第二、夏天來了'],
  ['第一，春天來了', '第二，夏天來了'],
  ['第一 春天來了', '第二 夏天來了'],
  ['第一點：春天來了', '第二點：夏天來了'],
  ['第一春天來了', '第二夏天來了'],
  ['## 1. 春天來了', '## 2. 夏天來了'],
  ['### 一、春天來了', '### 二、夏天來了'],
  ['## 1 春天來了', '## 2 夏天來了'],
  ['**1. 春天來了**', '**2. 夏天來了**'],
  ['**1.** 春天來了', '**2.** 夏天來了'],
  ['## **1. 春天來了**', '## **2. 夏天來了** ##'],
  ['1.\n春天來了', '2.\n夏天來了'],
];

for (const [one, two] of ways)
  test(`points may be numbered like “${one.replace('\n', '⏎')}”`, () => {
    const found = recognise(`導讀說幾句話。\n${article(one, two)}`);
    assert.deepEqual(
      found.points.map(({ number, title, body }) => [number, title.text, body.map(({ text }) => text)]),
      [
        [1, '春天來了', [body]],
        [2, '夏天來了', [body]],
      ],
    );
    assert.deepEqual(found.doubts, []);
  });

test('a number within or before a sentence begins no point', () => {
  const lines = [
    '2026年,一個重要變化發生了。',
    '2022—2023年,市場只長了3.5%。',
    '3.5%的人說不知道。',
    '5、6月間,雨水最多。',
    '三、四個人就夠了。',
    '第一次來的人，多半迷路。',
    '第二季的數字，比第一季好。',
    '10:30開門，3,800人排隊。',
    '1000. 不是編號。',
  ];
  const { points, doubts } = recognise(`1. 春天來了\n${lines.join('\n')}\n2. 夏天來了\n${lines.join('\n')}`);
  assert.deepEqual(
    points.map(({ title, body }) => [title.text, body.map(({ text }) => text)]),
    [
      ['春天來了', lines],
      ['夏天來了', lines],
    ],
  );
  assert.deepEqual(doubts, []);
});

test('a title may begin with a number, and the tenth point with 一', () => {
  const headings = ['1. 2026年是轉折', '2.2027年再看', '3、一年太短', '4.3件舊事', '5. 3件舊事'];
  assert.deepEqual(titles(article(...headings)), [
    [1, '2026年是轉折'],
    [2, '2027年再看'],
    [3, '一年太短'],
    [5, '3件舊事'],
  ]);
  assert.match(doubts(article(...headings)), /跳號/);
});

test('one article may number in several ways, as long as the numbers go on', () => {
  const headings = ['1.春', '2．夏', '（3）秋', '四、冬', '第五、年', '6、月'];
  assert.deepEqual(titles(article(...headings)), [
    [1, '春'],
    [2, '夏'],
    [3, '秋'],
    [4, '冬'],
    [5, '年'],
    [6, '月'],
  ]);
});

test('a list within a point begins no point, numbered as the points or otherwise', () => {
  const own = '1. 春\n三件事：\n1. 甲\n2. 乙\n3. 丙\n2. 夏\n一段。\n（1）甲\n（2）乙\n（3）丙\n';
  assert.deepEqual(titles(own), [
    [1, '春'],
    [2, '夏'],
  ]);
  assert.match(doubts(own), /3：從這一行起，編號又從1到3/);
  const outer = '一、春\n三件事：\n1. 甲\n一段。\n2. 乙\n一段。\n3. 丙\n一段。\n二、夏\n一段。';
  assert.deepEqual(titles(outer), [
    [1, '春'],
    [2, '夏'],
  ]);
});

test('an article of more than a hundred points is found whole, numbered in figures or in Han', () => {
  const numbers = Array.from({ length: 120 }, (_, index) => index + 1);
  for (const write of [String, hanNumeral])
    assert.deepEqual(
      titles(article(...numbers.map((number) => `${write(number)}、題目甲`))).map(([number]) => number),
      numbers,
    );
});

test('numbering that skips, repeats or runs backwards is told with its line, and no text goes', () => {
  const skipped = article('1. 甲', '2. 乙', '4. 丁');
  assert.deepEqual(titles(skipped), [
    [1, '甲'],
    [2, '乙'],
    [4, '丁'],
  ]);
  assert.match(doubts(skipped), /^5：編號跳號：第2則之後是4/m);
  const repeated = article('1. 甲', '2. 乙', '2. 丙', '3. 丁');
  assert.deepEqual(titles(repeated), [
    [1, '甲'],
    [2, '乙'],
    [3, '丙'],
    [4, '丁'],
  ]);
  assert.match(doubts(repeated), /^5：編號重複：第2則之後是2/m);
  const backwards = article('1. 甲', '3. 丙', '2. 乙');
  assert.deepEqual(titles(backwards), [
    [1, '甲'],
    [2, '丙'],
    [3, '乙'],
  ]);
  assert.match(doubts(backwards), /^5：編號倒退：第3則之後是2/m);
  assert.match(doubts(article('2. 乙', '3. 丙')), /^1：編號跳號：第一則的編號是2/m);
});

test('sentences that count in the lead are no points', () => {
  const lead =
    '第一，這條街上的店換得很快，去年的招牌今年多半不在；租金漲了，人也散了。\n第二，留下來的都有兩代人，一代顧店，一代送貨；他們不談擴張。';
  assert.deepEqual(titles(`${lead}\n${article('1. 春', '2. 夏', '3. 秋')}`), [
    [1, '春'],
    [2, '夏'],
    [3, '秋'],
  ]);
});

test('a table of contents above the points is none of them', () => {
  assert.deepEqual(titles(`目錄\n1. 春天\n2. 夏天\n${article('1. 春天', '2. 夏天')}`), [
    [1, '春天'],
    [2, '夏天'],
  ]);
});

/** Lines above the first point, and what they say. */
const heads: [lines: string, title: string | undefined, authors: string[], date: string | undefined][] = [
  ['特約作者 余明 張同', undefined, ['余明', '張同'], undefined],
  ['作者：余明、張同', undefined, ['余明', '張同'], undefined],
  ['作者：余明，張同,李默', undefined, ['余明', '張同', '李默'], undefined],
  ['文／余明', undefined, ['余明'], undefined],
  ['（記者余明／霧港報導）', undefined, ['余明'], undefined],
  ['By Jane Doe, John Roe', undefined, ['Jane Doe', 'John Roe'], undefined],
  ['作者 | Jane Doe 余明', undefined, ['Jane Doe', '余明'], undefined],
  ['一個標題\n作者 余明 2026-01-11', '一個標題', ['余明'], '2026-01-11'],
  ['# 一個標題\n\n2026年1月11日', '一個標題', [], '2026-01-11'],
  ['標題：一個標題\n發布時間：2026/1/11 10:30  來源：霧港週報', '一個標題', [], '2026-01-11'],
  ['一個標題\n二〇二六年一月十一日', '一個標題', [], '2026-01-11'],
  ['【霧港2026年1月11日電】去年的事，今年再說一次。', undefined, [], '2026-01-11'],
  ['2026年1月11日，霧港下了一場雨，沒有人帶傘。', undefined, [], undefined],
  ['作者認為這件事不急，可以再等一年。', undefined, [], undefined],
  ['2026年2月30日', undefined, [], undefined],
];
for (const [lines, title, authors, date] of heads)
  test(`the lines above the first point say who and when: ${lines.replaceAll('\n', '⏎')}`, () => {
    const found = recognise(`${lines}\n這是導言，說完了。\n${article('1. 甲', '2. 乙')}`);
    assert.deepEqual([found.title?.text, found.authors.map(({ text }) => text), found.date], [title, authors, date]);
    assert.equal(found.lead.at(-1)?.text, '這是導言，說完了。');
  });

test('notices at the end are kept apart, English ones too, and what only sounds like one stays', () => {
  const tail = '特別聲明：以上內容為用戶上傳並發布。\nNotice: The content above is uploaded by a user.\nIt only provides storage.';
  const { points, pieces } = recognise(`${article('1. 甲', '2. 乙')}重要的話說完了，版權的事下回再說。\n\n${tail}\n`);
  assert.deepEqual(
    points[1]!.body.map(({ text }) => text),
    [body, '重要的話說完了，版權的事下回再說。'].slice(0, points[1]!.body.length),
  );
  assert.deepEqual(
    pieces
      .filter(({ kind }) => kind === 'notice')
      .map(({ text }) => text)
      .slice(-3),
    tail.split('\n'),
  );
});

test('a heading may end in 。 or hold its paragraph, and one without text is told', () => {
  const { points, doubts } = readArticle('1. 春天來了。\n一段。\n2. 夏天也來了。它比春天長，也比春天吵。\n3. 秋天');
  assert.deepEqual(
    points.map(({ title, body }) => [title, body.map(({ text }) => text)]),
    [
      ['春天來了', ['一段。']],
      ['夏天也來了', ['它比春天長，也比春天吵。']],
      ['秋天', []],
    ],
  );
  assert.match(doubts.map(({ text }) => text).join('\n'), /第3則「秋天」沒有內文/);
});
