import { isInside } from './borders.ts';

const MOST_CHARACTERS = 60;

/**
 * The longest part of a term that occurs: two Han or more, or a whole Latin word; none that cuts a number or word. Asks twice per
 * character at most, of the first 60.
 */
export async function longestPart(term: string, occurs: (part: string) => boolean | Promise<boolean>): Promise<string | undefined> {
  const pieces = piecesOf(Array.from(term).slice(0, MOST_CHARACTERS).join(''));
  let longest = '';
  let start = 0;
  for (let end = 1; end <= pieces.length; end += 1) {
    const part = (): string => pieces.slice(start, end).join('');
    while (start < end && !(await occurs(part()))) start += 1;
    if (part().length > longest.length) longest = part();
  }
  return /\p{Script=Han}.*\p{Script=Han}|[\p{Script=Latin}\d]{2}/u.test(longest) ? longest : undefined;
}

/** A term cut wherever that is not inside a number or a Latin word. */
function piecesOf(term: string): string[] {
  let at = 0;
  return Array.from(term).reduce<string[]>((pieces, character) => {
    if (isInside(term, at)) pieces.push(pieces.pop() + character);
    else pieces.push(character);
    at += character.length;
    return pieces;
  }, []);
}

/** Three of the given words, those first that share most characters with what was typed. */
export function suggestions(typed: string, words: readonly string[]): string[] {
  const shared = (word: string): number => [...word].filter((character) => typed.includes(character)).length;
  return [...words].sort((a, b) => shared(b) - shared(a)).slice(0, 3);
}
