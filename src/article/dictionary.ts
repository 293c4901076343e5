import { getEntry } from 'astro:content';
import type { Dictionary } from '../text/dictionary.ts';

/** The house dictionary, `content/dictionary.yaml`. */
export async function readDictionary(): Promise<Dictionary> {
  const { id, ...rows } = (await getEntry('dictionary', 'dictionary'))!.data;
  return rows as unknown as Dictionary;
}
