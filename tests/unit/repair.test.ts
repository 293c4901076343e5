import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import type { Correction } from '../../src/import/correction.ts';
import { fromSimplified } from '../../src/import/from-simplified.ts';
import { knownWords } from '../../src/import/known-words.ts';
import { repair } from '../../src/import/repair.ts';

type Part = 'tuned' | 'fresh';
type Row = string | { text: string; names?: string[] };
interface Pair {
  from: string;
  to: string;
  names?: string[];
}

/** The shares of a fixture that must come out exactly, and what the machine may use for 200,000 characters. */
const targets = { passages: 0.97, simplified: 0.97, milliseconds: 3000, characters: 200_000 };
/** A place in a passage, as it stands and as it is right. */
const PLACE = /〔(.)(.)〕/gu;

const fixture = <T>(name: string): Record<Part, T[]> =>
  parse(readFileSync(new URL(`../fixtures/repair/${name}.yaml`, import.meta.url), 'utf8')) as Record<Part, T[]>;
const rowOf = (row: Row): { text: string; names: string[] } => (typeof row === 'string' ? { text: row, names: [] } : { names: [], ...row });
const passages = fixture<Row>('passages');
const right = fixture<Row>('right');
const simplified = fixture<Pair>('simplified');

/** The text with its corrections, which must be in order, apart, and stand where they say. */
function applied(text: string, corrections: readonly Correction[]): string {
  let done = 0;
  let out = '';
  for (const { index, from, to, why } of corrections) {
    assert.ok(index >= done, `${text}: ${index} overlaps`);
    assert.equal(text.slice(index, index + from.length), from, text);
    assert.ok(from !== to && why, text);
    out += text.slice(done, index) + to;
    done = index + from.length;
  }
  return out + text.slice(done);
}

const share = (misses: readonly string[], all: number): number => 1 - misses.length / all;

for (const part of ['tuned', 'fresh'] as const) {
  test(`of the ${part} passages with residue nearly all come out exactly right`, (t) => {
    const misses = passages[part].map(rowOf).flatMap(({ text, names }) => {
      const wrong = text.replace(PLACE, '$1');
      const repaired = applied(wrong, repair(wrong, names));
      return repaired === text.replace(PLACE, '$2') ? [] : [`${text} → ${repaired}`];
    });
    t.diagnostic(`${passages[part].length - misses.length} of ${passages[part].length}`);
    for (const miss of misses) t.diagnostic(miss);
    assert.ok(share(misses, passages[part].length) >= targets.passages, misses.join('\n'));
  });

  test(`in the ${part} right sentences nothing is changed`, () => {
    const changed = right[part].map(rowOf).flatMap(({ text, names }) => repair(text, names).map((row) => `${text} ${JSON.stringify(row)}`));
    assert.deepEqual(changed, []);
  });

  test(`of the ${part} Simplified sentences nearly all become the master`, (t) => {
    const misses = simplified[part].flatMap(({ from, to, names = [] }) => {
      const converted = applied(from, fromSimplified(from, names));
      return converted === to ? [] : [`${from} → ${converted}`];
    });
    t.diagnostic(`${simplified[part].length - misses.length} of ${simplified[part].length}`);
    assert.ok(share(misses, simplified[part].length) >= targets.simplified, misses.join('\n'));
  });
}

test('the fixtures are as large as they are asked to be, and every passage has residue', () => {
  const sizes = (rows: Record<Part, unknown[]>): number => rows.tuned.length + rows.fresh.length;
  assert.ok(sizes(passages) >= 200 && sizes(right) >= 300 && sizes(simplified) >= 40);
  for (const rows of [passages, right, simplified]) assert.ok(rows.fresh.length * 4 >= sizes(rows), 'a quarter is fresh');
  for (const row of [...passages.tuned, ...passages.fresh]) assert.notDeepEqual(rowOf(row).text.match(PLACE), null, rowOf(row).text);
});

test('a repaired text is not repaired again', () => {
  const texts = [...passages.tuned, ...passages.fresh].map(rowOf).map(({ text, names }) => ({ text: text.replace(PLACE, '$1'), names }));
  for (const { text, names } of texts) {
    const once = applied(text, repair(text, names));
    assert.deepEqual(repair(once, names), [], once);
  }
});

test('what comes from Simplified needs no repair', () => {
  for (const { from, to, names = [] } of [...simplified.tuned, ...simplified.fresh]) {
    const converted = applied(from, fromSimplified(from, names));
    if (converted === to && !names.length) assert.deepEqual(repair(to, []), [], to);
  }
});

test('a known word is right as it stands', () => {
  const changed = knownWords.filter((word) => repair(word, []).length);
  assert.deepEqual(changed, []);
});

test('names stay, in either script', () => {
  assert.deepEqual(repair('于里后、叶范么', ['于里后', '叶范么']), []);
  assert.equal(applied('用升騰', repair('用升騰', ['昇騰'])), '用昇騰');
  assert.deepEqual(repair('位於洋山港', ['于洋']), []);
  assert.equal(applied('餘紹清說', repair('餘紹清說', ['余紹清'])), '余紹清說');
  assert.equal(applied('余绍清用升腾', fromSimplified('余绍清用升腾', ['余紹清', '昇騰'])), '余紹清用昇騰');
});

test('what is no Chinese stays, lone surrogates and rare characters too', () => {
  for (const text of ['', 'plain text, 3,800 1/10', '\ud842后\udc00', '𠮷野家的𨋢', '\u0000']) {
    const repaired = applied(text, repair(text, ['']));
    assert.equal(repaired.replace('後', '后'), text);
    assert.equal(applied(text, fromSimplified(text, [''])).length, text.length);
  }
  assert.deepEqual(repair('𠮷后來', []), [{ index: 2, from: '后', to: '後', why: '後來' }]);
});

test(`${targets.characters} characters take at most ${targets.milliseconds} ms of computing each way`, () => {
  const text = [...passages.tuned, ...right.tuned].map((row) => rowOf(row).text.replace(PLACE, '$1')).join('');
  const long = text.repeat(Math.ceil(targets.characters / text.length)).slice(0, targets.characters);
  for (const run of [repair, fromSimplified]) {
    const start = process.cpuUsage();
    run(long, ['余紹清', '昇騰']);
    const { user, system } = process.cpuUsage(start);
    assert.ok((user + system) / 1000 <= targets.milliseconds, `${run.name}: ${(user + system) / 1000} ms`);
  }
});
