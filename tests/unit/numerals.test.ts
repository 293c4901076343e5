import assert from 'node:assert/strict';
import test from 'node:test';
import { hanDate, hanNumeral } from '../../src/text/numerals.ts';

/** A 〇 stands for tens that are missing, and after a hundred ten is 一十. */
const numerals: [number, string][] = [
  [1, '一'],
  [5, '五'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [21, '二十一'],
  [99, '九十九'],
  [100, '一百'],
  [101, '一百〇一'],
  [110, '一百一十'],
  [112, '一百一十二'],
  [120, '一百二十'],
  [999, '九百九十九'],
];

test('points are numbered in Han from 一 to 九百九十九', () => {
  for (const [number, numeral] of numerals) assert.equal(hanNumeral(number), numeral);
  for (const number of [0, 1000, 1.5, -1]) assert.throws(() => hanNumeral(number), RangeError);
});

test('a day is written as on a title page', () => {
  assert.equal(hanDate('2026-11-24'), '二〇二六年十一月二十四日');
});
