import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { houseOf } from '../../src/content/house.ts';
import { converterBetween, plainConverter } from '../../src/text/convert.ts';
import { master } from '../../src/text/forms.ts';
import { simplified } from '../support/forms.ts';

interface Case {
  hant: string;
  hans: string;
  /** People whom the content knows. */
  names?: string[];
  only?: 'out' | 'back';
  miss?: 'out' | 'back';
}

const sets = [
  { name: 'edges', what: 'words across edges', cases: 100, helped: 20, right: { out: 0.98, back: 0.97 } },
  { name: 'reports', what: 'public reports', cases: 60, helped: 3, right: { out: 0.98, back: 0.85 } },
];
const forms = { out: [master, simplified], back: [simplified, master] } as const;

for (const { name, what, cases, helped, right } of sets)
  for (const way of ['out', 'back'] as const)
    test(`every sentence after ${what} but the listed misses comes out right in ${forms[way][1].name}, none worse than by OpenCC`, () => {
      const all = parse(readFileSync(new URL(`../fixtures/conversion/${name}.yaml`, import.meta.url), 'utf8')) as Case[];
      assert.ok(all.length >= cases);
      const held = all
        .filter(({ only }) => !only || only === way)
        .map((row) => {
          const [source, wanted] = way === 'out' ? [row.hant, row.hans] : [row.hans, row.hant];
          const people = (row.names ?? []).map((person) => ({ kind: 'person', name: person }));
          const house = converterBetween(...forms[way], houseOf({ people })).text(source);
          return { row, wanted, house, plain: plainConverter(...forms[way]).text(source) };
        });
      const missed = held.filter(({ house, wanted }) => house !== wanted);
      assert.deepEqual(
        missed.filter(({ row }) => row.miss !== way),
        [],
      );
      assert.deepEqual(
        held.filter(({ row, house, wanted }) => row.miss === way && house === wanted),
        [],
        'a listed miss is right by now',
      );
      if (way === 'out') assert.ok(missed.every(({ plain, wanted }) => plain !== wanted));
      assert.ok(missed.length <= held.length * (1 - right[way]), `${missed.length} of ${held.length}`);
      assert.ok(held.filter(({ plain, wanted }) => plain !== wanted).length >= helped, 'OpenCC alone would do');
    });
