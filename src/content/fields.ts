import { z } from 'astro/zod';
import { PERIOD } from '../text/dates.ts';
import type { Inline } from '../text/inline.ts';
import { readSentence } from './body.ts';
import { master } from '../text/forms.ts';
import { formatId, parseId, type IdKind } from '../text/ids.ts';
import { LAST_NUMBER } from '../text/numerals.ts';
import { readParts } from '../text/passages.ts';

/** A year needs no quotes. */
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** A text that is written. */
export const text = z.string().trim().min(1, 'is empty: write it');
/** A text of so many characters at most. */
export const upTo = (max: number) =>
  text.refine((value) => count(value) <= max, {
    error: ({ input }) => `has ${count(String(input))} characters, at most ${max} are allowed`,
  });
/** Something that is so, or not. */
export const flag = z.boolean('is neither true nor false: write true, or remove it').default(false);
const count = (value: string): number =>
  [
    ...readParts(value.replaceAll('|', ''), master)
      .map((part) => part.text)
      .join(''),
  ].length;
const calendarDay = z.iso.date('is no day: write one of the calendar, like 2026-01-10');
export const day = z.preprocess(asText, calendarDay);
export const period = z.preprocess(
  asText,
  z.union([z.string().regex(PERIOD), calendarDay], 'is no date: write 2026, 2026-01, 2026-01-10, 2026-Q1 or 2026-H1'),
);
export const url = z.url({ protocol: /^https?$/, error: 'is no web address: write https://…' });
export const id = (kind: IdKind) =>
  z.string().refine((value) => parseId(value)?.kind === kind, {
    error: `is no ${kind} id: write one like ${formatId({ point: 5, kind, number: 1 })}`,
  });
/** The key of a row of a table whose labels readers see. */
export const oneOf = <Key extends string>(labels: Record<Key, string>, what: string) => {
  const keys = Object.keys(labels) as [Key, ...Key[]];
  return z.enum(keys, `is no ${what}: write ${keys.map((key) => `${key} (${labels[key]})`).join(', ')}`);
};
export const key = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'is no key: use ASCII letters, digits and hyphens');

const NUMBER = `is no number of a point: write a whole number from 1 to ${LAST_NUMBER}`;
/** The number of a point. */
export const number = z.int(NUMBER).min(1, NUMBER).max(LAST_NUMBER, NUMBER);

/** A sentence that may hold emphasis and links, as paragraphs do. */
const sentence = text.transform((value, context): Inline[] => {
  const { content, problems } = readSentence(value);
  for (const { text: message } of problems) context.addIssue({ code: 'custom', message });
  return content;
});

/** A correction that readers should know of: its day and what was changed. */
export const correction = z.strictObject({ date: day, text: sentence });
