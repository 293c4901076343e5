import type { HouseWord } from './dictionary.ts';
import { across, cost, costWith, runAround, segments, type Span } from './segments.ts';

/** A piece of a text; `value` is what a house word becomes. */
export interface Piece extends Span {
  text: string;
  value?: string;
}

/** Is told of a house word that words of the text reach across, and whether it counted. */
export type Tell = (house: HouseWord, index: number, counted: boolean) => void;

/**
 * Cuts a text at the words of the house, from left to right, the longest first; a word counts only where its edges are edges of
 * words. `Intl.Segmenter` alone cuts many a name in two, so a word across an edge holds only where the text is no likelier with the
 * house's: 從自身分析 has 自身 and 分析, but no 身分.
 */
export function cutAtWords(words: readonly HouseWord[], tell?: Tell): (text: string) => Piece[] {
  const known = new Map<string, HouseWord[]>();
  for (const word of [...words].sort((a, b) => b.word.length - a.word.length))
    known.set(word.word[0]!, [...(known.get(word.word[0]!) ?? []), word]);
  return (text) => {
    const pieces: Piece[] = [];
    let start = 0;
    const add = (end: number, value?: string): void => {
      if (end > start) pieces.push({ start, end, text: text.slice(start, end), ...(value !== undefined && { value }) });
      start = end;
    };
    const counts = (house: HouseWord, at: number): boolean => {
      if (!text.startsWith(house.word, at)) return false;
      if (house.edge === 'part') return true;
      const end = at + house.word.length;
      const run = runAround(text, { start: at, end });
      const gainFrom = (from: number): number => gain(text.slice(from, run.end), { start: at - from, end: end - from });
      // A house word before it ends there, whatever the text alone would be.
      const gained = Math.max(gainFrom(run.start), start > run.start ? gainFrom(start) : -Infinity);
      // What follows a person's name is likelier to be a word of its own than to belong to it.
      const counted = gained > (house.edge === 'name' ? -ON_THE_RIGHT : 0);
      if (Number.isFinite(gained)) tell?.(house, at, counted);
      return counted;
    };
    for (let at = 0; at < text.length; at += 1) {
      const house = known.get(text[at]!)?.find((word) => counts(word, at));
      if (!house) continue;
      add(at);
      add(at + house.word.length, house.value);
      at = start - 1;
    }
    add(text.length);
    return pieces;
  };
}

/** What a word across nothing but the right edge of a span counts less than one across its left edge. */
const ON_THE_RIGHT = 0.5;

/** How much likelier a text is with a span as a word of its own; without end where no other word reaches across its edges. */
function gain(text: string, span: Span): number {
  const words = segments(text);
  const others = across(words, span, text);
  if (!others.length) return Infinity;
  const compound = others.find(({ start, end }) => start <= span.start && end >= span.end);
  const rest = compound && [text.slice(compound.start, span.start), text.slice(span.end, compound.end)];
  if (rest) return rest.every(isWordOrNone) ? Infinity : -Infinity;
  return cost(words) - costWith(text, span) - (others.some(({ start }) => start < span.start) ? ON_THE_RIGHT : 0);
}

const isWordOrNone = (text: string): boolean => !text || (text.length > 1 && segments(text).length === 1);
