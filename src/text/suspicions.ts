import { converterBetween } from './convert.ts';
import { wordsBetween, type Dictionary } from './dictionary.ts';
import { contextOf } from './doubts.ts';
import type { Form } from './forms.ts';
import { segments } from './segments.ts';
import { cutAtWords } from './word-edges.ts';

const HAN = /\p{Script=Han}/u;

/** The words of a text that come out otherwise within it than alone, those of the house aside; many are false alarms. */
export function suspicions(text: string, source: Form, target: Form, dictionary: Dictionary) {
  const converter = converterBetween(source, target, dictionary);
  const words = segments(text).map(({ start, end }) => ({ index: start, word: text.slice(start, end) }));
  const written = converter.parts(words.map(({ word }) => ({ text: word, kept: false })));
  const settled = cutAtWords(wordsBetween(source, target, dictionary))(text).filter(({ value }) => value !== undefined);
  return words.flatMap(({ index, word }, position) => {
    const [within = '', alone] = [written[position], converter.text(word)];
    const isSettled = settled.some(({ start, end }) => start < index + word.length && end > index);
    return within === alone || isSettled || !HAN.test(word) ? [] : [{ index, word, within, alone, context: contextOf(text, index, word) }];
  });
}
