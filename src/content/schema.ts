import { z } from 'astro/zod';
import { forms } from '../text/forms.ts';
import { relationLabels } from '../text/relations.ts';
import { signs } from '../text/signs.ts';
import { grades, sourceKinds } from '../text/source-kinds.ts';

import { text, upTo, day, period, url, id, oneOf, key, number, correction, flag } from './fields.ts';

/** A number as it is to be read, 5.10 with its last digit. */
const measure = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().regex(/^-?\d+(?:\.\d+)?$/, '不是數字，請寫數字，例如"32.1"'),
);
/** `bars`: things compared; `line`: one thing as time goes on. */
const chartKinds = ['bars', 'line'] as const;
const formIds = forms.map(({ id }) => id);
const authors = z.array(text).min(1, '沒有名字，請寫一個，或刪掉這個欄位');

/** `content/site.yaml`: the site's name and title, whose article it is or discusses, its groups of points. Only a title is needed. */
export const siteSchema = z.strictObject({
  title: upTo(60),
  /** What the site is called; its title, where it has no name. */
  name: upTo(30).optional(),
  /** Where the site stands; `SITE_URL` goes before it. */
  url: url.optional(),
  /** The written form of the content: the others are made from it. */
  master: z.enum(formIds, `不是一種字體，請寫${formIds.join('或')}`).optional(),
  deck: text.optional(),
  kicker: upTo(12).optional(),
  description: text.optional(),
  /** Who wrote the article that stands here; without `on` it is theirs. */
  authors: authors.optional(),
  /** Under what terms the text stands. */
  rights: text.optional(),
  published: day.optional(),
  factsUntil: period.optional(),
  /** Where readers may report an error. */
  contact: z.email('不是電子郵件地址，請寫成name@example.org這樣').optional(),
  /** The article that is discussed. */
  on: z
    .strictObject({
      authors,
      platform: text,
      date: period,
      articleId: text.optional(),
      url,
      urlNote: text.optional(),
      known: day.optional(),
    })
    .optional(),
  /** The points of each group, in the order in which the site shows them; without groups they go by their numbers. */
  groups: z
    .array(
      z.strictObject({
        id: key.optional(),
        name: upTo(8).optional(),
        gist: text.optional(),
        points: z.array(number).min(1, '一點也沒有，請加一點，或刪掉這一組'),
      }),
    )
    .min(1, '是空的，請加一組，或刪掉這個欄位')
    .optional(),
});

/** `content/headings.yaml`: the headings that more than one point has, with what makes them different from any other. */
export const headingSchema = z.strictObject({
  heading: text,
  id: key,
  /** K of its permanent id, `pN-sK`. */
  number: z.int('不是數字，請寫1、2、3、8或9').refine((value) => [1, 2, 3, 8, 9].includes(value), '另有用途，請寫1、2、3、8或9'),
  /** Whose voice speaks in it, where another's article is discussed; `byAuthors`: theirs. */
  voice: text.optional(),
  byAuthors: flag,
  /** Figures may stand in it, and its text tells what was known when the article appeared from what came after. */
  evidence: flag,
  /** Every point has it. */
  required: flag,
  look: z.enum(['counter'], '不是一種樣式，請寫counter，或刪掉').optional(),
});

/** Front matter of `content/about.md`: none. */
export const aboutSchema = z.null('這些欄位沒有用處，請讓兩行---之間空著');

/** Front matter of `content/lead.md`; nothing of it is needed. */
export const leadSchema = z.preprocess(
  (value) => value ?? {},
  z.strictObject({
    title: upTo(20).optional(),
    published: day.optional(),
    updated: day.optional(),
    sources: z.array(z.strictObject({ id: id('source'), source: key })).default([]),
    corrections: z.array(correction).default([]),
  }),
);

