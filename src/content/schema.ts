import { z } from 'astro/zod';
import { forms } from '../text/forms.ts';
import { relationLabels } from '../text/relations.ts';
import { evidenceSections } from '../text/sections.ts';
import { signs } from '../text/signs.ts';
import { grades, sourceKinds } from '../text/source-kinds.ts';

import { text, han, day, period, url, id, oneOf, key, NUMBER, correction } from './fields.ts';

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
  /** Where readers may report an error. */
  contact: z.email('is no e-mail address: write name@example.org').optional(),
  sourceArticle: z.strictObject({
    authors: z.array(text).min(1),
    platform: text,
    date: period,
    articleId: text,
    url,
    urlNote: text.optional(),
  }),
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
  /** The strongest objection, in one sentence of the site's own. */
  counter: han(1, 30).optional(),
  /** What holds and what does not, as of the newest fact that was used. */
  verdict: z.strictObject({ text: han(1, 40), date: period }).optional(),
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
        sign: oneOf(signs, 'sign of a figure'),
        section: z.enum(evidenceSections, `is no section for figures: write ${evidenceSections.join(' or ')}`).default('evidence'),
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
  /** The title of its article, where it was seen. */
  title: text.optional(),
  outlet: text,
  kind: oneOf(sourceKinds, 'kind of source'),
  date: period.optional(),
  grade: z.enum(grades, `is no grade: write ${grades.join(', ')}`),
  lang: z.enum(['zh-Hant', 'zh-Hans', 'en', 'ja']),
  url,
  archive: url.optional(),
  /** It tells what another has told. */
  relayed: z.boolean('is neither true nor false: write true, or remove it').default(false),
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
