import { words } from '../words.ts';
import type { Judged } from './check.ts';
import { problemIn, type ContentFile, type Problem } from './files.ts';

/** What is wrong with the article's own words of the interface: unknown ones, and places `{n}` that nobody fills. */
export function checkWords({ words: own }: Judged): Iterable<Problem> {
  return own ? compare(words, own.values, [], own.file) : [];
}

function* compare(engine: unknown, own: unknown, path: string[], file: ContentFile): Iterable<Problem> {
  if (typeof engine === 'string') {
    const text = typeof own === 'string' ? strangePlaces(engine, own) : '不是文字，請寫文字';
    if (text) yield problemIn(file, path, text);
  } else if (typeof own !== 'object' || own === null) yield problemIn(file, path, '不是一組用字，每個請寫成「名稱: 用字」');
  else
    for (const [key, part] of Object.entries(own)) {
      const known = engine && Object.hasOwn(engine, key) ? (engine as Record<string, unknown>)[key] : undefined;
      const isWord = typeof known === 'string' || (typeof known === 'object' && known !== null);
      if (isWord) yield* compare(known, part, [...path, key], file);
      else yield problemIn(file, [...path, key], '介面沒有這個用字，src/words.ts列有全部，請改正名稱，或刪掉');
    }
}

function strangePlaces(engine: string, own: string): string {
  const places = new Set(engine.match(/\{\w+\}/g));
  const odd = (own.match(/\{\w+\}/g) ?? []).filter((place) => !places.has(place));
  return odd.length ? `沒有東西會填進${odd.join('、')}，請只用原有的：${[...places].join('、') || '（無）'}` : '';
}
