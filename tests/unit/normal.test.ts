import assert from 'node:assert/strict';
import test from 'node:test';
import { normalise } from '../../src/search/match/normal.ts';
import { pick, seeded } from '../support/random.ts';

test('texts compare without width, case, white space, zero-width characters and the kind of quotation mark', () => {
  for (const [text, normal] of [
    ['ＡＰＩ　２', 'api2'],
    ['Scaling\u00A0Law\n', 'scalinglaw'],
    ['算\u200B力\uFEFF', '算力'],
    ['「三國殺」『甲』“乙”‘丙’"丁"＂戊＂«己»', '「三國殺「「甲「「乙「「丙「「丁「「戊「「己「'],
    ['OpenAI’s', 'openai「s'],
    ['，。：；？！……《》', ',。:;?!......《》'],
    ['e\u0301', 'é'],
    ['\u202E算\u200F力', '算力'],
    ['\uD800', '\uD800'],
    [' \t\u3000', ''],
  ] as const)
    assert.equal(normalise(text).text, normal, JSON.stringify(text));
});

test('every part of the normal form leads back to the part of the text that it stands for', () => {
  const random = seeded(1);
  const parts = ['算', '力', 'Ａ', 'b', '…', ' ', '\u200B', '㎏', '👩‍💻', '\uD83D', '「', 'é', 'e\u0301', 'İ', '５'];
  for (let round = 0; round < 500; round += 1) {
    const text = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(parts, random)).join('');
    const { text: normal, from, to } = normalise(text);
    assert.equal(from.length, normal.length);
    assert.equal(to.length, normal.length);
    for (let start = 0; start < normal.length; start += 1)
      assert.ok(normalise(text.slice(from[start], to[start])).text.includes(normal[start]!), JSON.stringify(text));
    assert.equal(normalise(text.slice(from[0], to.at(-1))).text, normal, JSON.stringify(text));
  }
});
