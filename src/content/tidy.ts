import { editFile, type Splice } from './edits.ts';
import { parseContentFile, type ContentFile } from './files.ts';
import { breakBetween } from './source-text.ts';
import { textFaults } from './text-faults.ts';
import { placesIn, type TextPlace } from './check-text.ts';

/** A line of the body with odd spaces and nothing else. */
const ODD_LINE = /^[ \t]*[^\S\r\n\t ][^\S\r\n]*$/gm;
/** An id alone on its line, below a paragraph that has none. */
const LONE_ID = /(?<=^(?!##).*[^\s}#])(?:[ \t]*\r?\n)+[ \t]*(?=[{｛][#＃][^}｝\s]+[}｝][ \t]*$)/gm;
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
/** A break that the editor set: a backslash, or two spaces before the end of the line. */
const HARD_BREAK = /^(?:\\| {2,})\r?\n/;
/** Each pass mends what the one before has laid bare; none of the rules undoes another. */
const PASSES = 8;

/**
 * Mends in a file what has one answer (T10), and tells each change; all else stays as it is written. A file that cannot be read stays
 * whole.
 */
export function tidy(file: ContentFile): { text: string; changes: ReturnType<typeof changeOf>[] } {
  let current = file;
  const changes: ReturnType<typeof changeOf>[] = [];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const splices =
      current.values === undefined
        ? []
        : withoutOverlaps([...inBody(current), ...placesIn(current).flatMap((place) => inText(place, current))]);
    if (!splices.length) break;
    changes.push(...splices.map((splice) => changeOf(splice, current.text)));
    current = parseContentFile(file.file, file.name, editFile(current, splices).text ?? '');
  }
  // Nothing is worth a letter: a file of which one would be lost stays as it is.
  const isWhole = current.values !== undefined && letters(current.text) === letters(file.text);
  return isWhole ? { text: current.text, changes } : { text: file.text, changes: [] };
}

function inBody({ text, body }: ContentFile): Splice[] {
  const start = text.length - body.length;
  const at = (pattern: RegExp, by: string): Splice[] =>
    [...body.matchAll(pattern)].map(({ 0: found, index }) => ({ start: start + index, end: start + index + found.length, text: by }));
  return [...at(ODD_LINE, ''), ...at(LONE_ID, ' ')];
}

function inText({ text, markup, isChinese, spans, path }: TextPlace, file: ContentFile): Splice[] {
  const places = spans();
  const mends = textFaults(text, markup, isChinese).flatMap(({ mends = [] }) => mends);
  const breaks = [...text.matchAll(/\s*\n\s*/g)].flatMap(({ 0: gap, index }): typeof mends => {
    const [from = 0] = places[index] ?? [];
    if (path || HARD_BREAK.test(file.text.slice(from))) return [];
    return [[index, index + gap.length, breakBetween(text.slice(0, index), text.slice(index + gap.length))]];
  });
  return [...mends, ...breaks].flatMap(([from, to, by]): Splice[] => {
    const [start, end] = [places[from]?.[0], places[to - 1]?.[1]];
    const isThere = start !== undefined && end !== undefined && letters(file.text.slice(start, end)) === letters(text.slice(from, to));
    return isThere && start < end ? [{ start, end, text: by }] : [];
  });
}

function withoutOverlaps(splices: readonly Splice[]): Splice[] {
  let end = 0;
  return [...splices]
    .sort((a, b) => a.start - b.start)
    .filter((splice) => {
      const isFree = splice.start >= end;
      if (isFree) end = splice.end;
      return isFree;
    });
}

/** The line of a change, and what stood there and stands there now. */
function changeOf({ start, end, text: by }: Splice, text: string) {
  const [before, after] = [text.slice(Math.max(0, start - 4), start), text.slice(end, end + 4)];
  const flat = (part: string): string => part.replace(/\r?\n/g, '⏎');
  return {
    line: text.slice(0, start).split('\n').length,
    before: flat(before + text.slice(start, end) + after),
    after: flat(before + by + after),
  };
}
