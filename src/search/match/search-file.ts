import type { PointRecord } from './answer.ts';
import { nameKey, type NameRow, type Readings } from './query.ts';

/** What the browser loads first to search one written form; the build writes it as JSON. */
export interface SearchFile<Box = unknown> {
  /** What the search box says, in this form. */
  searchBox: Box;
  /** A character that may be typed, followed by those of the article that it stands for. */
  spellings: string[];
  /** The same for characters that only share their Simplified shape. */
  shapes: string[];
  words: NameRow[];
  /** Tokens that nearly every point has, and that Pagefind therefore does not hold. */
  common: string[];
  /** Names and terms that the article uses, most used first. */
  suggestions: string[];
  /** The points, for who has typed nothing yet. */
  titles: [number: number, numeral: string, title: string][];
  /** What Pagefind needs before its first answer, below its folder. */
  pagefind: string[];
  /** The points by the name of their Pagefind fragment; left out where the text is too long to be sent at once. */
  points?: Record<string, PointRecord>;
}

/** The readings of a file. */
export function readingsOf({ spellings, shapes, words }: Pick<SearchFile, 'spellings' | 'shapes' | 'words'>): Readings {
  const names = new Map<string, NameRow[]>();
  for (const row of words) for (const key of new Set([...row[0], ...row[1]].map(nameKey))) names.set(key, [...(names.get(key) ?? []), row]);
  const longer = new Map(words.flatMap(([own, , , longer]) => (longer ? own.map((name) => [name, longer] as const) : [])));
  return { words, names, longer, spellings: characterMap(spellings), shapes: characterMap(shapes) };
}

const characterMap = (rows: readonly string[]): Map<string, string> =>
  new Map(rows.map((row) => [[...row][0]!, [...row].slice(1).join('')]));
