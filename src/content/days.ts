import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** The days on which a file was first committed and last changed after that, YYYY-MM-DD. */
interface Days {
  published: string;
  updated: string;
}
type Said = { [Day in keyof Days]?: string | undefined };

/**
 * The days of files that don't say theirs: that of the `site`, else of their first commit, else of their writing; changed when a later
 * commit changed them.
 */
export function daysOf(folder: string, site: string | undefined): (name: string, said: Said) => Days {
  let commits: ReadonlyMap<string, Days> | undefined;
  return (name, said) => {
    if (said.published && said.updated) return { published: said.published, updated: said.updated };
    const file = resolve(folder, name);
    commits ??= committed(folder);
    const known = commits.get(file);
    const published = said.published ?? site ?? known?.published ?? dayOf(statSync(file).mtime);
    const changed = known && known.updated !== known.published ? known.updated : '';
    return { published, updated: said.updated ?? (changed > published ? changed : published) };
  };
}

/** The days of all files of a folder that Git knows; none where there is no Git. */
function committed(folder: string): Map<string, Days> {
  const git = (...args: string[]): string => {
    const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
    return status === 0 ? stdout : '';
  };
  const root = git('rev-parse', '--show-toplevel').trim();
  const days = new Map<string, Days>();
  for (const entry of git('-c', 'core.quotePath=false', 'log', '--format=%x00%cs', '--name-only', '--', '.').split('\0').slice(1)) {
    const [day = '', ...names] = entry.split('\n').filter(Boolean);
    // The newest commit comes first.
    for (const name of names.map((path) => resolve(root, path)))
      days.set(name, { published: day, updated: days.get(name)?.updated ?? day });
  }
  return days;
}

const dayOf = (date: Date): string => date.toLocaleDateString('sv-SE');
