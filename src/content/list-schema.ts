import { z } from 'astro/zod';
import { forms } from '../text/forms.ts';
import { parseId } from '../text/ids.ts';
import { grades, sourceKinds } from '../text/source-kinds.ts';
import { text, upTo, period, url, oneOf, key, number, flag } from './fields.ts';
import { pointOf, readEntries } from './ledger.ts';

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

const named = { id: slug, name: text, latin: text.optional(), also: z.array(text).default([]) };

/** One row of `content/people.yaml`: a person or an organisation. */
export const personSchema = z.strictObject({
  ...named,
  kind: z.enum(['person', 'organisation'], '不是人物也不是機構，請寫person或organisation'),
  role: text,
  sources: z.array(key).default([]),
});

/** One row of `content/terms.yaml`: a term, its wordings in other regions, and what it means. */
export const termSchema = z.strictObject({
  ...named,
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

const unitId = text.refine((value) => parseId(value), {
  error: ({ input }) => (pointOf(String(input)) ? '是一點，請再用`title:`寫它最後的標題' : '不是段落、來源或一點的編號'),
});
const pointId = text.refine((value) => pointOf(value), '不是一點，請拿掉`title:`');
const entries = text.refine(readEntries, { error: '有一項不是編號加摘要碼，請別手改，交給`npm run release`' });

/** `content/ids.yaml`: the published ids of every point with the digests of their words, and where the retired ones went. */
export const idsSchema = z.strictObject({
  published: z.record(z.string().regex(/^p(0|[1-9]\d{0,2})$/, '不是一點，請別手改，交給`npm run release`'), entries),
  retired: z.array(
    z.union(
      [
        z.strictObject({ id: unitId, to: text }),
        z.strictObject({ id: unitId, why: text }),
        z.strictObject({ id: pointId, to: text, title: text }),
        z.strictObject({ id: pointId, why: text, title: text }),
      ],
      '請寫id，再加`to:`（文字去了哪裡）或`why:`（為什麼拿掉）',
    ),
  ),
});
