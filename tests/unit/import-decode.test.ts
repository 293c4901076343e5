import assert from 'node:assert/strict';
import test from 'node:test';
import { Refusal } from '../../src/content/point-order.ts';
import { readArticle } from '../../src/import/article.ts';
import { decode } from '../../src/import/decode.ts';
import { encode } from '../support/encodings.ts';
import { bytesOf, foundIn } from '../support/imported.ts';
import { seeded } from '../support/random.ts';

const textOf = (name: string): string => bytesOf(name).toString('utf8');
const withMark = (text: string): Buffer => Buffer.from(`\uFEFF${text}`);
/** Big5 has only characters of Traditional, GBK those of both. */
const inBig5 = ['seven', 'one', 'thirty'];

test('an import reads UTF-8 with and without a mark, and whatever ends a line, alike', () => {
  const text = textOf('quirks');
  const plain = foundIn(readArticle(decode(Buffer.from(text)).text));
  for (const end of ['\n', '\r\n', '\r', '\u2028']) {
    const ended = text.replaceAll('\n', end);
    assert.deepEqual(foundIn(readArticle(decode(Buffer.from(ended)).text)), plain);
    assert.deepEqual(foundIn(readArticle(decode(withMark(ended)).text)), plain);
  }
  assert.equal(decode(withMark(text)).text, text);
  assert.equal(decode(Buffer.from(`\uFEFF${text}`, 'utf16le')).text, text);
});

test('an import recognises GBK, also of Traditional text', () => {
  for (const name of ['simplified', ...inBig5, 'quirks'])
    assert.deepEqual(decode(encode(textOf(name), 'gbk')), { text: textOf(name), encoding: 'gb18030' }, name);
});

test('an import recognises Big5', () => {
  for (const name of inBig5) assert.deepEqual(decode(encode(textOf(name), 'big5')), { text: textOf(name), encoding: 'big5' }, name);
});

const random = seeded(3);
/** What is no text that can be read, and what the refusal says. */
const bad: [name: string, bytes: Uint8Array, says: RegExp][] = [
  ['an empty file', Buffer.from(''), /空的/],
  ['a file of blanks', Buffer.from(' \r\n\t\u3000\n'), /空的/],
  ['a file with a mark and nothing else', Buffer.from('\uFEFF'), /空的/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /不是純文字/],
  ['noise', Uint8Array.from({ length: 4000 }, () => Math.floor(random() * 256)), /不是純文字/],
  ['noise without control characters', Uint8Array.from({ length: 4000 }, () => 128 + Math.floor(random() * 127)), /編碼/],
  ['UTF-8 with NUL', Buffer.from('1. 標題\0\n內文。'), /不是純文字/],
  ['Latin-1', Buffer.from('1. Überblick über die Größe\nDas Mädchen läßt grüßen.\n', 'latin1'), /編碼/],
  ['UTF-8 cut off in a character', Buffer.from('1. 標題\n內文').subarray(0, -1), /編碼/],
  ['UTF-8 with a mark and broken bytes', Buffer.concat([Buffer.from('\uFEFF1. 標題'), Buffer.from([0xff])]), /UTF-8/],
];
for (const [name, bytes, says] of bad)
  test(`an import refuses ${name} in one sentence`, () => {
    assert.throws(
      () => decode(bytes),
      (error) => error instanceof Refusal && says.test(error.message) && !error.message.includes('\n'),
    );
  });
