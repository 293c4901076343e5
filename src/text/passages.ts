import type { Form } from './forms.ts';

/** A part of a text: to be converted, or kept as the author set it. */
export interface Part {
  text: string;
  kept: boolean;
}

const PASSAGE = /-\{([^{}]*)\}-/;

/**
 * The parts of a text in a form: `-{徵}-` is kept in all, `-{計程車;zh-hans:出租车}-` has its wording for one given by hand (after
 * MediaWiki).
 */
export function readParts(text: string, form: Form): Part[] {
  return text
    .split(PASSAGE)
    .map((part, index) => (index % 2 ? readPassage(part, form) : { text: part, kept: false }))
    .filter((part) => part.text);
}

/** What is wrong with the marks `-{ }-` of a text, and at which index; `ids` are those of the written forms. */
export function passageProblems(text: string, ids: readonly string[]): { index: number; text: string }[] {
  const found: { index: number; text: string }[] = [];
  const rest = text.replace(new RegExp(PASSAGE, 'g'), (passage: string, inner: string, index: number) => {
    const [plain, ...wordings] = inner.split(';');
    if (!plain?.trim()) found.push({ index, text: `${passage}是空的，請寫成-{文字}-` });
    for (const wording of wordings) {
      const [id = '', hand] = wording.split(':');
      if (!hand?.trim() || !ids.includes(id.trim()))
        found.push({
          index,
          text: `${passage}裡的「${wording}」沒有說出哪種字體怎麼寫，請寫${ids.map((known) => `${known}:…`).join('或')}`,
        });
    }
    return ' '.repeat(passage.length);
  });
  for (const { 0: mark, index } of rest.matchAll(/-\{|\}-/g))
    found.push({ index, text: `${mark}缺了另一半，或裡面又有一組，請寫成-{文字}-` });
  return found;
}

function readPassage(inner: string, form: Form): Part {
  const [text = '', ...wordings] = inner.split(';');
  const hand = wordings.map((wording) => wording.split(':')).find(([id]) => id?.trim() === form.id)?.[1];
  return hand === undefined ? { text, kept: !wordings.length } : { text: hand, kept: true };
}
