import { isInside } from './borders.ts';
import { normalise } from './normal.ts';
import { numberWritings } from './numbers.ts';

/**
 * Names of one meaning in normal form: the article's, others that may be typed, their entry's id, and longer names that mean something
 * else (記憶體 for 記憶).
 */
export type NameRow = [own: string[], others: string[], id?: string, longer?: string[]];

/** How other spellings, other regions' words and other names are read in one written form. */
export interface Readings {
  /** A character that may be typed → the characters of the article that it is another spelling of: 发 → 發髮. */
  spellings: ReadonlyMap<string, string>;
  /** The same for characters that only share their Simplified shape: 餘 → 余. */
  shapes: ReadonlyMap<string, string>;
  words: readonly NameRow[];
  /** The rows by `nameKey` of each of their names. */
  names: ReadonlyMap<string, readonly NameRow[]>;
  /** The longer names of each row by the names it has in the article. */
  longer: ReadonlyMap<string, readonly string[]>;
}

/** What is looked for as one, in normal form; a phrase was quoted and is looked for as it stands. */
export interface Term {
  text: string;
  isPhrase: boolean;
}

const MOST_WORDINGS = 32;
const LONGEST_NAME = 8;
const OPEN = '"“「『＂';
const CLOSE = '"”」』＂';
const TERMS = new RegExp(`[${OPEN}][^${OPEN}${CLOSE}]+[${CLOSE}](?=\\s|$)|\\S+`, 'g');
const PHRASE = new RegExp(`^[${OPEN}]([^${OPEN}${CLOSE}]+)[${CLOSE}]$`);

/** A name without what may stand between its Latin words: AGI-Next, AGI Next and aginext are one. In normal form. */
export const nameKey = (name: string): string => name.replace(/[^\p{L}\p{N}.]/gu, '');

/**
 * The terms of a query, each once: what stands between quotation marks, or between spaces, except where words make up a name of `names`.
 */
export function readTerms(query: string, names: Readings['names'] = new Map()): Term[] {
  const terms = (query.match(TERMS) ?? []).map((part): Term => {
    const [, phrase] = PHRASE.exec(part) ?? [];
    return { text: normalise(phrase ?? part).text, isPhrase: phrase !== undefined };
  });
  const all = new Map<string, Term>();
  for (let at = 0; at < terms.length;) {
    const run = runOfName(terms.slice(at, at + LONGEST_NAME), names);
    const text = terms
      .slice(at, at + run)
      .map((term) => term.text)
      .join('');
    const term = { text, isPhrase: run === 1 && terms[at]!.isPhrase };
    if (text) all.set(JSON.stringify(term), term);
    at += run;
  }
  return [...all.values()];
}

/** How many of some terms, from the first, are one name that spaces part beside its Latin words; 1 where they are none. */
function runOfName(terms: readonly Term[], names: Readings['names']): number {
  for (let length = terms.length; length > 1; length -= 1) {
    const parts = terms.slice(0, length);
    const isSpaced = parts.every(
      ({ text, isPhrase }, index) => !isPhrase && (index === 0 || LATIN_SEAM.test(parts[index - 1]!.text.slice(-1) + text.charAt(0))),
    );
    if (isSpaced && names.has(nameKey(parts.map(({ text }) => text).join('')))) return length;
  }
  return 1;
}
const LATIN_SEAM = /[\p{Script=Latin}\d]/u;

/** The writings of a term beside its own: its names and regional words as the article has them, and the numbers of all in other writings. */
export function wordings({ text, isPhrase }: Term, { words, names }: Readings): string[] {
  if (isPhrase) return [];
  const all = new Set([text]);
  const add = (wording: string): unknown => all.size < MOST_WORDINGS && all.add(wording);
  for (const [own] of names.get(nameKey(text)) ?? []) own.forEach(add);
  for (const wording of all) {
    numberWritings(wording).forEach(add);
    for (const [own, others] of words)
      for (const name of [...own, ...others])
        if (wording.includes(name))
          for (const other of own)
            if (other !== name && !(other.includes(name) && wording.includes(other))) add(replaced(wording, name, other));
  }
  all.delete(text);
  return [...all];
}

/** A text with a name as another, wherever it is no part of a word or number. */
function replaced(text: string, name: string, other: string): string {
  return text.replaceAll(name, (found, at: number) => (isInside(text, at) || isInside(text, at + name.length) ? found : other));
}
