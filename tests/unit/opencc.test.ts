import assert from 'node:assert/strict';
import test from 'node:test';
import { Converter } from 'opencc-js';
import { configs } from 'opencc-js/preset';
import { convertAligned, type OpenccName } from '../../src/text/opencc.ts';
import { pick, seeded } from '../support/random.ts';
import { full } from '../support/settings.ts';

const every: [OpenccName, OpenccName][] = [
  ['tw', 'cn'],
  ['cn', 'tw'],
  ['cn', 'hk'],
  ['hkp', 'cn'],
  ['tw', 'twp'],
  ['hk', 'cn'],
  ['twp', 'cn'],
  ['cn', 'twp'],
  ['cn', 'hkp'],
  ['tw', 'hk'],
];
/** Each loads its dictionaries twice, which is what this test costs. */
const pairs = full ? every : every.slice(0, 5);
const LINES = full ? 20_000 : 800;
const words = Object.values(configs).flatMap(({ conversionChain }) =>
  conversionChain.flat().flatMap((entries) => String(entries).split(/[ |]/)),
);

/** Words of the dictionaries, whole and cut, between characters of every kind that they treat in a way of its own. */
function line(random: () => number): string {
  const piece = [
    () => pick(words, random),
    () => pick(words, random).slice(0, 2),
    () => String.fromCodePoint(0x4e00 + Math.floor(random() * 0x5200)),
    () => String.fromCodePoint(0xf900 + Math.floor(random() * 0x1ff)),
    () => String.fromCodePoint(0x20000 + Math.floor(random() * 0xa6d0)),
    () => pick(['，', '。', '「', '“', '’', 'GPT-5', '⿰', '⿱', '⿲', '𠮷', '\u{e0100}', ' ', '\n', '|', '\ud800', '\udc00'], random),
  ];
  return Array.from({ length: 12 }, () => pick(piece, random)()).join('');
}

for (const [from, to] of pairs) {
  test(`text from ${from} to ${to} comes out as from opencc-js, character for character`, () => {
    const random = seeded(20260110);
    const theirs = Converter({ from, to });
    for (let count = 0; count < LINES; count += 1) {
      const source = line(random);
      const { text, origin } = convertAligned(source, from, to);
      assert.equal(text, theirs(source));
      assert.equal(origin.length, text.length);
      assert.ok(origin.every((index, unit) => index >= (origin[unit - 1] ?? 0) && index < source.length));
    }
  });
}
