import { converterBetween } from '../text/convert.ts';
import { pairsOf, type DictionaryRow } from '../text/dictionary.ts';
import { forms, master, type Form } from '../text/forms.ts';
import type { Content } from './content.ts';
import type { Problem } from './files.ts';

/** What is wrong with the house dictionary: rows that contradict another, stand twice, or change nothing. */
export function checkDictionary({ dictionary }: Content): Problem[] {
  if (!dictionary) return [];
  const { file, values } = dictionary;
  return forms.flatMap((form) => {
    const rows = values[form.id] ?? [];
    const lineOf = (index: number): number => file.lineOf([form.id, index]);
    return rows.flatMap((row, index) => {
      const twin = rows.findIndex((other) => other !== row && clashes(other, row));
      const tell = (text: string): Problem[] => [{ file: file.file, line: lineOf(index), text: `${row.master}・${row.form} ${text}` }];
      if (twin > index) return [];
      if (twin >= 0) return tell(`contradicts line ${lineOf(twin)}: keep one row, or say \`only: out\` or \`only: back\``);
      return isIdle(row, rows, form) ? tell('changes nothing, the text comes out so without it: remove the row') : [];
    });
  });
}

const directions = ['out', 'back'] as const;

/** Whether two rows say something of the same word in the same direction. */
function clashes(one: DictionaryRow, other: DictionaryRow): boolean {
  return directions.some((direction) => pairsOf([one], direction)[0]?.[0] === (pairsOf([other], direction)[0]?.[0] ?? ''));
}

function isIdle(row: DictionaryRow, rows: readonly DictionaryRow[], form: Form): boolean {
  const others = { [form.id]: rows.filter((other) => other !== row) };
  return directions.every((direction) => {
    const [from, to] = direction === 'out' ? [master, form] : [form, master];
    return pairsOf([row], direction).every(([word, replacement]) => converterBetween(from, to, others).text(word) === replacement);
  });
}
