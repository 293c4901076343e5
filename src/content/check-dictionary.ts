import { converterBetween } from '../text/convert.ts';
import { wordsOf, type Dictionary, type DictionaryRow } from '../text/dictionary.ts';
import { forms, master, type Form } from '../text/forms.ts';
import { phrasesBetween } from '../text/opencc.ts';
import type { Judged } from './check.ts';
import { problemIn, type Problem } from './files.ts';
import { houseOf } from './house.ts';

/** What is wrong with the house dictionary: rows that contradict another, stand twice, or change nothing. */
export function* checkDictionary({ dictionary, people, site }: Judged): Iterable<Problem> {
  for (const form of dictionary ? forms : []) {
    const { file, values } = dictionary!;
    const rows = values[form.id] ?? [];
    const phrases = rows.length ? phrasesBetween(master.opencc, form.opencc) : [];
    const houseWith = (own: DictionaryRow[]): Dictionary =>
      houseOf({ people: people?.values, site: site?.values, dictionary: { [form.id]: own } });
    for (const [index, row] of rows.entries()) {
      const twin = rows.findIndex((other) => other !== row && clashes(other, row));
      const others = rows.filter((other) => other !== row);
      const wrong =
        twin >= 0
          ? twin < index && `和第${file.lineOf([form.id, twin])}行衝突，請只留一列，或寫明\`only: out\`或\`only: back\``
          : isIdle(row, form, phrases, [houseWith(rows), houseWith(others)]) && '什麼也沒改，少了它轉換出來也一樣，請刪掉這一列';
      if (wrong) yield { ...problemIn(file, [form.id, index], ''), text: `「${row.master}・${row.form}」${wrong}` };
    }
  }
}

const directions = ['out', 'back'] as const;
const wordOf = (row: DictionaryRow, direction: (typeof directions)[number]): string | undefined => wordsOf([row], direction)[0]?.word;

/** Whether two rows say something of the same word in the same direction. */
function clashes(one: DictionaryRow, other: DictionaryRow): boolean {
  return directions.some((direction) => wordOf(one, direction) === (wordOf(other, direction) ?? ''));
}

/**
 * Whether the text comes out the same without a row: its word alone, and on the way out also within every phrase of OpenCC's that reaches
 * across its edge.
 */
function isIdle(row: DictionaryRow, form: Form, phrases: readonly string[], [having, lacking]: [Dictionary, Dictionary]): boolean {
  return directions.every((direction) => {
    const [from, to] = direction === 'out' ? [master, form] : [form, master];
    const [kept, left] = [converterBetween(from, to, having), converterBetween(from, to, lacking)];
    const word = wordOf(row, direction) ?? '';
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
