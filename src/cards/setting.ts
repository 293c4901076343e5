import { phrases } from '../text/phrases.ts';

/** Where a title may stand: pixels, and the size that its type has at most. */
export interface Room {
  width: number;
  height: number;
  largest: number;
}

/** A title as it is set: its lines, and the size of its type in pixels. */
export interface Setting {
  lines: string[];
  size: number;
}

const LINES = 3;
/** Height of a line of a title, in sizes of its type. */
export const LEADING = 1.25;
/** Smaller than this a title could not be read where a card is shown 300 pixels wide: a phrase that would force it is broken. */
const SMALLEST = 48;

/** The lines of a title at its largest: it breaks between the phrases that its author marked, and evenly. */
export function setTitle(parts: string[], { width, height, largest }: Room): Setting {
  const pieces = parts.flatMap((part) => (emsOf(part) * SMALLEST > width ? phrases(part, 'zh') : [part]));
  let best: Setting | undefined;
  for (let count = 1; count <= LINES; count += 1) {
    const lines = evenLines(pieces, count);
    const size = Math.floor(Math.min(largest, width / Math.max(...lines.map(emsOf)), height / lines.length / LEADING));
    if (!best || size > best.size) best = { lines, size };
  }
  return best!;
}

/**
 * A sentence in one line or two at the first size at which it fits: they break after a mark, else after a word, else wherever they
 * may, which matters more than the size. Undefined where it fits at none.
 */
export function setSentence(sentence: string, { width, sizes }: { width: number; sizes: number[] }): Setting | undefined {
  const clauses = sentence.split(CLAUSE);
  const words = phrases(sentence, 'zh').reduce<string[]>((all, word) => {
    const last = all.at(-1);
    return last && /\d$/.test(last) ? [...all.slice(0, -1), last + word] : [...all, word];
  }, []);
  for (const lines of [[sentence], ...[clauses, words, sentence.match(PIECE) ?? []].map((pieces) => evenLines(pieces, 2))]) {
    const size = sizes.find((candidate) => lines.every((line) => emsOf(line) * candidate <= width));
    if (size) return { lines, size };
  }
  return undefined;
}
/** Behind marks, before what opens. */
const CLAUSE = /(?<=[，、。：；！？」』”’）》〉])(?![，、。：；！？」』”’）》〉])|(?=[（《〈])/u;
/** The least that may not be broken: a number with its unit, a Latin word, a character; the marks behind it. */
const PIECE = /(?:\d[\d.,%]*.?|[!-~]+|.)[，、。：；！？」』”’）》〉]*/gu;

/** The rows that a text needs at most, two characters of each being lost to marks that may not begin or end one. */
export function rowsOf(text: string, size: number, width: number): number {
  return Math.ceil(emsOf(text) / (Math.floor(width / size) - 2));
}

/** The size for a text of so many characters: that of the first limit that is enough. */
export function fit(text: string, sizes: Record<number, number>): number {
  const limits = Object.entries(sizes);
  return (limits.find(([limit]) => lengthOf(text) <= Number(limit)) ?? limits.at(-1)!)[1];
}

export const lengthOf = (text: string): number => [...text].length;

/** The width of a text in sizes of its type, or a little more. */
function emsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[A-Zmw@%&]/.test(character) ? 0.95 : character < '\x7f' ? 0.68 : 1), 0);
}

/** Pieces in no more lines than these, the longest of which is as short as can be. */
function evenLines(pieces: string[], count: number): string[] {
  for (let width = 1; ; width += 0.25) {
    const lines: string[] = [];
    for (const piece of pieces) {
      const last = lines.at(-1);
      if (last !== undefined && emsOf(last + piece) <= width) lines[lines.length - 1] = last + piece;
      else lines.push(piece);
    }
    if (lines.length <= count) return lines;
  }
}
