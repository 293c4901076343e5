import { entryOf, lexicon, type Entry } from './lexicon.ts';
import { isAmbiguous, isMarked } from './shapes.ts';

/** A stretch of a text, in UTF-16 units, and the word that the lexicon knows it as. */
export interface Token {
  start: number;
  end: number;
  entry?: Entry | undefined;
  /** It begins and ends where words of the segmenter do. */
  atEdges: boolean;
}

/** What a token costs; found by trial on `tests/fixtures/repair`. */
const COST = {
  token: 1,
  /** An edge inside a word of the segmenter, and the share of it for a word that stands rightly written. */
  edge: 0.45,
  rightEdge: 0.4,
  /** A word from the known words. */
  reviewed: -0.2,
  /** A word that stands rightly written, the more with a character that stands for one thing only (麵, not 面). */
  right: -0.2,
  marked: -0.45,
  /** One of the commonest single characters. */
  common: -0.15,
  /** A word of three characters or more that only the segmenter knows costs nearly what they do: it may hide one of the lexicon. */
  unknown: 0.35,
};
const COMMON = '的了是在和與也都不就有';

/** Cuts a text into the fewest and likeliest words: those of the lexicon by `shape`, those of `Intl.Segmenter`, single characters. */
export function bestPath(text: string, shape: string): Token[] {
  const { longest } = lexicon();
  const words = new Map<number, number>();
  for (const { segment, index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(shape))
    words.set(index, index + segment.length);
  const edge = (index: number): number => (words.has(index) || index === text.length ? 0 : COST.edge);
  const ambiguous = (start: number, end: number): boolean => {
    for (let index = start; index < end; index += 1) if (isAmbiguous(shape[index]!)) return true;
    return false;
  };
  const marked = (start: number, end: number): boolean => {
    for (let index = start; index < end; index += 1) if (isMarked(text[index]!, shape[index]!)) return true;
    return false;
  };
  const best: { cost: number; from: number; entry: Entry | undefined }[] = [{ cost: 0, from: 0, entry: undefined }];
  const offer = (start: number, end: number, extra: number, entry?: Entry): void => {
    const cost = best[start]!.cost + COST.token + extra;
    const least = best[end]?.cost ?? Infinity;
    if (cost < least || (entry && cost === least)) best[end] = { cost, from: start, entry };
  };
  for (let start = 0; start < text.length; start += 1) {
    offer(start, start + 1, COMMON.includes(text[start]!) ? COST.common : 0);
    const wordEnd = words.get(start);
    if (wordEnd === start + 2) offer(start, wordEnd, 0);
    else if (wordEnd !== undefined && wordEnd > start) offer(start, wordEnd, wordEnd - start - COST.token - COST.unknown);
    for (let end = start + 2; end <= Math.min(text.length, start + (longest.get(shape.slice(start, start + 2)) ?? 2)); end += 1) {
      const entry = entryOf(shape.slice(start, end));
      if (!entry) continue;
      const edges = edge(start) + edge(end);
      const reviewed = entry.reviewed ? COST.reviewed : 0;
      const right = entry.forms.includes(text.slice(start, end));
      if (!right || !ambiguous(start, end)) offer(start, end, edges + reviewed, entry);
      else offer(start, end, edges * COST.rightEdge + reviewed + COST.right + (marked(start, end) ? COST.marked : 0), entry);
    }
  }
  const tokenOf = (end: number): Token => {
    const { from: start, entry } = best[end]!;
    return { start, end, entry, atEdges: edge(start) + edge(end) === 0 };
  };
  const path: Token[] = [];
  for (let end = text.length; end > 0; end = best[end]!.from) path.push(tokenOf(end));
  return path.reverse();
}
