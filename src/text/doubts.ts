import type { Aligned } from './aligned.ts';
import { breaks, convertWords } from './convert-words.ts';
import { wordsBetween, type Dictionary } from './dictionary.ts';
import { forms, master, type Form } from './forms.ts';
import { convertAligned, phrasesOf } from './opencc.ts';
import { across, segments, type Span } from './segments.ts';
import { cutAtWords } from './word-edges.ts';

/** A place whose conversion an editor should read: the house and plain OpenCC write it differently, and words reach across its edges. */
export interface Doubt {
  index: number;
  word: string;
  house: string;
  plain: string;
  /** The source with what stands around the word, which is between 【 and 】. */
  context: string;
}

const AROUND = 8;

/**
 * Where the house's conversion is no matter of course: its word counted across the edge of another (of `Intl.Segmenter`'s or OpenCC's), or
 * a phrase of OpenCC's gave way. In order.
 */
export function conversionDoubts(text: string, dictionary: Dictionary, source: Form = master, target: Form = forms[1]!): Doubt[] {
  const plain = convertAligned(text, source.opencc, target.opencc);
  const words = openccWords(text, source);
  const found: Doubt[] = [];
  const add = (span: Span, house: string): void => {
    const [word, other] = [text.slice(span.start, span.end), within(plain, span)];
    if (house !== other) found.push({ index: span.start, word, house, plain: other, context: contextOf(text, span.start, word) });
  };
  const house = wordsBetween(source, target, dictionary);
  const parts = new Set(house.filter(({ edge }) => edge === 'part').map(({ word }) => word));
  const disputed = new Set<number>();
  const cut = cutAtWords(house, (_, index, counted) => void (counted && disputed.add(index)));
  for (const piece of cut(text)) {
    const { start, value } = piece;
    if (value === undefined) {
      const written = convertWords(piece.text, source.opencc, target.opencc);
      breaks(piece.text, source.opencc, target.opencc, (phrase) =>
        add({ start: start + phrase.start, end: start + phrase.end }, within(written, phrase)),
      );
    } else if (!parts.has(piece.text) && (disputed.has(start) || across(words, piece, text).length)) add(piece, value);
  }
  return found.sort((a, b) => a.index - b.index);
}

/** A word of a text between 【 and 】, with what stands around it, on one line. */
export function contextOf(text: string, index: number, word: string): string {
  const end = index + word.length;
  return `${text.slice(Math.max(0, index - AROUND), index)}【${word}】${text.slice(end, end + AROUND)}`.replaceAll('\n', '');
}

/**
 * The words of a text that OpenCC knows and `Intl.Segmenter` too, as the longest match finds them; OpenCC's great list is in Simplified.
 */
function openccWords(text: string, { opencc }: Form): Span[] {
  const { text: simplified, origin } = convertAligned(text, opencc, 'cn');
  let end = 0;
  return phrasesOf('cn', 'tw')
    .segment(simplified)
    .flatMap((word): Span[] => {
      const start = end;
      end += word.length;
      return [...word].length > 1 && segments(word).length === 1 && phrasesOf('cn', 'tw').matchPrefix(word, 0)?.end === word.length
        ? [{ start: origin[start]!, end: origin[end - 1]! + 1 }]
        : [];
    });
}

/** What a conversion made of a span of its source. */
function within({ text, origin }: Aligned, { start, end }: Span): string {
  return text
    .split('')
    .filter((_, unit) => origin[unit]! >= start && origin[unit]! < end)
    .join('');
}
