import { converterBetween, type Converter } from '../text/convert.ts';
import { wordsOf, type Dictionary, type DictionaryRow } from '../text/dictionary.ts';
import { forms, master, type Form } from '../text/forms.ts';
import { phrasesBetween } from '../text/opencc.ts';
import { houseOf } from './house.ts';
import type { Files } from './read.ts';
import type { Problem } from './files.ts';

/** What is wrong with the house dictionary: rows that contradict another, stand twice, or change nothing. */
export function checkDictionary({ dictionary, people, site }: Files): Problem[] {
  if (!dictionary) return [];
  const names = { people: people?.values, site: site?.values };
  const { file, values } = dictionary;
  return forms.flatMap((form) => {
    const rows = values[form.id] ?? [];
    const phrases = rows.length ? phrasesBetween(master.opencc, form.opencc) : [];
    const lineOf = (index: number): number => file.lineOf([form.id, index]);
    return rows.flatMap((row, index) => {
      const twin = rows.findIndex((other) => other !== row && clashes(other, row));
      const tell = (text: string): Problem[] => [{ file: file.file, line: lineOf(index), text: `「${row.master}・${row.form}」${text}` }];
      if (twin > index) return [];
      if (twin >= 0) return tell(`和第${lineOf(twin)}行衝突，請只留一列，或寫明\`only: out\`或\`only: back\``);
      return isIdle(row, rows, form, phrases, (own) => houseOf({ ...names, dictionary: { [form.id]: own } }))
        ? tell('什麼也沒改，少了它轉換出來也一樣，請刪掉這一列')
        : [];
    });
  });
}

const directions = ['out', 'back'] as const;

/** Whether two rows say something of the same word in the same direction. */
function clashes(one: DictionaryRow, other: DictionaryRow): boolean {
  return directions.some((direction) => wordsOf([one], direction)[0]?.word === (wordsOf([other], direction)[0]?.word ?? ''));
}

/**
 * Whether the text comes out the same without a row: its word alone, in either direction, and on the way out to readers also next to
 * every phrase of OpenCC's that reaches across an edge of the word.
 */
function isIdle(
  row: DictionaryRow,
  rows: readonly DictionaryRow[],
  form: Form,
  phrases: readonly string[],
  houseWith: (rows: readonly DictionaryRow[]) => Dictionary,
): boolean {
  const dictionaries = [rows, rows.filter((other) => other !== row)].map(houseWith);
  return directions.every((direction) => {
    const [from, to] = direction === 'out' ? [master, form] : [form, master];
    const [kept, left] = dictionaries.map((dictionary) => converterBetween(from, to, dictionary)) as [Converter, Converter];
    const word = wordsOf([row], direction)[0]?.word ?? '';
    const same = (text: string): boolean => kept.text(text) === left.text(text);
    return same(word) && (direction === 'back' || phrases.flatMap((phrase) => overlaps(word, phrase)).every(same));
  });
}

/** The texts in which a phrase begins within a word and ends after it, or begins before it and ends within. */
function overlaps(word: string, phrase: string): string[] {
  const found: string[] = [];
  for (let length = 1; length < Math.min(word.length, phrase.length); length += 1) {
    if (word.endsWith(phrase.slice(0, length))) found.push(word + phrase.slice(length));
    if (word.startsWith(phrase.slice(-length))) found.push(phrase.slice(0, -length) + word);
  }
  return found;
}