/** Front matter of one point, `content/points/NN.md`. Only a title is needed; lengths are those that its page and its cards hold. */
export const pointSchema = z.strictObject({
  /** The number of its file's name, where none is given. */
  number: number.optional(),
  title: upTo(40),
  gist: upTo(60).optional(),
  thesis: upTo(120).optional(),
  /** The strongest objection, in one sentence of the site's own. */
  counter: upTo(60).optional(),
  /** What holds and what does not, as of the newest fact that was used. */
  verdict: z.strictObject({ text: upTo(60), date: period }).optional(),
  draft: flag,
  published: day.optional(),
  updated: day.optional(),
  relations: z
    .array(
      z.strictObject({
        to: number,
        kind: oneOf(relationLabels, '一種關聯'),
        why: text,
      }),
    )
    .default([]),
  sources: z.array(z.strictObject({ id: id('source'), source: key })).default([]),
  figures: z
    .array(
      z.strictObject({
        id: id('figure').optional(),
        value: text,
        unit: z.string().default(''),
        label: text,
        date: period,
        source: id('source'),
        sign: oneOf(signs, '數字的正反'),
        /** The section in which it stands, by its id; without one the first that holds figures. */
        section: key.optional(),
      }),
    )
    .max(3, '超過三個數字，請留三個')
    .default([]),
  charts: z
    .array(
      z.strictObject({
        id: id('chart').optional(),
        section: key.optional(),
        kind: z.enum(chartKinds, `不是一種圖表，請寫${chartKinds.join('或')}`),
        /** What it shows, as a statement with date and scope. */
        title: upTo(40),
        unit: text,
        /** The same in a sentence or two, for those who don't see it. */
        alt: text,
        note: text.optional(),
        rows: z
          .array(
            z.strictObject({
              label: upTo(14),
              series: upTo(8).optional(),
              /** Stands before the value where it is none exactly: 近, 逾. */
              about: upTo(2).optional(),
              value: measure.optional(),
              low: measure.optional(),
              high: measure.optional(),
              date: period,
              source: id('source'),
            }),
          )
          .min(3, '不到三個值，請改用一句話說'),
      }),
    )
    .default([]),
  indicators: z
    .array(z.strictObject({ id: id('indicator').optional(), when: period, watch: text, for: text, against: text }))
    .max(3, '超過三項觀察，請留三項')
    .default([]),
  corrections: z.array(correction).default([]),
});

/** One row of `content/sources.yaml`. Grade A: primary; B: established outlet; C: trade blog, newsletter or digest. */
export const sourceSchema = z.strictObject({
  id: key,
  /** The title of its article, where it was seen. */
  title: text.optional(),
  outlet: text,
  kind: oneOf(sourceKinds, '一種來源'),
  date: period.optional(),
  grade: z.enum(grades, `不是級別，請寫${grades.join('、')}`),
  lang: z.enum(['zh-Hant', 'zh-Hans', 'en', 'ja'], '不是這裡用的語言，請寫zh-Hant、zh-Hans、en或ja'),
  url,
  archive: url.optional(),
  /** It tells what another has told. */
  relayed: flag,
});

const slug = z.string().regex(/^t-[a-z0-9-]+$/, '不是人物或詞語的id，請寫成t-name這樣');

/** One row of `content/people.yaml`: a person or an organisation. */
export const personSchema = z.strictObject({
  id: slug,
  kind: z.enum(['person', 'organisation'], '不是人物也不是機構，請寫person或organisation'),
  name: text,
  latin: text.optional(),
  also: z.array(text).default([]),
  role: text,
  sources: z.array(key).default([]),
});

/** One row of `content/terms.yaml`: a term, its wordings in other regions, and what it means. */
export const termSchema = z.strictObject({
  id: slug,
  name: text,
  latin: text.optional(),
  also: z.array(text).default([]),
  /** What Taiwan, Hong Kong and the mainland call it, where not so. */
  tw: text.optional(),
  hk: text.optional(),
  cn: text.optional(),
  text,
});

/** One row of `content/events.yaml`: what happened, when, and on which points it bears. */
export const eventSchema = z.strictObject({
  id: z.string().regex(/^e-[a-z0-9-]+$/, '不是大事的id，請寫成e-name這樣'),
  date: period,
  /** The last day or period, of what took longer. */
  end: period.optional(),
  text: upTo(60),
  sources: z.array(key).min(1, '是空的，一件事請至少寫一個來源'),
  points: z.array(number).min(1, '是空的，請寫它關係到哪幾點'),
});

const wordsOfOneMeaning = z.array(text).min(2, '不到兩個詞，請加一個，或刪掉這一列');
/** `content/regions.yaml`: words that regions say differently, from OpenCC's tables and from elsewhere. */
export const regionsSchema = z.strictObject({ opencc: z.array(wordsOfOneMeaning), ours: z.array(wordsOfOneMeaning) });

const exception = z.strictObject({
  master: text,
  form: text,
  only: z.enum(['out', 'back'], '不是out也不是back，請寫其中一個，或刪掉').optional(),
  part: flag,
  why: text,
});

/** `content/dictionary.yaml`: per written form the words that OpenCC would get wrong, each with the reason. */
export const dictionarySchema = z.strictObject(Object.fromEntries(forms.slice(1).map(({ id }) => [id, z.array(exception).default([])])));

/** `content/words.yaml`: words of the interface in place of those in `src/words.ts`, under the same names. */
export const wordsSchema = z.record(z.string(), z.unknown());
