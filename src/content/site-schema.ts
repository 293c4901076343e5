import { z } from 'astro/zod';
import { forms } from '../text/forms.ts';
import { text, upTo, day, period, url, key, number, flag } from './fields.ts';

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

/** `content/words.yaml`: words of the interface in place of those in `src/words.ts`, under the same names. */
export const wordsSchema = z.record(z.string(), z.unknown());
