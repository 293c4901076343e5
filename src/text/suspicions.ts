import { converterBetween } from './convert.ts';
import type { Dictionary } from './dictionary.ts';
import type { Form } from './forms.ts';

/** A word that comes out otherwise within its text than alone: a phrase may reach across the edge of a word. */
export interface Suspicion {
  index: number;
  word: string;
  within: string;
  alone: string;
}

/**
 * The words of a text that an editor should look at: converted with the whole text against converted each for itself. What the
 * house dictionary settles is left out; many of the rest are false alarms.
 */
export function suspicions(text: string, source: Form, target: Form, dictionary: Dictionary): Suspicion[] {
  const words = [...new Intl.Segmenter(source.lang, { granularity: 'word' }).segment(text)];
  const parts = words.map(({ segment }) => ({ text: segment, kept: false }));
  const [house, plain] = [dictionary, {}].map((rows) => {
    const converter = converterBetween(source, target, rows);
    const written = converter.parts(parts);
    return words.map(({ segment }, position) => ({ within: written[position]!, alone: converter.text(segment) }));
  }) as [Pick<Suspicion, 'within' | 'alone'>[], Pick<Suspicion, 'within' | 'alone'>[]];
  return words.flatMap(({ segment, index, isWordLike }, position) => {
    const differs = [house, plain].every((list) => list[position]!.within !== list[position]!.alone);
    return isWordLike && differs ? [{ index, word: segment, ...house[position]! }] : [];
  });
}
