const REACH = 24;
const LETTER = /[\p{L}\p{N}]/u;
/** Belong to the word before them, though `Intl.Segmenter` often gives them to it. */
const PARTICLE = /^[了的着著]$/;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A span of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** What stands around a span without a mark or a space between, as far as it may tell of words there. */
export function runAround(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && span.start - start < REACH && LETTER.test(text[start - 1]!)) start -= 1;
  while (end < text.length && end - span.end < REACH && LETTER.test(text[end]!)) end += 1;
  return { start, end };
}

const known = new Map<string, readonly Span[]>();
const KNOWN = 4096;

/** The words of a text as `Intl.Segmenter` finds them, which knows both scripts; it is slow, so what it said is kept. */
export function segments(text: string): readonly Span[] {
  let words = known.get(text);
  if (words) return words;
  if (known.size >= KNOWN) known.clear();
  words = Array.from(segmenter.segment(text), ({ segment, index }) => ({ start: index, end: index + segment.length }));
  known.set(text, words);
  return words;
}

/** The words that reach across an edge of a span; what only hangs on to its end is no word. */
export function across(words: readonly Span[], { start, end }: Span, text: string): Span[] {
  return words.filter(
    (word) =>
      (word.start < start && word.end > start) ||
      (word.start < end && word.end > end && !(word.start >= start && PARTICLE.test(text.slice(end, word.end)))),
  );
}

/** How unlikely a text cut into these words is: fewer are likelier, and those of one character are the least likely. */
export function cost(words: readonly Span[]): number {
  return words.length + words.filter(({ start, end }) => end - start === 1).length;
}

/** The same for a text in which a span is a word. */
export function costWith(text: string, { start, end }: Span): number {
  return cost([...segments(text.slice(0, start)), { start, end }, ...segments(text.slice(end))]);
}
