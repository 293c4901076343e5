import { editFile, type Edit } from './edits.ts';
import { idPlaces } from './id-places.ts';
import { digestOf, ledgerEntries, publishedIds } from './ledger.ts';
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
export function releaseIds(content: Pick<Reading, 'ids' | 'lead' | 'points'>, now = today()): Release {
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
  if (release.entered.length || release.renewed.length) {
    const rows = [...ledgerEntries(after)].map(([point, entries]) => folded(`  ${point}:`, entries));
    release.edits = [editFile(ids.file, [rewriteMap(ids.file, 'published', rows.join(''))])];
  }
  return release;
}

function folded(key: string, entries: readonly string[]): string {
  let line = key;
  const lines: string[] = [];
  for (const entry of entries) {
    if (line.length + entry.length + 1 > WIDTH) {
      lines.push(line);
      line = '   ';
    }
    line += ` ${entry}`;
  }
  return [...lines, line].map((row) => `${row}\n`).join('');
}
