import { writerFor } from '../../article/writer.ts';
import type { PointRecord } from '../match/answer.ts';
import type { Dictionary } from '../../text/dictionary.ts';
import type { Form } from '../../text/forms.ts';
import { pagePath } from '../../text/links.ts';
import { normalise } from '../match/normal.ts';
import { words, type Words } from '../../words.ts';
import { differences } from './differences.ts';
import { readPagePoints } from './page-points.ts';
import { spellingsOf } from './spellings.ts';

/** Reads a built page by its path below the base path, `zh-hans/full/`; undefined where there is none. */
export type ReadPage = (path: string) => Promise<string | undefined>;

/** One written form as search reads it from its pages. */
export interface SearchSite {
  form: Form;
  write: (master: string) => string;
  searchBox: Words['searchBox'];
  points: PointRecord[];
  /** Every unit in normal form, in order. */
  texts: string[];
  spellings: ReadonlyMap<string, string>;
}

/** Reads what search is to find in one form. Throws where `/full/` is missing. */
export async function readSearchSite(form: Form, read: ReadPage, dictionary: Dictionary): Promise<SearchSite> {
  const { text: write, values } = writerFor(form, dictionary);
  const searchBox = values(words.searchBox, []);
  const full = await read(pagePath('', form, 'full/').slice(1));
  if (full === undefined) throw new Error(`Search: the page of the whole article is missing in ${form.id}.`);
  const points = readPagePoints(full, searchBox.title);
  const texts = points.flatMap(([, , , units]) => units.map(([, , text]) => normalise(text).text));
  return { form, write, searchBox, points, texts, spellings: spellingsOf(texts, form.lang) };
}

/** The points of a form, each unit told where the other forms have other words. */
export function withDifferences({ points, texts, spellings }: SearchSite, others: readonly SearchSite[]): PointRecord[] {
  const reads = (typed: string, written: string): boolean => typed === written || (spellings.get(typed) ?? '').includes(written);
  let index = 0;
  return points.map(([number, numeral, title, units]) => [
    number,
    numeral,
    title,
    units.map(([id, label, text]) => {
      const found = others.map((other) => differences(texts[index]!, other.texts[index]!, reads)).filter((list) => list.length);
      index += 1;
      return found.length ? [id, label, text, found] : [id, label, text];
    }),
  ]);
}
