import type { ContentFile, Problem } from './files.ts';
import { textFaults } from './text-faults.ts';
import { placesIn } from './text-places.ts';

/** What is wrong with the words of a file: marks, spaces, quotations and characters not of the master form, stray marks of ids and citations. */
export function checkText(file: ContentFile): Problem[] {
  return placesIn(file).flatMap(({ text, markup, isChinese, lineAt }) =>
    textFaults(text, markup, isChinese).map((fault) => ({ file: file.file, line: lineAt(fault.index), text: fault.text })),
  );
}
