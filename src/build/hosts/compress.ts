import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { endingOf, textTypes } from './media-types.ts';

/** Shorter files fit into a packet as they are. Bytes. */
const SHORTEST = 1024;
/** From 8 on a page takes three times as long and is 5 % smaller at most. */
const QUALITY = 7;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Lays `.br` and `.gz` beside each text file, for hosts that send them in its place. */
export async function compressTexts(folder: string, files: readonly string[]): Promise<void> {
  // One by one: each compressor holds megabytes from the moment it is asked for, and thousands would wait.
  for (const file of files) if (endingOf(file) in textTypes) await compressFile(join(folder, file));
}

async function compressFile(path: string): Promise<void> {
  const text = readFileSync(path);
  if (text.length < SHORTEST) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  const [br, gz] = await Promise.all([brotli(text, { params }), gzipped(text, { level: constants.Z_BEST_COMPRESSION })]);
  writeFileSync(`${path}.br`, br);
  writeFileSync(`${path}.gz`, gz);
}
