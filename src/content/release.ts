import { editFile } from './edits.ts';
import { idPlaces } from './id-places.ts';
import { digestOf, publishedIds, type Published } from './ledger.ts';
import type { Reading } from './read.ts';
import { today, visibleFrom } from './visible.ts';
import { rewriteMap } from './yaml-list.ts';

/** Longest line of the ledger. */
const WIDTH = 120;

/**
 * Enters every id that readers see, with the digest of its words, among the published ones: what to write, the ids that are new, those
 * whose words are. The content must be without problems.
 */
export function releaseIds(content: Pick<Reading, 'ids' | 'lead' | 'points' | 'headings'>, now = today()) {
  const { ids, points } = content;
  if (!ids) throw new Error('There is no ledger to write to.');
  const hidden = new Set(points.filter(({ values }) => visibleFrom(values) > now).map(({ values }) => values.number));
  const before = publishedIds(ids.values.published);
  const seen = idPlaces(content).flatMap(({ id, point, words }) => (id && !hidden.has(point) ? [[id, digestOf(words)] as const] : []));
  const entered = seen.flatMap(([id]) => (before.has(id) ? [] : [id]));
  const renewed = seen.flatMap(([id, digest]) => (before.has(id) && before.get(id) !== digest ? [id] : []));
  const rows = rowsOf(new Map([...before, ...seen]));
  const edits = entered.length + renewed.length ? [editFile(ids.file, [rewriteMap(ids.file, 'published', rows)])] : [];
  return { edits, entered, renewed };
}

/** The published ids as the ledger writes them, a row a point, in lines of at most `WIDTH`. */
function rowsOf(published: Published): string {
  const points = new Map<string, string>();
  for (const [id, digest] of published) {
    const [point = '', suffix = ''] = id.split('-');
    points.set(point, `${points.get(point) ?? `${point}:`} ${suffix}${digest ? `=${digest}` : ''}`);
  }
  const lines = new RegExp(`(.{1,${WIDTH - 4}})(?: |$)`, 'g');
  return [...points.values()].map((row) => row.replace(lines, '    $1\n').replace('    ', '  ')).join('');
}
