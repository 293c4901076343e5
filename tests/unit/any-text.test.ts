import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { configs } from 'opencc-js/preset';
import { parse } from 'yaml';
import { converterBetween, plainConverter } from '../../src/text/convert.ts';
import { convertInline } from '../../src/text/convert-inline.ts';
import type { Dictionary } from '../../src/text/dictionary.ts';
import { houseWords } from '../../src/text/house-words.ts';
import { master } from '../../src/text/forms.ts';
import { text as words, textOf, type Inline } from '../../src/text/inline.ts';
import { simplified } from '../support/forms.ts';
import { pick, seeded } from '../support/random.ts';
import { full } from '../support/settings.ts';

const RUNS = full ? 50_000 : 1_000;
/** The words of an article. */
const dictionary = parse(readFileSync('tests/fixtures/first-edition/dictionary.yaml', 'utf8')) as Dictionary;
const MARKS = [
  '「',
  '」',
  '『',
  '』',
  '“',
  '”',
  '‘',
  '’',
  '-{',
  '}-',
  ';',
  '|',
  'https://',
  'www.',
  '\ufffc',
  '\ud83d',
  '\ude00',
  '著',
  '帳',
  '余紹清',
];

/** Random Unicode, lone surrogates and every mark that conversion treats in a way of its own. */
function text(random: () => number): string {
  const kinds = [
    () => pick(MARKS, random),
    () => String.fromCodePoint(0x4e00 + Math.floor(random() * 0x5200)),
    () => String.fromCharCode(Math.floor(random() * 0x10000)),
    () => String.fromCodePoint(Math.floor(random() * 0x110000)),
  ];
  return Array.from({ length: Math.floor(random() * 24) }, () => pick(kinds, random)()).join('');
}

/** What no dictionary of ours or OpenCC's may touch. */
const known = new Set(
  [
    ...Object.values(configs).flatMap((config) =>
      [...config.conversionChain, ...((config as never as { normalizationChain?: string[][] }).normalizationChain ?? [])].flat().join(' '),
    ),
    JSON.stringify(dictionary),
    JSON.stringify(houseWords),
    '「」『』“”‘’',
  ].flatMap((entries) => [...entries]),
);
const untouched = (text: string): string[] => [...text].filter((character) => !known.has(character));

for (const [source, target] of [
  [master, simplified],
  [simplified, master],
] as const) {
  test(`no text stops the conversion to ${target.name}, and nothing is lost or added`, () => {
    const random = seeded(7);
    const converter = plainConverter(source, target);
    const withHouse = converterBetween(source, target, dictionary);
    for (let run = 0; run < RUNS; run += 1) {
      const parts = Array.from({ length: 4 }, () => ({ text: text(random), kept: random() < 0.2 }));
      const written = converter.parts(parts);
      assert.equal(written.length, parts.length);
      parts.forEach(({ text, kept }, index) =>
        assert.equal(kept ? written[index] : [...written[index]!].length, kept ? text : [...text].length),
      );
      const house = withHouse.parts(parts);
      parts.forEach(({ text }, index) => assert.deepEqual(untouched(house[index]!), untouched(text)));
      withHouse.text(parts.map(({ text }) => text).join(''));
    }
  });

  test(`a text with emphasis in it comes out in ${target.name} as the text converted as one`, () => {
    const random = seeded(8);
    const converter = converterBetween(source, target, dictionary);
    for (let run = 0; run < RUNS / 5; run += 1) {
      const parts = Array.from({ length: 3 }, () => text(random).replace(/[-{}|]/g, ''));
      const [before, within, after] = parts.map(words) as [Inline, Inline, Inline];
      const nodes = convertInline([before, { type: 'emphasis', children: [within] }, after], converter);
      assert.equal(textOf(nodes), converter.text(parts.join('')));
    }
  });
}
