import { writerFor } from '../article/writer.ts';
import { openPoint, type PointRecord } from '../text/answer.ts';
import type { Dictionary } from '../text/dictionary.ts';
import type { Form } from '../text/forms.ts';
import { pagePath } from '../text/links.ts';
import { words, type Words } from '../words.ts';
import { readPagePoints } from './page-points.ts';

/** Reads a built page by its path below the base path, `zh-hans/full/`; undefined where there is none. */
export type ReadPage = (path: string) => Promise<string | undefined>;

/** One written form as search reads it from its pages. */
export interface SearchSite {
  form: Form;
  write: (master: string) => string;
  finder: Words['finder'];
  points: { record: PointRecord; url: string; units: string[] }[];
  /** Every unit in normal form, in order. */
  texts: string[];
  /** The page of people and terms; empty where there is none. */
  termsPage: string;
}

/** Reads what search is to find in one form. Throws where `/full/` is missing. */
export async function readSearchSite(form: Form, read: ReadPage, base: string, dictionary: Dictionary): Promise<SearchSite> {
  const { text: write, values } = writerFor(form, dictionary);
  const finder = values(words.finder, []);
  const full = await read(pagePath('', form, 'full/').slice(1));
  if (full === undefined) throw new Error(`Search: the page of the whole article is missing in ${form.id}.`);
  const points = readPagePoints(full, finder.title).map((record) => ({
    record,
    url: pagePath(base, form, record[0] ? `${record[0]}/` : 'full/'),
    units: openPoint(record).units.map(({ normal }) => normal.text),
  }));
  const termsPage = (await read(pagePath('', form, 'terms/').slice(1))) ?? '';
  return { form, write, finder, points, texts: points.flatMap(({ units }) => units), termsPage };
}
