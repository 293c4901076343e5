import type { Content } from '../../content/content.ts';
import { writerFor } from '../../article/writer.ts';
import { normalise } from '../match/normal.ts';
import type { SearchFile } from '../match/search-file.ts';
import { tokenizer } from '../match/tokens.ts';
import { counted, regionalWords } from './regional-words.ts';
import type { SearchSite } from './search-site.ts';

/** A token that this share of the points has narrows nothing. */
const NEARLY_EVERY = 0.7;

/** The search file of one form, without Pagefind's files and without the text. */
export function searchFile(site: SearchSite, others: readonly SearchSite[], content: Content): SearchFile {
  const { article, points, texts, spellings } = site;
  const writes = [site, ...others].map(({ article: { form } }) => writerFor(form, content.dictionary).text);
  const write = (master: string): string => writes[0]?.(master) ?? master;
  const { terms, regions, people } = content;
  const groups = [...terms.map(({ name, also }) => [name, ...also]), ...regions.opencc, ...regions.ours];
  const names = [...people, ...terms].map(({ name }) => write(name));
  const uses = new Map(names.map((name) => counted(normalise(name).text, texts)));
  const usesOf = (name: string): number => uses.get(normalise(name).text) ?? 0;
  return {
    searchBox: article.words.searchBox,
    spellings: [...spellings].map(([typed, characters]) => typed + characters),
    words: regionalWords(groups, texts, write, writes.slice(1)),
    common: commonTokens(
      points.map(([, , , units]) => normalise(units.map(([, , text]) => text).join('')).text),
      tokenizer(spellings, new Set()),
    ),
    suggestions: names.filter((name) => usesOf(name) > 0).sort((a, b) => usesOf(b) - usesOf(a)),
    titles: article.points.map(({ number, numeral, title }) => [number, numeral, title.text]),
    pagefind: [],
  };
}

function commonTokens(points: readonly string[], tokens: (text: string) => string[]): string[] {
  const counts = new Map<string, number>();
  for (const point of points) for (const token of new Set(tokens(point))) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= NEARLY_EVERY * points.length).map(([token]) => token);
}
