import { spawnSync } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { ContentFile } from './files.ts';
import type { IdPlace } from './id-places.ts';
import { digestOf, publishedIds, type Published } from './ledger.ts';

/** How many commits of the ledger are looked at. */
const COMMITS = 20;

/**
 * Ids that an earlier commit of the ledger holds and this one does not. A version whose words the text shares nowhere is that of another
 * article, which stood in this folder before. None where there is no Git, no history, or nothing of the file in it.
 */
export function vanishedIds(
  file: ContentFile,
  published: Published,
  places: ReadonlyMap<string, IdPlace>,
): { id: string; commit: string }[] {
  const gone = new Map<string, string>();
  let isOurs = true;
  for (const { commit, ids, hasDigests } of versions(file)) {
    if (hasDigests) isOurs = [...ids].some(([id, digest]) => digest !== undefined && isAt(places.get(id), digest));
    if (isOurs) for (const id of ids.keys()) if (!published.has(id) && !gone.has(id)) gone.set(id, commit);
    // The ledgers of the first edition held no digests, and what was merely stamped too: the last one tells what was published.
    if (!hasDigests) break;
  }
  return [...gone].map(([id, commit]) => ({ id, commit: commit.slice(0, 7) }));
}

const isAt = (place: IdPlace | undefined, digest: string): boolean =>
  place !== undefined && place.kind !== 'source' && digestOf(place.words) === digest;

interface Version {
  commit: string;
  ids: Published;
  hasDigests: boolean;
}

/** The ledger in the last commits that touched it, the newest first. */
function versions({ file }: ContentFile): Version[] {
  const path = resolve(file);
  const git = (args: string[], input = ''): string => {
    // A partial clone is not to ask its server.
    const env = { ...process.env, GIT_NO_LAZY_FETCH: '1' };
    const { status, stdout } = spawnSync('git', args, { cwd: dirname(path), input, env, encoding: 'utf8', maxBuffer: 1 << 28 });
    return status === 0 ? stdout : '';
  };
  const commits = git(['log', `-n${COMMITS}`, '--format=%H', '--', basename(path)])
    .split('\n')
    .filter(Boolean);
  if (!commits.length) return [];
  const blobs = git(['cat-file', '--batch'], commits.map((commit) => `${commit}:./${basename(path)}\n`).join(''));
  return commits.flatMap((commit, index) => read(commit, blobs.split(/^\w{40,64} blob \d+\n|^.* missing\n/m)[index + 1] ?? ''));
}

function read(commit: string, text: string): Version[] {
  try {
    const { published, given = {} } = parse(text) as { published?: Record<string, string>; given?: Record<string, (string | number)[]> };
    const old = Object.fromEntries(Object.entries(given).map(([point, ids]) => [point, ids.join(' ')]));
    return [{ commit, ids: publishedIds(published ?? old), hasDigests: published !== undefined }];
  } catch {
    return [];
  }
}
