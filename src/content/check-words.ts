import { words } from '../words.ts';
import type { Judged } from './check.ts';
import { problemIn, type Problem } from './files.ts';

/** What is wrong with the article's own words of the interface: unknown ones, and places `{n}` that nobody fills. */
export function checkWords({ words: own }: Judged): Problem[] {
  if (!own) return [];
  const { file } = own;
  const compare = (tree: unknown, value: unknown, path: string[]): Problem[] => {
    const tell = (text: string): Problem[] => [problemIn(file, path, text)];
    if (typeof tree === 'string') return typeof value === 'string' ? comparePlaces(tree, value, tell) : tell('is no text: write one');
    if (typeof value !== 'object' || value === null) return tell('is no set of words: write “name: words” for each');
    return Object.entries(value).flatMap(([key, part]) => {
      const known = tree && Object.hasOwn(tree, key) ? (tree as Record<string, unknown>)[key] : undefined;
      if (known === undefined || typeof known === 'number' || typeof known === 'boolean')
        return [problemIn(file, [...path, key], 'is no word of the interface: src/words.ts has them all; mend its name, or remove it')];
      return compare(known, part, [...path, key]);
    });
  };
  return compare(words, own.values, []);
}

function comparePlaces(engine: string, own: string, tell: (text: string) => Problem[]): Problem[] {
  const places = new Set(engine.match(/\{\w+\}/g));
  const odd = (own.match(/\{\w+\}/g) ?? []).filter((place) => !places.has(place));
  const known = [...places].join('、') || 'none';
  return odd.length ? tell(`${odd.join('、')} is filled by nobody: this word has ${known}`) : [];
}
