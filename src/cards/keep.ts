import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), 'node_modules', '.cache', 'cards');

/** The version of something drawn: a hash of all that it shows and of the files, by their paths in the project, that draw it. */
export function versionOf(shown: unknown, files: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(shown));
  for (const file of files) hash.update(readFileSync(join(process.cwd(), file)));
  return hash.digest('hex').slice(0, 12);
}

/** The picture of a version, as an earlier build left it, or else drawn now and kept for the next. */
export async function keep(version: string, draw: () => Promise<Buffer>): Promise<Buffer> {
  const file = join(FOLDER, `${version}.png`);
  try {
    return await readFile(file);
  } catch {
    const picture = await draw();
    await mkdir(FOLDER, { recursive: true });
    await writeFile(`${file}.new`, picture);
    await rename(`${file}.new`, file);
    return picture;
  }
}
