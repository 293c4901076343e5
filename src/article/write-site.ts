import type { Content } from '../content/content.ts';
import { converterBetween } from '../text/convert.ts';
import { wordsForm, type Form } from '../text/forms.ts';
import { withoutHints } from '../text/phrases.ts';
import { words, type Words } from '../words.ts';
import type { Site } from './article.ts';
import { valuesWith, type Writer } from './writer.ts';

/** Fields of the site that are no text. */
const NO_TEXT = ['id', 'url', 'articleId', 'published', 'factsUntil', 'date', 'contact', 'groups'];

/** What was not written of the site: it is called by its title, and was published with its first point. */
export function writeSite({ site: given, points }: Content, write: Writer): Site {
  const { groups: _, master: __, url: ___, ...site } = write.values(given, NO_TEXT);
  const first = points.map(({ published }) => published).sort()[0] ?? '';
  const none = { deck: '', kicker: '', description: '', factsUntil: '', contact: '', rights: '' };
  return { ...none, authors: [], published: first, name: withoutHints(site.title), ...known(site) };
}

/** An object without the fields that are undefined. */
const known = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: NonNullable<T[K]> };

/** The groups as they were written; else all points by their numbers. */
export function givenGroups({ site, points }: Content): NonNullable<Content['site']['groups']> {
  return site.groups ?? [{ points: points.map(({ number }) => number).sort((a, b) => a - b) }];
}

/** The words of the interface in one written form, those that the content has of its own among them. */
export function writeWords({ words: own, dictionary }: Pick<Content, 'words' | 'dictionary'>, form: Form, write: Writer): Words {
  const said = valuesWith(converterBetween(wordsForm, form, dictionary).text, words);
  return over(said, write.values(own, [])) as Words;
}

/** A tree of words with those of another in place of its own. */
function over(tree: unknown, own: unknown): unknown {
  if (typeof tree !== 'object' || tree === null || typeof own !== 'object' || own === null) return own ?? tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, over(value, (own as Record<string, unknown>)[key])]);
  return Array.isArray(tree) ? entries.map(([, value]) => value as unknown) : Object.fromEntries(entries);
}
