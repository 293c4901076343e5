import assert from 'node:assert/strict';
import test from 'node:test';
import { readBody, unitsIn } from '../../src/content/body.ts';
import { parseContentFile } from '../../src/content/files.ts';
import { Refusal } from '../../src/content/point-order.ts';
import { readArticle, type Imported } from '../../src/import/article.ts';
import { formOf } from '../../src/import/characters.ts';
import { decode } from '../../src/import/decode.ts';
import { fileOfPoint, filesOf } from '../../src/import/files.ts';
import { isBlank } from '../../src/import/lines.ts';
import { kinds } from '../../src/import/pieces.ts';
import { recognise } from '../../src/import/recognise.ts';
import { reportOf } from '../../src/import/report.ts';
import { textOf } from '../../src/text/inline.ts';
import { convertAligned } from '../../src/text/opencc.ts';
import { bytesOf, fixtures } from '../support/imported.ts';
import { pick, seeded } from '../support/random.ts';

const rounds = process.env.TEST_FULL ? 4000 : 60;
const length = (text: string): number => [...text].length;
/** The letters of a text; a foreign id is none, and goes where it is at the end or comes to be there. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>/gi, '')
    .replaceAll('{#p1-1}', '')
    .replace(/[^\p{L}\p{N}]/gu, '');
const simplified = (text: string): string =>
  [...text].map((character) => convertAligned(character, 'tw', 'cn').text.replace('幺', '么')).join('');
/** The words of a paragraph as readers see them: without the marks of strong words and links. */
const seen = (text: string): string =>
  text.replace(/\*\*([^*]+)\*\*|\[([^[\]]+)\]\(https?:\/\/[^\s()]+\)/g, (_, strong: string, words: string) => strong ?? words);

/** Holds the account of an import to what its files hold: every character of the input is somewhere, once. */
function audit(input: string, article: Imported): void {
  const pieces = recognise(input).pieces;
  let end = 0;
  for (const { start, text } of pieces) {
    assert.ok(start >= end, 'two pieces overlap');
    assert.equal(input.slice(start, start + text.length), text);
    assert.ok(isBlank(input.slice(end, start)), `“${input.slice(end, start)}” is in no piece`);
    end = start + text.length;
  }
  assert.ok(isBlank(input.slice(end)), `“${input.slice(end)}” is in no piece`);

  const { account, title = '', lead, points, improved } = article;
  const texts = [title, ...lead, ...points.flatMap(({ title, body }) => [title, ...body.map(({ text }) => text)])];
  assert.equal(
    account.output,
    texts.reduce((sum, text) => sum + length(text), 0),
  );
  assert.equal(account.rest, 0);
  const left = account.left.reduce((sum, [, count]) => sum + count, 0);
  assert.equal(length(input) - account.blank - left + account.corrections, account.output);
  // A character that was repaired stands for the same one in Simplified.
  for (const { piece, text } of improved)
    if (article.source === article.master) assert.equal(simplified(letters(text)), simplified(letters(piece.text)));
  assert.equal(
    improved.filter(({ piece }) => kinds[piece.kind].is === 'text').length,
    pieces.filter(({ kind }) => kinds[kind].is === 'text').length,
  );
}

/** Every paragraph comes back from the files, in order and with its id. */
function auditFiles(article: Imported): void {
  const files = filesOf(article);
  for (const { number, title, body } of article.points) {
    const file = parseContentFile('x.md', 'x.md', files[fileOfPoint(number)]!);
    assert.equal((file.values as { title?: unknown }).title, title);
    const units = unitsIn(readBody(file.body).sections);
    const paragraphs = body.filter(({ isHeading }) => !isHeading).map(({ text }) => text);
    assert.deepEqual(
      units.map(({ id }) => id),
      (paragraphs.length ? paragraphs : ['']).map((_, index) => `p${number}-${index + 1}`),
    );
    paragraphs.forEach((text, index) => {
      const words = textOf(units[index]!.content);
      assert.ok([text, seen(text)].includes(words), `${JSON.stringify(text)} came back as ${JSON.stringify(words)}`);
    });
  }
  assert.ok(reportOf(article, files, { name: 'x', encoding: 'utf-8' }).text.includes('## 收支'));
}

