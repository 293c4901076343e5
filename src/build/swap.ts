import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isLeft, ownName } from './owner.ts';

/**
 * Puts a finished folder in the place of the one at `target`, by renaming only: at every moment either stands there whole, but for
 * the instant between two renames (`putBack` heals a process killed then). Of a symbolic link the folder it leads to is exchanged.
 * Answers a sentence where all went well but what stood there before cannot be removed. Throws, with the old folder in its place,
 * where the new one cannot take it.
 */
export function swapIn(built: string, target: string): string | undefined {
  putBack(target);
  const place = placeOf(target);
  mkdirSync(dirname(place), { recursive: true });
  for (const path of beside(place)) if (isLeft(path)) discard(path);
  const fresh = nameBeside(place, 'new');
  try {
    moveHere(built, fresh);
    return withoutSignals(() => exchange(fresh, place));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Puts the folder of `target` back where a process was killed in the midst of an exchange. Every command begins with this. */
export function putBack(target: string): void {
  const place = placeOf(target);
  if (existsSync(place)) return;
  const left = beside(place).filter((path) => path.endsWith('.old') && isLeft(path));
  const last = left.sort((a, b) => statSync(b).ctimeMs - statSync(a).ctimeMs)[0];
  if (last) renameIfThere(last, place);
}

function exchange(fresh: string, place: string): string | undefined {
  for (;;) {
    const old = nameBeside(place, 'old');
    renameIfThere(place, old);
    try {
      renameSync(fresh, place);
      return discard(old);
    } catch (error) {
      // Another build has put its own there between the two renames: what that one replaced is of no use.
      if (!existsSync(place)) {
        renameIfThere(old, place);
        throw error;
      }
      discard(old);
    }
  }
}

/** Another file system (a link to a mounted disk) takes a copy, which is then renamed like any other. */
function moveHere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // With a filter Node copies file by file and says ENOSPC of a full disk; without it says EIO.
    cpSync(from, to, { recursive: true, filter: () => true });
  }
}

/** Removes a folder, under a name first that nobody takes for a whole one. Answers a sentence where it cannot be removed. */
function discard(folder: string): string | undefined {
  const gone = folder.replace(/\w+$/, 'gone');
  try {
    renameIfThere(folder, gone);
    rmSync(gone, { recursive: true, force: true });
    return undefined;
  } catch (error) {
    return `原來的網站刪不掉（${(error as Error).message}），請自己刪掉${gone}。`;
  }
}

/** Renames what may have been taken away by another process. */
function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** The folder that a path stands for: itself, or what the link leads to, which need not be there. */
function placeOf(target: string): string {
  const path = resolve(target);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink ? placeOf(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path;
}

const nameBeside = (place: string, end: string): string => join(dirname(place), `.${basename(place)}-${ownName()}.${end}`);

/** What swaps have written beside a place. */
function beside(place: string): string[] {
  const mine = `.${basename(place)}-`;
  const names = existsSync(dirname(place)) ? readdirSync(dirname(place)) : [];
  return names.filter((name) => name.startsWith(mine) && /~\w+\.(new|old|gone)$/.test(name)).map((name) => join(dirname(place), name));
}

/** Does something that no signal may interrupt; one that comes in between is heard afterwards by whoever listens. */
function withoutSignals<T>(act: () => T): T {
  const hold = (): void => undefined;
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, hold);
  try {
    return act();
  } finally {
    for (const signal of signals) process.off(signal, hold);
  }
}
