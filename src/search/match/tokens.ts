import type { Readings } from './query.ts';

/**
 * Makes the tokens under which Pagefind holds a text in normal form: its letters and digits one by one, all spellings of a
 * character as one of them, without those of `common`, which nearly every point has. Where a text holds a term in any of its
 * spellings, its tokens hold the term's tokens in a row; the converse is for the exact search to check.
 */
export function tokenizer(
  { spellings, shapes }: Pick<Readings, 'spellings' | 'shapes'>,
  common: ReadonlySet<string>,
): (text: string) => string[] {
  const parents = new Map<string, string>();
  const one = (character: string): string => {
    const parent = parents.get(character);
    return parent === undefined ? character : one(parent);
  };
  for (const [typed, characters] of [...spellings, ...shapes])
    for (const character of characters) {
      const [a, b] = [one(typed), one(character)];
      if (a !== b) parents.set(a, b);
    }
  return (text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).map(one).filter((token) => !common.has(token));
}
