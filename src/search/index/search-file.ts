import type { Content } from '../../content/content.ts';
import { writerFor } from '../../article/writer.ts';
import { normalise } from '../match/normal.ts';
import type { SearchFile } from '../match/search-file.ts';
import { tokenizer } from '../match/tokens.ts';
import { nameRows, sameNames, usesOf } from './name-rows.ts';
import type { SearchSite } from './search-site.ts';

/** A token that this share of the points has narrows nothing. */
const NEARLY_EVERY = 0.7;

/** The search file of one form, without Pagefind's files and without the text. */
export function searchFile(site: SearchSite, others: readonly SearchSite[], content: Content): SearchFile {
  const { article, points, texts, spellings, shapes } = site;
  const writes = [site, ...others].map(({ article: { form } }) => writerFor(form, content.dictionary).text);
  const names = [...content.people, ...content.terms].map(({ name }) => writes[0]?.(name) ?? name);
  const uses = new Map(names.map((name) => [name, usesOf(normalise(name).text, texts)]));
  const usesOfName = (name: string): number => uses.get(name) ?? 0;
  return {
    searchBox: article.words.searchBox,
    spellings: rowsOf(spellings),
    shapes: rowsOf(shapes),
    words: nameRows(sameNames(content), texts, writes),
    common: commonTokens(
      points.map(([, , , units]) => normalise(units.map(([, , text]) => text).join('')).text),
      tokenizer(site, new Set()),
    ),
    suggestions: names.filter(usesOfName).sort((a, b) => usesOfName(b) - usesOfName(a)),
    titles: article.points.map(({ number, numeral, title }) => [number, numeral, title.text]),
    pagefind: [],
  };
}

const rowsOf = (spellings: ReadonlyMap<string, string>): string[] => [...spellings].map(([typed, characters]) => typed + characters);

function commonTokens(points: readonly string[], tokens: (text: string) => string[]): string[] {
  const counts = new Map<string, number>();
  for (const point of points) for (const token of new Set(tokens(point))) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= NEARLY_EVERY * points.length).map(([token]) => token);
}
