import { normalise } from './normal.ts';

/** How other spellings and other regions' words are read in one written form. */
export interface Readings {
  /** A character that may be typed → the characters of the article that it is another spelling of: 发 → 發髮. */
  spellings: ReadonlyMap<string, string>;
  /** A word that may be typed, and the article's own word for it, both in normal form. */
  words: readonly (readonly [other: string, own: string])[];
}

const MOST_WORDINGS = 32;

/** The terms of a query in normal form, each once: what stands between spaces. */
export function readTerms(query: string): string[] {
  return [...new Set(query.split(/\s+/).map((term) => normalise(term).text))].filter(Boolean);
}

/** A term and what it becomes when words of other regions in it give way to the article's own. */
export function wordings(term: string, words: Readings['words']): string[] {
  const all = new Set([term]);
  for (const wording of all)
    for (const [other, own] of words)
      if (all.size < MOST_WORDINGS && wording.includes(other) && !(own.includes(other) && wording.includes(own)))
        all.add(wording.replaceAll(other, own));
  return [...all];
}

/** Finds the places of a term in a text in normal form, as [start, end) in UTF-16 units: in a text as written, or as another form has it. */
export interface Finder {
  written(text: string): [number, number][];
  otherwise(text: string): [number, number][];
}

/**
 * How a term is to be found in some texts. Each of its wordings is looked for as it is written; only where it occurs in none of the
 * texts are its characters read as other spellings of theirs, and other forms' words looked at, so that a query in the article's own
 * script stays exact.
 */
export function finderOf(term: string, texts: readonly string[], { spellings, words }: Readings): Finder {
  const [literal, absent] = [wordings(term, words), [] as string[]];
  for (const wording of literal.splice(0)) (texts.some((text) => text.includes(wording)) ? literal : absent).push(wording);
  const patterns = absent.map((wording) => spelled(wording, spellings));
  const otherwise = (text: string): [number, number][] =>
    patterns.flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ({ 0: match, index }): [number, number] => [index, index + match.length]),
    );
  return { otherwise, written: (text) => [...literal.flatMap((wording) => places(text, wording)), ...otherwise(text)] };
}

/** Every place of a part in a text, as [start, end); an empty part has none. */
export function places(text: string, part: string): [number, number][] {
  const found: [number, number][] = [];
  for (let start = part ? text.indexOf(part) : -1; start >= 0; start = text.indexOf(part, start + 1))
    found.push([start, start + part.length]);
  return found;
}

function spelled(wording: string, spellings: Readings['spellings']): RegExp {
  const classes = [...wording].map((character) => `[${[character, ...(spellings.get(character) ?? '')].map(escape).join('')}]`);
  return new RegExp(classes.join(''), 'gu');
}

const escape = (character: string): string => `\\u{${character.codePointAt(0)!.toString(16)}}`;
