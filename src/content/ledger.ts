import { createHash } from 'node:crypto';
import { parseId } from '../text/ids.ts';

/**
 * A row of the list of retired ids, of units, sources and whole points (`p10`): where its text went, or why it is gone. A point keeps its
 * title.
 */
export type Retired = { id: string; title?: string | undefined } & ({ to: string } | { why: string });

/** The published ids, each with the digest of the words it was released with, where that is known. */
export type Published = ReadonlyMap<string, string | undefined>;

/** One entry of the ledger below its point, `f1=0a1b2c3d`; a digest that is not known may be absent. */
const ENTRY = /^([a-z]?\d*)(?:=([0-9a-f]{8}))?$/;

const POINT = /^p([1-9]\d{0,2})$/;

/** Reads the entries of one point; undefined where one is none. */
export function readEntries(text: string): [suffix: string, digest: string | undefined][] | undefined {
  const found = text.split(/\s+/).flatMap((entry): [string, string | undefined][] => {
    const [, suffix = '', digest] = ENTRY.exec(entry) ?? [];
    return parseId(`p1-${suffix}`) ? [[suffix, digest]] : [];
  });
  return found.length === text.split(/\s+/).length ? found : undefined;
}

/** The published ids of a ledger, whole: `p5: 3=0a1b2c3d` → p5-3. */
export function publishedIds(published: Readonly<Record<string, string>>): Published {
  const points = Object.entries(published);
  return new Map(
    points.flatMap(([point, text]) => (readEntries(text) ?? []).map(([suffix, digest]) => [`${point}-${suffix}`, digest] as const)),
  );
}

/** What stands for the words of a unit in the ledger: 8 hexadecimal digits of SHA-256; white space and punctuation do not count. */
export function digestOf(words: string): string {
  const bare = words.replace(/[\s\p{P}\p{S}]/gu, '');
  return createHash('sha256').update(bare).digest('hex').slice(0, 8);
}

/** The number of a point that an id of the form `p10` names. */
export function pointOf(id: string): number | undefined {
  const number = POINT.exec(id)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The numbers of the points that were taken out. */
export function removedPoints(rows: readonly Retired[]): number[] {
  return rows.flatMap(({ id }) => pointOf(id) ?? []);
}

/**
 * What became of an id: the living one that holds its text now (itself, if it lives), or why it is gone. An id without a row of its own
 * shares the fate of its point. Undefined where the rows lead nowhere or in a circle.
 */
export function fateOf(id: string, rows: readonly Retired[], lives: (id: string) => boolean): { to: string } | { why: string } | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const passed = new Set<string>();
  let next = id;
  while (!passed.has(next)) {
    passed.add(next);
    const row = byId.get(next) ?? byId.get(next.replace(/-.*/, ''));
    if (!row) return lives(next) ? { to: next } : undefined;
    if ('why' in row) return { why: row.why };
    next = row.to;
  }
  return undefined;
}

/** The living id that holds the text of an id now, if any. */
export function livingId(id: string, rows: readonly Retired[], lives: (id: string) => boolean): string | undefined {
  const fate = fateOf(id, rows, lives);
  return fate && 'to' in fate ? fate.to : undefined;
}
