import assert from 'node:assert/strict';
import test from 'node:test';
import { hanDate, hanNumeral } from '../../src/text/numerals.ts';

test('points are numbered in Han from 一 to 九十九', () => {
  assert.deepEqual([1, 5, 10, 11, 20, 21, 99].map(hanNumeral), ['一', '五', '十', '十一', '二十', '二十一', '九十九']);
  for (const number of [0, 100, 1.5, -1]) assert.throws(() => hanNumeral(number), RangeError);
});

test('a day is written as on a title page', () => {
  assert.equal(hanDate('2026-11-24'), '二〇二六年十一月二十四日');
});
