import type { Improved } from './improve.ts';
import { isBlank } from './lines.ts';
import { kinds, type Kind, type Piece } from './pieces.ts';

/** What became of every character of the input, in characters (code points). */
export interface Account {
  input: number;
  /** White space between the pieces. */
  blank: number;
  /** What is not of the text, by kind: fields, what is kept apart, marks. */
  left: [kind: Kind, count: number][];
  /** How much longer the text is after the corrections. */
  corrections: number;
  output: number;
  /** What no row says anything of: 0, or the import is at fault. */
  rest: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Length in characters. */
export const lengthOf = (text: string): number => [...text].length;

/** Adds up an import: input − white space − what is left out ± corrections = output. */
export function accountOf(input: string, pieces: readonly Piece[], texts: readonly Improved[]): Account {
  let end = 0;
  const gaps = [...pieces, { start: input.length, text: '' }].map(({ start, text }) => {
    const gap = input.slice(end, start);
    // A piece that overlaps the one before has a start below its end: the sum shows it.
    end = start + text.length;
    return gap;
  });
  const left = (Object.keys(kinds) as Kind[])
    .filter((kind) => kinds[kind].is !== 'text')
    .map((kind): [Kind, number] => [kind, sum(pieces.filter((piece) => piece.kind === kind).map(({ text }) => lengthOf(text)))])
    .filter(([, count]) => count > 0);
  const account = {
    input: lengthOf(input),
    blank: sum(gaps.filter(isBlank).map(lengthOf)),
    left,
    corrections: sum(texts.flatMap(({ changes }) => changes.map(({ from, to }) => lengthOf(to) - lengthOf(from)))),
    output: sum(texts.map(({ text }) => lengthOf(text))),
  };
  const expected = account.input - account.blank - sum(left.map(([, count]) => count)) + account.corrections;
  return { ...account, rest: expected - account.output };
}
