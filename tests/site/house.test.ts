import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Converter } from 'opencc-js';
import { textPlaces } from '../../src/content/check-text.ts';
import { converterBetween } from '../../src/text/convert.ts';
import { master, wordsForm } from '../../src/text/forms.ts';
import { readParts } from '../../src/text/passages.ts';
import { words } from '../../src/words.ts';
import { content, derived, dictionary, withoutHouse } from '../support/house.ts';
import { interfaceWords } from '../support/interface-words.ts';
import { differences } from '../support/round-trip.ts';

const texts = [
  // What others call a person or a term is of their region.
  ...textPlaces({ ...content, dictionary: undefined })
    .filter(({ path }) => !path?.some((key) => ['also', 'tw', 'hk', 'cn'].includes(String(key))))
    .map(({ file, text, lineAt }) => ({ place: `${file}:${lineAt(0)}`, text })),
  ...(master === wordsForm ? interfaceWords(words) : []).map((text) => ({ place: 'src/words.ts', text })),
];

test('the content as it stands has nothing wrong', () => {
  assert.deepEqual(content.problems, []);
});

for (const form of derived)
  test(`every text of the site comes back from ${form.name} as it was`, { skip: withoutHouse }, () => {
    const out = converterBetween(master, form, dictionary);
    const back = converterBetween(form, master, dictionary);
    const found = texts.flatMap(({ place, text }) => {
      const parts = readParts(text, form)
        .filter(({ kept }) => !kept)
        .map((part) => part.text);
      return parts.flatMap((part) => differences(part, back.text(out.text(part)))).map((difference) => `${place} ${difference}`);
    });
    assert.deepEqual(found, []);
  });

test('the list of regional words says truly which rows are OpenCC’s', () => {
  const { opencc, ours } = content.regions!.values;
  const taiwan = Converter({ from: 't', to: 'tw' });
  const tables = ['TWPhrases', 'HKPhrases'].map((name) => readFileSync(`node_modules/opencc-js/dist/esm-lib/dict/${name}.js`, 'utf8'));
  const pairs = new Set(tables.flatMap((table) => table.split(/["|]/).map((pair) => taiwan(pair))));
  for (const row of opencc) assert.ok(pairs.has(row.join(' ')), row.join(' '));
  for (const row of ours) assert.ok(!pairs.has(row.join(' ')), row.join(' '));
});
