import { z } from 'astro/zod';
import { relations } from '../text/relations.ts';
import { signs } from '../text/signs.ts';
import { text, upTo, day, period, id, oneOf, key, number, corrections, list, flag } from './fields.ts';

/** A number as it is to be read, 5.10 with its last digit. */
const measure = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().regex(/^-?\d+(?:\.\d+)?$/, '不是數字，請寫數字，例如"32.1"'),
);
/** `bars`: things compared; `line`: one thing as time goes on. */
const chartKinds = ['bars', 'line'] as const;
const datum = z.strictObject({
  label: upTo(14),
  series: upTo(8).optional(),
  /** Stands before the value where it is none exactly: 近, 逾. */
  about: upTo(2).optional(),
  value: measure.optional(),
  low: measure.optional(),
  high: measure.optional(),
  date: period,
  source: id('source'),
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
    sources: list({ id: id('source'), source: key }),
    corrections,
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
  relations: list({ to: number, kind: oneOf(relations, '一種關聯'), why: text }),
  sources: list({ id: id('source'), source: key }),
  figures: list(
    {
      id: id('figure').optional(),
      value: text,
      unit: z.string().default(''),
      label: text,
      date: period,
      source: id('source'),
      sign: oneOf(signs, '數字的正反'),
      /** The section in which it stands, by its id; without one the first that holds figures. */
      section: key.optional(),
    },
    [3, '超過三個數字，請留三個'],
  ),
  charts: list({
    id: id('chart').optional(),
    section: key.optional(),
    kind: z.enum(chartKinds, `不是一種圖表，請寫${chartKinds.join('或')}`),
    /** What it shows, as a statement with date and scope. */
    title: upTo(40),
    unit: text,
    /** The same in a sentence or two, for those who don't see it. */
    alt: text,
    note: text.optional(),
    rows: z.array(datum).min(3, '不到三個值，請改用一句話說'),
  }),
  indicators: list({ id: id('indicator').optional(), when: period, watch: text, for: text, against: text }, [3, '超過三項觀察，請留三項']),
  corrections,
});
