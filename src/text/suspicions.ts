import { converterBetween } from './convert.ts';
import { wordsBetween, type Dictionary } from './dictionary.ts';
import { contextOf } from './doubts.ts';
import type { Form } from './forms.ts';
import { segments } from './segments.ts';
import { cutAtWords } from './word-edges.ts';

const HAN = /\p{Script=Han}/u;

/** A word that comes out otherwise within its text than alone: a phrase may reach across the edge of a word. */
export interface Suspicion {
  index: number;
  word: string;
  within: string;
  alone: string;
  /** As `Doubt.context`. */
  context: string;
}

/**
 * The words of a text that an editor should look at: converted with the whole text against converted each for itself. What a word of
 * the house settles is left out; many of the rest are false alarms.
 */
export function suspicions(text: string, source: Form, target: Form, dictionary: Dictionary): Suspicion[] {
  const converter = converterBetween(source, target, dictionary);
  const words = segments(text).map(({ start, end }) => ({ index: start, word: text.slice(start, end) }));
  const written = converter.parts(words.map(({ word }) => ({ text: word, kept: false })));
  let end = 0;
  const settled = cutAtWords(wordsBetween(source, target, dictionary))(text).flatMap((piece) => {
    const start = end;
    end += piece.text.length;
    return piece.value === undefined ? [] : [{ start, end }];
  });
  return words.flatMap(({ index, word }, position) => {
    const [within = '', alone] = [written[position], converter.text(word)];
    const isSettled = settled.some(({ start, end }) => start < index + word.length && end > index);
    return within === alone || isSettled || !HAN.test(word) ? [] : [{ index, word, within, alone, context: contextOf(text, index, word) }];
  });
}
