import { lexicon, type Entry } from './lexicon.ts';

/** A stretch of a text, in UTF-16 units, and the word that the lexicon knows it as. */
export interface Token {
  start: number;
  end: number;
  entry?: Entry | undefined;
}

/**
 * What a token costs: every one; each edge inside a word of the segmenter; less for a reviewed word and for one that stands rightly
 * written, and for the commonest single ones; a longer word of the segmenter nearly what its characters cost, as it may hide a word of the lexicon.
 */
const COST = { token: 1, edge: 0.45, reviewed: -0.2, right: -0.2, common: -0.15, unknown: 0.35 };
const COMMON = '的了是在和與也都不就有';

/** Cuts a text into the fewest and likeliest words: those of the lexicon by `shape`, those of `Intl.Segmenter`, single characters. */
export function bestPath(text: string, shape: string): Token[] {
  const { entries, longest } = lexicon();
  const words = new Map<number, number>();
  for (const { segment, index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(shape))
    words.set(index, index + segment.length);
  const edge = (index: number): number => (words.has(index) || index === text.length ? 0 : COST.edge);
  const best: { cost: number; from: number; entry: Entry | undefined }[] = [{ cost: 0, from: 0, entry: undefined }];
  const offer = (start: number, end: number, extra: number, entry?: Entry): void => {
    const cost = best[start]!.cost + COST.token + extra;
    if (cost < (best[end]?.cost ?? Infinity)) best[end] = { cost, from: start, entry };
  };
  for (let start = 0; start < text.length; start += 1) {
    offer(start, start + 1, COMMON.includes(text[start]!) ? COST.common : 0);
    const wordEnd = words.get(start);
    if (wordEnd === start + 2) offer(start, wordEnd, 0);
    else if (wordEnd !== undefined && wordEnd > start) offer(start, wordEnd, wordEnd - start - COST.token - COST.unknown);
    for (let end = start + 2; end <= Math.min(text.length, start + (longest.get(shape.slice(start, start + 2)) ?? 0)); end += 1) {
      const entry = entries.get(shape.slice(start, end));
      if (!entry) continue;
      const right = entry.forms.includes(text.slice(start, end));
      offer(start, end, edge(start) + edge(end) + (entry.reviewed ? COST.reviewed : 0) + (right ? COST.right : 0), entry);
    }
  }
  const path: Token[] = [];
  for (let end = text.length; end > 0; end = best[end]!.from) path.push({ start: best[end]!.from, end, entry: best[end]!.entry });
  return path.reverse();
}