/** Reads a text; undefined where it has no points. */
function imported(input: string, from: 'zh-Hant' | 'zh-Hans'): Imported | undefined {
  try {
    return readArticle(input, { from: formOf(from) });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

for (const name of fixtures)
  test(`the account of ${name}.txt adds up, and its files hold every paragraph`, () => {
    const input = decode(bytesOf(name)).text;
    const article = readArticle(input);
    audit(input, article);
    auditFiles(article);
  });

const typed = [
  ',',
  '.',
  '...',
  '"',
  '“',
  '”',
  '‘',
  '「',
  '」',
  '(',
  ')',
  '（',
  '--',
  '—',
  ' ',
  '\n',
  '\r\n',
  '\n\n',
  '\u3000',
  '\u200B',
  '\t',
  '1.',
  '2、',
  '（3）',
  '四、',
  '第五，',
  '# ',
  '## 6. ',
  '> ',
  '- ',
  '* ',
  '**',
  '__',
  '`',
  '~~',
  '|',
  '![]()',
  '![圖](a.png)',
  '<b>',
  '&nbsp;',
  '[甲](https://example.org/a)',
  'https://example.org/a,b',
  '[^1]',
  '{#p1-1}',
  '\\',
  '$',
  '---',
  '===',
  '作者：',
  '余明 張同',
  '2026年1月11日',
  '特別聲明',
  'Notice: this',
  '圖為',
  'AI',
  '3.5%',
  '2026年,',
  '文字',
  '這是一段話。',
  '𠮷',
  '👩‍👧',
  '-{甲}-',
];

test('whatever is mutated in an article, no character is lost, none stands twice, and nothing crashes', () => {
  const random = seeded(13);
  let read = 0;
  for (let round = 0; round < rounds; round += 1) {
    let input = decode(bytesOf(pick(fixtures, random))).text;
    for (let times = 0; times < 1 + (round % 9); times += 1) {
      const at = Math.floor(random() * input.length);
      const cut = random() < 0.3 ? Math.floor(random() * 30) : 0;
      input = input.slice(0, at) + (random() < 0.8 ? pick(typed, random) : '') + input.slice(at + cut);
    }
    const article = imported(input.toWellFormed(), round % 5 ? 'zh-Hant' : 'zh-Hans');
    if (!article) continue;
    read += 1;
    try {
      audit(input.toWellFormed(), article);
      auditFiles(article);
    } catch (error) {
      throw new Error(`round ${round}: ${JSON.stringify(input)}`, { cause: error });
    }
  }
  assert.ok(read > rounds * 0.9, `${read} of ${rounds} were read`);
});

test('whatever is typed at random, no character is lost, none stands twice, and nothing crashes', () => {
  const random = seeded(29);
  let read = 0;
  for (let round = 0; round < rounds; round += 1) {
    const input = `1. 甲\n${Array.from({ length: 40 }, () => pick(typed, random)).join('')}`;
    const article = imported(input, 'zh-Hant');
    if (!article) continue;
    read += 1;
    try {
      audit(input, article);
      auditFiles(article);
    } catch (error) {
      throw new Error(`round ${round}: ${JSON.stringify(input)}`, { cause: error });
    }
  }
  assert.ok(read === rounds, `${read} of ${rounds} were read`);
});

test('a text of 200 points is imported within 5 seconds', () => {
  const paragraph = decode(bytesOf('quirks')).text.split('\n')[6]!;
  const input = Array.from({ length: 200 }, (_, index) => `${index + 1}. 第${index + 1}個題目\n${`${paragraph}\n`.repeat(4)}`).join('');
  const start = process.cpuUsage();
  const article = readArticle(input);
  reportOf(article, filesOf(article), { name: 'x', encoding: 'utf-8' });
  // The time of this process alone: the machine may be busy with others.
  const { user, system } = process.cpuUsage(start);
  assert.equal(article.points.length, 200);
  audit(input, article);
  assert.ok(user + system < 5e6, `${Math.round((user + system) / 1000)} ms`);
});
