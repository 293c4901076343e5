import type { Content } from '../content/content.ts';
import { converterBetween } from '../text/convert.ts';
import { wordsForm, type Form } from '../text/forms.ts';
import { words, type Words } from '../words.ts';
import { valuesWith, type Writer } from './writer.ts';

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
