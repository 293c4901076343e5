import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), 'node_modules', '.cache', 'kept');
const DAY = 24 * 60 * 60 * 1000;
/** What no build has used for so long is forgotten. */
const KEPT = 30 * DAY;

/** The version of something made: a hash of all that it shows and of the files, by their paths in the project, that make it. */
export function versionOf(shown: unknown, files: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(shown));
  for (const file of files) hash.update(readFileSync(join(process.cwd(), file)));
  return hash.digest('hex').slice(0, 12);
}

let tidied: Promise<void> | undefined;

/** What has a version, as an earlier build left it, or else made now and kept for the next. Builds may run side by side. */
export async function keep(version: string, make: () => Promise<Buffer>): Promise<Buffer> {
  await (tidied ??= forgetUnused());
  const file = join(FOLDER, version);
  try {
    const kept = await readFile(file);
    if ((await age(file)) > DAY) await utimes(file, new Date(), new Date());
    return kept;
  } catch {
    const made = await make();
    const unfinished = `${file}.${randomUUID()}`;
    await writeFile(unfinished, made);
    await rename(unfinished, file);
    return made;
  }
}

/** Time since it was made, or used after a day and more. */
async function age(file: string): Promise<number> {
  return Date.now() - (await stat(file)).mtimeMs;
}

async function forgetUnused(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const name of await readdir(FOLDER)) {
    const file = join(FOLDER, name);
    if ((await age(file).catch(() => 0)) > KEPT) await rm(file, { force: true });
  }
}
