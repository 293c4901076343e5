import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ContentFile } from './files.ts';

/** New text of one content file; without one the file goes. */
export interface Edit {
  file: string;
  text?: string;
}

/** What takes the place of the characters from `start` to before `end` of a text. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** A file with some of its characters replaced; everything else stays as it is written. */
export function editFile({ file, text }: Pick<ContentFile, 'file' | 'text'>, splices: readonly Splice[]): Edit {
  const backwards = [...splices].sort((a, b) => b.start - a.start);
  return { file, text: backwards.reduce((out, splice) => out.slice(0, splice.start) + splice.text + out.slice(splice.end), text) };
}

/**
 * Writes all edits beside the files first, then renames: a crash leaves no half-written file. Throws what the system reports, with nothing
 * changed where it is the writing that fails.
 */
export function writeEdits(edits: readonly Edit[]): void {
  const beside = (file: string): string => `${resolve(file)}.${process.pid}.new`;
  const kept = edits.filter(({ text }) => text !== undefined);
  try {
    for (const { file, text = '' } of kept) writeFileSync(beside(file), text);
    for (const { file } of kept) renameSync(beside(file), resolve(file));
  } finally {
    for (const { file } of kept) rmSync(beside(file), { force: true });
  }
  for (const { file, text } of edits) if (text === undefined) rmSync(resolve(file));
}
