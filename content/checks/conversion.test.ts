import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { converterBetween } from '../../src/text/convert.ts';
import { master } from '../../src/text/forms.ts';
import { dictionary, simplified } from '../../tests/support/house.ts';

interface Case {
  hant: string;
  hans: string;
  only?: 'out' | 'back';
  miss?: 'out' | 'back';
  why: string;
}
const budget = { cases: 150, out: 1, back: 0.97 };
const cases = parse(readFileSync(new URL('conversion.yaml', import.meta.url), 'utf8')) as Case[];
const out = converterBetween(master, simplified, dictionary);
const back = converterBetween(simplified, master, dictionary);

test('every sentence of a proof-reader comes out right in Simplified', () => {
  const held = cases.filter(({ only }) => only !== 'back');
  for (const { hant, hans, why } of held) assert.equal(out.text(hant), hans, why);
  assert.ok(held.length >= budget.cases);
});

test('every sentence but the listed misses comes out right in Traditional', () => {
  const held = cases.filter(({ only }) => only !== 'out');
  const missed = held.filter(({ hant, hans }) => back.text(hans) !== hant);
  assert.deepEqual(
    missed,
    held.filter(({ miss }) => miss === 'back'),
  );
  assert.ok(missed.length <= held.length * (1 - budget.back));
});
