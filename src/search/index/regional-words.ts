import { normalise } from '../match/normal.ts';

/**
 * What each word of a group is read as: the one that a text uses most, if it uses any. A word may be typed in any written form.
 * @param groups words of one meaning, in the master form
 * @param texts the texts of one form, in normal form
 * @param write writes the master in that form
 * @param others write the master in the other forms
 */
export function regionalWords(
  groups: readonly (readonly string[])[],
  texts: readonly string[],
  write: (master: string) => string,
  others: readonly ((master: string) => string)[],
): [other: string, own: string][] {
  const pairs = new Map<string, [string, string]>();
  for (const group of groups) {
    const [own, uses] = group.map((word) => counted(normalise(write(word)).text, texts)).sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (uses === 0) continue;
    for (const other of group.flatMap((word) => [write, ...others].map((form) => normalise(form(word)).text)))
      if (other !== own) pairs.set(`${other} ${own}`, [other, own]);
  }
  return [...pairs.values()];
}

/** A word with the number of texts that use it. */
export function counted(word: string, texts: readonly string[]): [string, number] {
  return [word, texts.filter((text) => text.includes(word)).length];
}
