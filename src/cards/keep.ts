import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), 'node_modules', '.cache', 'cards');

/** The version of something drawn: a hash of all that it shows. */
export function versionOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 12);
}

/** The picture of a version, as an earlier build left it, or else drawn now and kept for the next. */
export async function keep(version: string, draw: () => Promise<Buffer>): Promise<Buffer> {
  const file = join(FOLDER, `${version}.png`);
  try {
    return await readFile(file);
  } catch {
    const picture = await draw();
    await mkdir(FOLDER, { recursive: true });
    // Two builds at once may draw the same picture: each writes a file of its own.
    const fresh = `${file}.${process.pid}`;
    await writeFile(fresh, picture);
    await rename(fresh, file);
    return picture;
  }
}
