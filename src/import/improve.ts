import { setCharacters, type Setting } from './characters.ts';
import { clean, cleanEnds } from './clean.ts';
import { apply, type Correction } from './correction.ts';
import type { Piece } from './pieces.ts';
import { setMarks } from './typography.ts';

/** A correction with the text in which it was made. */
export interface Change extends Correction {
  before: string;
}

/** A piece as it is written into the content, and all that was changed on the way. */
export interface Improved {
  piece: Piece;
  text: string;
  changes: Change[];
}

/** One step may lay bare what the next one mends; none undoes another. */
const PASSES = 8;

/** Brings a piece to the master's form: page remains out, marks by typography, characters by sense. */
export function improve(piece: Piece, setting: Setting): Improved {
  const changes: Change[] = [];
  let { text } = piece;
  const step = (corrections: readonly Correction[]): boolean => {
    changes.push(...corrections.map((correction) => ({ ...correction, before: text })));
    text = apply(text, corrections);
    return corrections.length > 0;
  };
  step(clean(text, piece.kind));
  for (let pass = 0; pass < PASSES && step(setMarks(text, setting.master)); pass += 1);
  step(cleanEnds(text));
  step(setCharacters(text, setting));
  return { piece, text, changes };
}
