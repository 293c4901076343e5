import { Trie } from 'opencc-js/core';
import type { Inline } from './inline.ts';

/** Finds names in a text: the longest first, Latin ones as whole words, whatever their case. */
export type FindNames = (text: string) => { index: number; length: number; id: string }[];

/** What a name may not touch: a letter or digit that would make a longer word of it. */
const WORD = /[\p{Script=Latin}\p{N}]/u;

/** Finds the names of entries, given as [name, id of its entry]. */
export function nameFinder(names: readonly (readonly [name: string, id: string])[]): FindNames {
  const trie = new Trie();
  trie.loadDict(names.map(([name, id]) => [folded(name), id]));
  return (text) => {
    const whole = folded(text);
    const found: ReturnType<FindNames> = [];
    let index = 0;
    while (index < whole.length) {
      const match = trie.matchPrefix(whole, index);
      const isName = match && !touches(whole, index, match.end);
      if (isName) found.push({ index, length: match.end - index, id: match.value });
      index = isName ? match.end : index + 1;
    }
    return found;
  };
}

/** A text with the first mention of each entry marked; what stands in a link stays as it is. */
export function withMentions(nodes: readonly Inline[], find: FindNames): Inline[] {
  const seen = new Set<string>();
  const mark = (node: Inline): Inline[] => {
    if (node.type === 'link') return [node];
    if ('children' in node) return [{ ...node, children: node.children.flatMap(mark) }];
    return node.type === 'text' ? cut(node.value, find, seen) : [node];
  };
  return nodes.flatMap(mark);
}

function cut(text: string, find: FindNames, seen: Set<string>): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  const add = (end: number): void => void (end > at && parts.push({ type: 'text', value: text.slice(at, end) }));
  for (const { index, length, id } of find(text)) {
    if (seen.has(id)) continue;
    seen.add(id);
    add(index);
    parts.push({ type: 'mention', id, children: [{ type: 'text', value: text.slice(index, index + length) }] });
    at = index + length;
  }
  add(text.length);
  return parts;
}

function touches(text: string, start: number, end: number): boolean {
  const isInWord = (place: number): boolean => [text[place - 1], text[place]].every((character) => character && WORD.test(character));
  return isInWord(start) || isInWord(end);
}

/** In small letters, where that keeps every place. */
const folded = (text: string): string => {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
};
