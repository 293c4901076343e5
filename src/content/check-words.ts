import { words } from '../words.ts';
import type { Judged } from './check.ts';
import { problemIn, type Problem } from './files.ts';

/** What is wrong with the article's own words of the interface: unknown ones, and places `{n}` that nobody fills. */
export function checkWords({ words: own }: Judged): Problem[] {
  if (!own) return [];
  const { file } = own;
  const compare = (tree: unknown, value: unknown, path: string[]): Problem[] => {
    const tell = (text: string): Problem[] => [problemIn(file, path, text)];
    if (typeof tree === 'string') return typeof value === 'string' ? comparePlaces(tree, value, tell) : tell('不是文字，請寫文字');
    if (typeof value !== 'object' || value === null) return tell('不是一組用字，每個請寫成「名稱: 用字」');
    return Object.entries(value).flatMap(([key, part]) => {
      const known = tree && Object.hasOwn(tree, key) ? (tree as Record<string, unknown>)[key] : undefined;
      if (known === undefined || typeof known === 'number' || typeof known === 'boolean')
        return [problemIn(file, [...path, key], '介面沒有這個用字，src/words.ts列有全部，請改正名稱，或刪掉')];
      return compare(known, part, [...path, key]);
    });
  };
  return compare(words, own.values, []);
}

function comparePlaces(engine: string, own: string, tell: (text: string) => Problem[]): Problem[] {
  const places = new Set(engine.match(/\{\w+\}/g));
  const odd = (own.match(/\{\w+\}/g) ?? []).filter((place) => !places.has(place));
  const known = [...places].join('、') || '（無）';
  return odd.length ? tell(`沒有東西會填進${odd.join('、')}，請只用原有的：${known}`) : [];
}
