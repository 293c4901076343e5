import { isWhole } from './borders.ts';
import type { Normal } from './normal.ts';
import { wordings, type Readings, type Term } from './query.ts';

/** A text in normal form, as written and as other forms have it. */
export interface Texts {
  normal: Normal;
  others: readonly Normal[];
}

/** The places of a term in a text, as [start, end) in UTF-16 units of its normal form: in a text as written, or as another form has it. */
export interface Finder {
  written(text: Normal): [number, number][];
  otherwise(text: Normal): [number, number][];
}

/**
 * How a term is to be found in some texts. It and each of its wordings is looked for as it is written; only where it occurs in none of the
 * texts are its characters read as other spellings of theirs, and other forms' words looked at, so that a query in the article's own
 * script stays exact; and only where that finds nothing, as characters of the same Simplified shape. A wording is found as whole words.
 */
export function finderOf(term: Term, texts: readonly Texts[], readings: Readings): Finder {
  const finders = [term.text, ...wordings(term, readings)].map((wording, index) => wordingFinder(wording, index > 0, texts, readings));
  const all = (find: 'written' | 'otherwise') => (text: Normal) => finders.flatMap((finder) => finder[find](text));
  return { written: all('written'), otherwise: all('otherwise') };
}

function wordingFinder(wording: string, isWholeOnly: boolean, texts: readonly Texts[], readings: Readings): Finder {
  const { spellings, shapes, longer } = readings;
  const kept = (text: Normal, found: [number, number][]): [number, number][] =>
    isWholeOnly
      ? found.filter(([start, end]) => isWhole(text, start, end) && !isWithin(text.text, start, end, longer.get(wording)))
      : found;
  const literal = (text: Normal): [number, number][] => kept(text, places(text.text, wording));
  if (texts.some(({ normal }) => literal(normal).length)) return { written: literal, otherwise: () => [] };
  const read = (...tables: Readings['spellings'][]) => {
    const pattern = patternOf(wording, tables);
    const found = (text: string): [number, number][] =>
      [...text.matchAll(pattern)].map(({ 0: { length }, index }) => [index, index + length]);
    return (text: Normal) => kept(text, found(text.text));
  };
  const spelled = read(spellings);
  const isSpelled = texts.some(({ normal, others }) => [normal, ...others].some((text) => spelled(text).length));
  return { written: isSpelled ? spelled : read(spellings, shapes), otherwise: spelled };
}

/** Whether a match in a text is part of one of some longer names. */
function isWithin(text: string, start: number, end: number, names: readonly string[] = []): boolean {
  return names.some((name) => places(text, name).some(([first, last]) => first <= start && end <= last));
}

/** Every place of a part in a text, as [start, end); an empty part has none. */
export function places(text: string, part: string): [number, number][] {
  const found: [number, number][] = [];
  for (let start = part ? text.indexOf(part) : -1; start >= 0; start = text.indexOf(part, start + 1))
    found.push([start, start + part.length]);
  return found;
}

function patternOf(wording: string, tables: readonly Readings['spellings'][]): RegExp {
  const read = (character: string): string =>
    [character, ...tables.flatMap((table) => [...(table.get(character) ?? '')])].map(escape).join('');
  return new RegExp(Array.from(wording, (character) => `[${read(character)}]`).join(''), 'gu');
}

const escape = (character: string): string => `\\u{${character.codePointAt(0)!.toString(16)}}`;
