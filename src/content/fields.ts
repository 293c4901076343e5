import { z } from 'astro/zod';
import { PERIOD } from '../text/dates.ts';
import type { Inline } from '../text/inline.ts';
import { readSentence } from './body.ts';
import { master } from '../text/forms.ts';
import { formatId, kindName, parseId, type IdKind } from '../text/ids.ts';
import { LAST_NUMBER } from '../text/numerals.ts';
import { readParts } from '../text/passages.ts';

/** A year needs no quotes. */
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** A text that is written. */
export const text = z.string().trim().min(1, '是空的，請寫上');
/** A text of so many characters at most. */
export const upTo = (max: number) =>
  text.refine((value) => count(value) <= max, { error: ({ input }) => `有${count(String(input))}字，最多${max}字` });
const count = (value: string): number => {
  const parts = readParts(value.replaceAll('|', ''), master);
  return [...parts.map((part) => part.text).join('')].length;
};
/** Something that is so, or not. */
export const flag = z.boolean('不是true也不是false，請寫true，或刪掉').default(false);
const calendarDay = z.iso.date('不是日子，請寫曆上有的一天，例如2026-01-10');
export const day = z.preprocess(asText, calendarDay);
export const period = z.preprocess(
  asText,
  z.union([z.string().regex(PERIOD), calendarDay], '不是日期，請寫2026、2026-01、2026-01-10、2026-Q1或2026-H1'),
);
export const url = z.url({ protocol: /^https?$/, error: '不是網址，請寫https://…' });
export const id = (kind: IdKind) =>
  z.string().refine((value) => parseId(value)?.kind === kind, {
    error: `不是${kindName(kind)}的編號，請寫成${formatId({ point: 5, kind, number: 1 })}這樣`,
  });
/** The key of a row of a table whose labels readers see. */
export const oneOf = <Key extends string>(rows: Readonly<Record<Key, string | { label: string }>>, what: string) => {
  const labels = Object.entries<string | { label: string }>(rows).map(
    ([key, row]) => `${key}（${typeof row === 'string' ? row : row.label}）`,
  );
  return z.enum(Object.keys(rows) as [Key, ...Key[]], `不是${what}，請寫${labels.join('、')}`);
};
export const key = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, '不是代號，請只用英文字母、數字和-，以字母開頭');

const NUMBER = `不是點的號碼，請寫1到${LAST_NUMBER}的整數`;
/** The number of a point. */
export const number = z.int(NUMBER).min(1, NUMBER).max(LAST_NUMBER, NUMBER);

/** A sentence that may hold emphasis and links, as paragraphs do. */
const sentence = text.transform((value, context): Inline[] => {
  const { content, problems } = readSentence(value);
  for (const { text: message } of problems) context.addIssue({ code: 'custom', message });
  return content;
});

/** A list of rows; none where it is not written. `most` is how many it may have, and what to say of more. */
export const list = <Row extends z.ZodRawShape>(row: Row, [most, error]: [number, string] = [Infinity, '']) =>
  z.array(z.strictObject(row)).max(most, error).default([]);

/** Corrections that readers should know of: the day of each and what was changed. */
export const corrections = list({ date: day, text: sentence });
