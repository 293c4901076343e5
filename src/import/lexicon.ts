import { from, to } from 'opencc-js/preset';
import { knownWords } from './known-words.ts';
import { isAmbiguous, isFree, shapeOf, standardOf, traditionalOf, writingsOf } from './shapes.ts';

/** A word of the lexicon. */
export interface Entry {
  /** Its right writings, the usual one first. */
  forms: string[];
  /** It stands among the known words. */
  reviewed: boolean;
  /** It decides also between characters of which writers choose freely. */
  decides: boolean;
}

/** Words of two characters or more by their shape. */
export interface Lexicon {
  entries: ReadonlyMap<string, Entry>;
  /** UTF-16 units of the longest shape that begins with these two. */
  longest: ReadonlyMap<string, number>;
}

let read: Lexicon | undefined;
const pairs = new Map<string, Entry | undefined>();
/** Of these the segmenter knows names of places and people too, and what is counted has many characters. */
const UNSURE = /[里于余范叶台]|^[一二三四五六七八九十两几这那每]/;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The known words, and behind them OpenCC's phrases in Taiwan's standard characters. */
export function lexicon(): Lexicon {
  return (read ??= readLexicon());
}

/**
 * The word of a shape in the lexicon; of two characters that it does not have, one of which may be confused, what the segmenter takes for
 * a word.
 */
export function entryOf(shape: string): Entry | undefined {
  const known = lexicon().entries.get(shape);
  if (known || shape.length !== 2) return known;
  if (!pairs.has(shape)) pairs.set(shape, pairOf(shape));
  return pairs.get(shape);
}

/** Whether the segmenter takes a text for one word. */
export function isWord(text: string): boolean {
  return text.length > 1 && [...segmenter.segment(text)].length === 1;
}

/** Its dictionary has words of both scripts: 鬆餅 is one and 松餅 is none. Undefined where it knows neither writing, or all. */
function pairOf(shape: string): Entry | undefined {
  const [first = '', second = ''] = shape;
  if ((!isAmbiguous(first) && !isAmbiguous(second)) || UNSURE.test(shape)) return undefined;
  const choices = [first, second].map((one) => (isAmbiguous(one) ? writingsOf(one) : [traditionalOf(one)]));
  const all = choices[0]!.flatMap((one) => choices[1]!.map((other) => one + other));
  const forms = all.filter(isWord);
  return forms.length && forms.length < all.length ? { forms, reviewed: false, decides: false } : undefined;
}

function readLexicon(): Lexicon {
  const entries = new Map<string, Entry>();
  for (const word of knownWords) {
    const shape = shapeOf(word);
    const entry = entries.get(shape);
    if (!entry) entries.set(shape, { forms: [word], reviewed: true, decides: true });
    else if (!entry.forms.includes(word)) entry.forms.push(word);
  }
  for (const word of phrases()) {
    const shape = shapeOf(word);
    const entry = entries.get(shape);
    if (!entry) entries.set(shape, { forms: [word], reviewed: false, decides: rests(word, entries) });
    else if (!entry.reviewed && !entry.forms.includes(word)) entry.forms.push(word);
  }
  const longest = new Map<string, number>();
  for (const shape of entries.keys()) {
    const start = shape.slice(0, 2);
    longest.set(start, Math.max(shape.length, longest.get(start) ?? 0));
  }
  return { entries, longest };
}

/** Whether every free character of a word stands in a reviewed pair that is written in only one way: 找藉口 rests on 藉口. */
function rests(word: string, entries: ReadonlyMap<string, Entry>): boolean {
  const known = (start: number): boolean => {
    const pair = word.slice(start, start + 2);
    const { reviewed = false, forms = [] } = entries.get(shapeOf(pair)) ?? {};
    return reviewed && forms.length === 1 && forms[0] === pair;
  };
  return word.split('').every((unit, index) => !isFree(unit) || known(index - 1) || known(index));
}

/**
 * What OpenCC writes for its Simplified phrases, and the Traditional ones that it reads; none with 於 or 于 first, which may be a family
 * name.
 */
function phrases(): string[] {
  const [written = []] = (from.cn as string[][]).map((group) => group.slice(0, -1));
  const [readToo = []] = (to.cn as string[][]).map((group) => group.slice(0, 1));
  const column = (lists: string[], place: number): string[] =>
    lists.flatMap((list) => list.split('|').map((row) => row.split(' ')[place]!));
  return [...column(written, 1), ...column(readToo, 0)].map(standardOf).filter((word) => [...word].length > 1 && !/^[於于]/.test(word));
}
