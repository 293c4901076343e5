import type { ContentFile, Problem } from './files.ts';
import type { Files } from './read.ts';
import { textFaults } from './text-faults.ts';
import { placesIn, textPlaces, type TextPlace } from './text-places.ts';

/** What is wrong with the words themselves: marks, spaces, quotations and characters not of the master form, stray marks of ids and citations. */
export function checkText(content: Files): Problem[] {
  return textPlaces(content).flatMap(problemsAt);
}

/** The same of one file, whatever its fields are worth. */
export function wordProblems(file: ContentFile): Problem[] {
  return placesIn(file).flatMap(problemsAt);
}

function problemsAt({ file, text, markup, isChinese, lineAt }: TextPlace): Problem[] {
  return textFaults(text, markup, isChinese).map((fault) => ({ file, line: lineAt(fault.index), text: fault.text }));
}
