import { Trie } from 'opencc-js/core';

/** One exception of the house: the master's words, the form's words, and the one direction in which the row holds, where it does not hold in both. */
export interface DictionaryRow {
  master: string;
  form: string;
  only?: 'out' | 'back' | undefined;
}

/** The house dictionary: rows by the id of the written form. */
export type Dictionary = Readonly<Record<string, readonly DictionaryRow[]>>;

/** The pairs [word, replacement] of a direction: `out` from the master to the form, `back` from the form to the master. */
export function pairsOf(rows: readonly DictionaryRow[], direction: 'out' | 'back'): [string, string][] {
  const held = rows.filter(({ only }) => !only || only === direction);
  return held.map(({ master, form }) => (direction === 'out' ? [master, form] : [form, master]));
}

/** Cuts a text at the words of the house, the longest first from left to right; `value` is what such a word becomes. */
export function cutAtWords(pairs: readonly (readonly [string, string])[]): (text: string) => { text: string; value?: string }[] {
  const words = new Trie();
  words.loadDict(pairs);
  return (text) =>
    words.segment(text).map((part) => {
      const value = words.matchPrefix(part, 0)?.value;
      return value === undefined ? { text: part } : { text: part, value };
    });
}
