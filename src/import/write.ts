import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { publishedIds } from '../content/ledger.ts';
import { Refusal } from '../content/point-order.ts';
import { readFiles } from '../content/read.ts';
import type { FilesByName } from './files.ts';

/** Throws a refusal where a folder may not be written: it is there and may not be replaced, holds the input, or has published ids. */
export function checkTarget(folder: string, { force = false, input }: { force?: boolean | undefined; input?: string | undefined }): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal(`${folder}已經有了，而且不是資料夾：用--out另給一個名字。`);
  if (!force) throw new Refusal(`${folder}已經有了：用--out另給一個名字，或用--force取代它。`);
  const names = readdirSync(folder);
  if (names.length && !names.includes('site.yaml'))
    throw new Refusal(`${folder}不是文章的內容資料夾（沒有site.yaml），--force不取代它：用--out另給一個名字。`);
  const place = realpathSync(folder) + sep;
  if (`${realpathSync('.')}${sep}`.startsWith(place)) throw new Refusal(`現在就在${folder}裡面，不能取代它：到別處再匯入。`);
  if (input && existsSync(input) && realpathSync(input).startsWith(place))
    throw new Refusal(`原文${input}就在${folder}裡面，取代它會失去原文：先移到別處。`);
  if (!names.includes('ids.yaml')) return;
  const { ids } = readFiles(folder);
  if (!ids) throw new Refusal(`${folder}的ids.yaml讀不出來，看不出有沒有發布過的id：先修好它，或用--out匯入到別處。`);
  const { published, retired } = ids.values;
  const count = publishedIds(published).size + retired.length;
  if (count) throw new Refusal(`${folder}有${count}個發布過的id，id不能改指別的文字，所以--force也不取代它：用--out匯入到別處。`);
}

/**
 * Writes a collection whole or not at all: beside the target first, then by renaming; what stood there goes last. Throws what the system
 * reports, with nothing left behind.
 */
export function writeCollection(folder: string, files: FilesByName): void {
  const target = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const missing = missingAbove(target);
  let beside: string | undefined;
  const tidyUp = (): void => {
    if (beside) rmSync(beside, { recursive: true, force: true });
    const [highest] = missing;
    if (highest && !existsSync(target)) rmSync(highest, { recursive: true, force: true });
  };
  try {
    // One by one: with `recursive` Node tries for ever where the system answers that there is no such folder (/proc).
    for (const parent of missing) mkdirSync(parent);
    beside = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    const fresh = join(beside, 'new');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(fresh, name)), { recursive: true });
      writeFileSync(join(fresh, name), text);
    }
    exchange(fresh, target, join(beside, 'old'));
  } finally {
    tidyUp();
  }
}

/** The folders above a path that are not there yet, the highest first. */
function missingAbove(path: string): string[] {
  const parent = dirname(path);
  return existsSync(parent) ? [] : [...missingAbove(parent), parent];
}

function exchange(fresh: string, target: string, old: string): void {
  const isThere = existsSync(target);
  if (isThere) renameSync(target, old);
  try {
    renameSync(fresh, target);
  } catch (error) {
    if (isThere) renameSync(old, target);
    throw error;
  }
}
