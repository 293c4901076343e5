import { z } from 'astro/zod';
import { PERIOD } from '../text/dates.ts';
import type { Inline } from '../text/inline.ts';
import { readSentence } from './body.ts';
import { forms, master } from '../text/forms.ts';
import { formatId, parseId, type IdKind } from '../text/ids.ts';
import { readParts } from '../text/passages.ts';
import { relationLabels } from '../text/relations.ts';
import { grades, sourceKinds } from '../text/source-kinds.ts';

/** A year needs no quotes. */
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** A text that is written. */
export const text = z.string().trim().min(1, 'is empty: write it');
const han = (min: number, max: number) =>
  text.refine((value) => count(value) >= min && count(value) <= max, {
    error: ({ input }) => `has ${count(String(input))} characters, ${min} to ${max} are allowed`,
  });
const count = (value: string): number =>
  [
    ...readParts(value.replaceAll('|', ''), master)
      .map((part) => part.text)
      .join(''),
  ].length;
const calendarDay = z.iso.date('is no day: write one of the calendar, like 2026-01-10');
const day = z.preprocess(asText, calendarDay);
const period = z.preprocess(
  asText,
  z.union([z.string().regex(PERIOD), calendarDay], 'is no date: write 2026, 2026-01, 2026-01-10, 2026-Q1 or 2026-H1'),
);
const url = z.url({ protocol: /^https?$/, error: 'is no web address: write https://…' });
const id = (kind: IdKind) =>
  z.string().refine((value) => parseId(value)?.kind === kind, {
    error: `is no ${kind} id: write one like ${formatId({ point: 5, kind, number: 1 })}`,
  });
/** The key of a row of a table whose labels readers see. */
const oneOf = <Key extends string>(labels: Record<Key, string>, what: string) => {
  const keys = Object.keys(labels) as [Key, ...Key[]];
  return z.enum(keys, `is no ${what}: write ${keys.map((key) => `${key} (${labels[key]})`).join(', ')}`);
};
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'is no key: use ASCII letters, digits and hyphens');

const NUMBER = 'is no number of a point: write a whole number from 1 to 99';

/** A sentence that may hold emphasis and links, as paragraphs do. */
const sentence = text.transform((value, context): Inline[] => {
  const { content, problems } = readSentence(value);
  for (const { text: message } of problems) context.addIssue({ code: 'custom', message });
  return content;
});

/** A correction that readers should know of: its day and what was changed. */
const correction = z.strictObject({ date: day, text: sentence });

/** `content/site.yaml`: the site's name and title, the article it discusses, its groups of points. */
export const siteSchema = z.strictObject({
  /** Where the site stands; `SITE_URL` goes before it. */
  url: url.optional(),
  name: text,
  title: text,
  deck: text,
  kicker: text,
  description: text,
  published: day,
  factsUntil: period,
  contact: z.email('is no e-mail address: write name@example.org'),
  sourceArticle: z.strictObject({ authors: z.array(text).min(1), platform: text, date: period, articleId: text, url }),
  /** The points of each group, in the order in which the site shows them. */
  groups: z
    .array(
      z.strictObject({
        id: key,
        name: han(2, 4),
        gist: text,
        points: z.array(z.int(NUMBER)).min(1, 'has no point: add one, or remove the group'),
      }),
    )
    .min(1),
});

/** Front matter of `content/about.md`: none. */
export const aboutSchema = z.null('has fields that nobody reads: leave nothing between the lines ---');

/** Front matter of `content/lead.md`. */
export const leadSchema = z.strictObject({
  title: text,
  published: day,
  updated: day,
  sources: z.array(z.strictObject({ id: id('source'), source: key })).default([]),
  corrections: z.array(correction).default([]),
});

/** Front matter of one point, `content/points/NN.md`; lengths after the writing rules of the site. */
export const pointSchema = z.strictObject({
  number: z.int(NUMBER).min(1, NUMBER).max(99, NUMBER),
  title: han(8, 20),
  gist: han(1, 34),
  thesis: han(30, 90),
  draft: z.boolean('is neither true nor false: write true for a draft, or remove it').default(false),
  published: day,
  updated: day,
  relations: z
    .array(
      z.strictObject({
        to: z.int(NUMBER),
        kind: oneOf(relationLabels, 'kind of relation'),
        why: text,
      }),
    )
    .default([]),
  sources: z.array(z.strictObject({ id: id('source'), source: key })).min(1, 'is empty: a point cites at least one source'),
  figures: z
    .array(
      z.strictObject({
        id: id('figure').optional(),
        value: text,
        unit: z.string().default(''),
        label: text,
        date: period,
        source: id('source'),
      }),
    )
    .max(3, 'has more than three figures: keep three')
    .default([]),
  indicators: z
    .array(z.strictObject({ id: id('indicator').optional(), when: period, watch: text, for: text, against: text }))
    .min(1)
    .max(3, 'has more than three indicators: keep three'),
  corrections: z.array(correction).default([]),
});

/** One row of `content/sources.yaml`. Grade A: primary; B: established outlet; C: trade blog, newsletter or digest. */
export const sourceSchema = z.strictObject({
  id: key,
  name: text,
  kind: oneOf(sourceKinds, 'kind of source'),
  date: period.optional(),
  grade: z.enum(grades, `is no grade: write ${grades.join(', ')}`),
  lang: z.enum(['zh-Hant', 'zh-Hans', 'en', 'ja']),
  url,
});

const slug = z.string().regex(/^t-[a-z0-9-]+$/, 'is no id of a person or term: write t-name');

/** One row of `content/people.yaml`: a person or an organisation. */
export const personSchema = z.strictObject({
  id: slug,
  kind: z.enum(['person', 'organisation']),
  name: text,
  latin: text.optional(),
  role: text,
  sources: z.array(key).default([]),
});

/** One row of `content/terms.yaml`: a term, its wordings in other regions, and what it means. */
export const termSchema = z.strictObject({ id: slug, name: text, latin: text.optional(), also: z.array(text).default([]), text });

const wordsOfOneMeaning = z.array(text).min(2, 'has fewer than two words: add one, or remove the row');
/** `content/regions.yaml`: words that regions say differently, from OpenCC's tables and from elsewhere. */
export const regionsSchema = z.strictObject({ opencc: z.array(wordsOfOneMeaning), ours: z.array(wordsOfOneMeaning) });

const exception = z.strictObject({ master: text, form: text, only: z.enum(['out', 'back']).optional(), why: text });

/** `content/dictionary.yaml`: per written form the words that OpenCC would get wrong, each with the reason. */
export const dictionarySchema = z.strictObject(Object.fromEntries(forms.slice(1).map(({ id }) => [id, z.array(exception).default([])])));
