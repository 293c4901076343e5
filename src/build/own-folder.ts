import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { isLeft, ownName } from './owner.ts';

const HOME = '.build';

/**
 * Makes a fresh folder for all that one command writes. It goes when the process ends, if need be by a signal; what killed processes left
 * goes now.
 */
export function ownFolder(): string {
  mkdirSync(HOME, { recursive: true });
  for (const name of readdirSync(HOME)) if (isLeft(join(HOME, name))) remove(join(HOME, name));
  const folder = join(process.cwd(), HOME, ownName());
  mkdirSync(folder);
  process.on('exit', () => remove(folder));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(128 + constants.signals[signal]));
  return folder;
}

/** Removes a folder. One that cannot be removed harms nobody: the next command tries again. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    return;
  }
}
