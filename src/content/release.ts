import { editFile, type Edit } from './edits.ts';
import { idPlaces } from './id-places.ts';
import { digestOf, publishedIds, type Published } from './ledger.ts';
import type { Reading } from './read.ts';
import { today, visibleFrom } from './visible.ts';
import { rewriteMap } from './yaml-list.ts';

/** What a release writes and tells: the ids it enters, and those whose words changed since they were entered. */
export interface Release {
  edits: Edit[];
  entered: string[];
  renewed: string[];
}

/** Longest line of the ledger. */
const WIDTH = 120;

/** Enters every id that readers see with the digest of its words among the published ones. The content must be without problems. */
export function releaseIds(content: Pick<Reading, 'ids' | 'lead' | 'points' | 'headings'>, now = today()): Release {
  const { ids, points } = content;
  if (!ids) throw new Error('There is no ledger to write to.');
  const hidden = new Set(points.filter(({ values }) => visibleFrom(values) > now).map(({ values }) => values.number));
  const before = publishedIds(ids.values.published);
  const after = new Map(before);
  const release: Release = { edits: [], entered: [], renewed: [] };
  for (const { id, point, words } of idPlaces(content)) {
    if (!id || hidden.has(point)) continue;
    const digest = digestOf(words);
    if (!before.has(id)) release.entered.push(id);
    else if (before.get(id) !== digest) release.renewed.push(id);
    after.set(id, digest);
  }
  if (release.entered.length || release.renewed.length)
    release.edits = [editFile(ids.file, [rewriteMap(ids.file, 'published', rowsOf(after))])];
  return release;
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
