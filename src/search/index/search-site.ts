import type { Article } from '../../article/article.ts';
import { unitsBySection } from '../../article/voice.ts';
import type { Unit } from '../../article/unit.ts';
import type { PointRecord } from '../match/answer.ts';
import { normalise } from '../match/normal.ts';
import { differences } from './differences.ts';
import { spellingsOf } from './spellings.ts';

/** One written form as search reads it. */
export type SearchSite = ReturnType<typeof searchSite>;

/** What search is to find in one form: the lead and the points, each unit under the name of its section. */
export function searchSite(article: Article) {
  const { lead, points, form } = article;
  const records = (units: readonly Unit[], label: string): PointRecord[3] => units.map(({ id, text }) => [id, label, text]);
  const found: PointRecord[] = [
    ...(lead.units.length ? [[0, '〇', lead.title, records(lead.units, lead.title)] satisfies PointRecord] : []),
    ...points.map((point): PointRecord => [
      point.number,
      point.numeral,
      point.title.text,
      unitsBySection(article, point).flatMap(({ label, units }) => records(units, label)),
    ]),
  ];
  /** Every unit in normal form, in order. */
  const texts = found.flatMap(([, , , units]) => units.map(([, , text]) => normalise(text)));
  const plain = texts.map(({ text }) => text);
  return { article, points: found, texts, ...spellingsOf(plain, form.lang) };
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
      const found = others.map((other) => differences(texts[index]!.text, other.texts[index]!.text, reads)).filter((list) => list.length);
      index += 1;
      return found.length ? [id, label, text, found] : [id, label, text];
    }),
  ]);
}
