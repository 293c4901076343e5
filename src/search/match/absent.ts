const MOST_CHARACTERS = 60;

/**
 * The longest part of a term that occurs, the first of several: two characters or more, or one Han character; undefined where there
 * is none. Asks at most twice per character of the term, of which it looks at the first 60.
 */
export async function longestPart(term: string, occurs: (part: string) => boolean | Promise<boolean>): Promise<string | undefined> {
  const characters = [...term].slice(0, MOST_CHARACTERS);
  let longest: string[] = [];
  let start = 0;
  for (let end = 1; end <= characters.length; end += 1) {
    while (start < end && !(await occurs(characters.slice(start, end).join('')))) start += 1;
    if (end - start > longest.length) longest = characters.slice(start, end);
  }
  const part = longest.join('');
  return longest.length > 1 || /\p{Script=Han}/u.test(part) ? part : undefined;
}

/** Three of the given words, those first that share most characters with what was typed. */
export function suggestions(typed: string, words: readonly string[]): string[] {
  const shared = (word: string): number => [...word].filter((character) => typed.includes(character)).length;
  return [...words].sort((a, b) => shared(b) - shared(a)).slice(0, 3);
}
