import { HOLE, WIDE } from '../content/source-text.ts';
import { textFaults, type Mend } from '../content/text-faults.ts';
import type { Form } from '../text/forms.ts';
import type { Correction } from './correction.ts';

interface Row {
  why: string;
  pattern: RegExp;
  by: string | ((found: string) => string);
}

const MARKS = '半形標點改全形';
const DASHES = '破折號';
const DOTS = '刪節號';
/** A dot between Han may be a full stop or stand within a name: for the editor to look at. */
export const DOT = '半形句點改句號或間隔號';
const HAN = '\\p{Script=Han}';
const FULL: Record<string, string> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };
const toFull = (found: string): string => found.trim().replace(/./g, (mark) => FULL[mark] ?? mark);
/** A run of Han on either side this long is a clause; a shorter one, 北京—上海, may be joined by a short dash. */
const CLAUSE = `${HAN}{4}`;
const DASH = '(?:-{2,}|[–—─―]{2,}|－{2,}|─|―)';

const row = (why: string, pattern: string, by: Row['by']): Row => ({ why, pattern: new RegExp(pattern, 'gu'), by });

/** What a pasted text needs beyond the faults that are told in any content (CLREQ 3.1). */
const rows: readonly Row[] = [
  row(
    MARKS,
    `(?<=[%‰℃°+])[,:;?!](?=\\s*${HAN})\\s*|(?<=${WIDE}[”’])[,:;?!]\\s*|(?<=[%‰℃°+\\p{Script=Latin}\\p{N}])[,:;?!]\\s*(?=[「『《（“])`,
    toFull,
  ),
  // One word of Latin after Han is no English sentence.
  row(MARKS, `(?<=${WIDE}[\\p{Script=Latin}\\p{N}%]*)[?!]+(?=\\s*(?:${HAN}|[」』）”’]|$))`, toFull),
  row(DASHES, `(?<=${WIDE}|^)\\s*(?!——(?![—\\s]))${DASH}\\s*|\\s*(?!——(?!\\s))(?<!\\s|—)${DASH}\\s*(?=${WIDE})`, '——'),
  row(DASHES, `(?<=${HAN})\\s+[-–—]\\s+(?=${HAN})|(?<=${CLAUSE})[–—](?=${CLAUSE})`, '——'),
  row(DOTS, `(?<=${WIDE})(?:…(?!…)|…{3,}|[⋯‥]+|。{3,}|[・·]{3,})|(?<![…⋯‥])(?:…|[⋯‥]+)(?=${WIDE})`, '……'),
  // Where commas are half-width too, or a clause ends, it is a full stop.
  row(
    DOT,
    `(?<=${HAN}[,;].*${HAN})\\.(?=${HAN})|(?<=${HAN})\\.(?=${HAN}.*[,;]${HAN})|(?<=${HAN}{5})\\.(?=\\s*${WIDE})\\s*|(?<=${HAN}[\\p{Script=Latin}\\p{N}]+)\\.$`,
    '。',
  ),
  row(DOT, `(?<=(?<!${HAN})${HAN}{1,4})\\.(?=${HAN})`, '・'),
  row('中西文之間的空格', `(?<=${HOLE})[\\p{Zs}\\t]+(?=${WIDE})`, ''),
  row('空格', `(?<=${WIDE})[\\p{Zs}\\t]{2,}(?=${WIDE})`, ' '),
];

/** Why textFaults mends what it does, by what it replaces. */
const reasons: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/["'“”‘’「」『』＂＇〝〞]/, '引號'],
  [/^[\p{Zs}\t]+$/u, '中西文之間的空格'],
  [/\.{3}/, DOTS],
];

/**
 * One pass over a text of a written form: marks full-width beside Han, its quotation marks by pairs, dashes and ellipses, no typed spaces.
 * Addresses stay.
 */
export function setMarks(text: string, form: Form): Correction[] {
  const mends = textFaults(text, 'inline', false, form).flatMap(({ mends = [] }) => mends);
  const found = [...mends.map((mend) => correctionOf(mend, text)), ...rows.flatMap((one) => correctionsBy(one, text))];
  let end = 0;
  return found
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => a.index - b.index)
    .filter(({ index, from }) => {
      const isFree = index >= end;
      if (isFree) end = index + from.length;
      return isFree;
    });
}

function correctionOf([start, end, to]: Mend, text: string): Correction {
  const from = text.slice(start, end);
  return { index: start, from, to, why: reasons.find(([pattern]) => pattern.test(from))?.[1] ?? MARKS };
}

/** Stands for the characters of what no row touches. */
const APART = /(?:https?:\/\/|www\.)[\x21-\x7e]+|[\w.+-]+@[\w-]+\.[\w.-]+/g;

function correctionsBy({ why, pattern, by }: Row, source: string): Correction[] {
  const text = source.replace(APART, (apart) => HOLE.repeat(apart.length));
  return [...text.matchAll(pattern)].map(({ 0: from, index }) => ({ index, from, to: typeof by === 'string' ? by : by(from), why }));
}
