import { forms, type Form } from '../text/forms.ts';
import { convertAligned } from '../text/opencc.ts';
import type { Correction } from './correction.ts';
import { fromSimplified } from './from-simplified.ts';
import { repair } from './repair.ts';

/** From which written form to which the import goes, and the names that no correction may touch, as the text writes them. */
export interface Setting {
  source: Form;
  master: Form;
  names: readonly string[];
}

/** The written form with a `lang`. Throws where no row has it. */
export function formOf(lang: string): Form {
  const form = forms.find((other) => other.lang === lang);
  if (!form) throw new Error(`No written form has lang ${lang}.`);
  return form;
}

/**
 * The corrections that bring the characters of a text to the master's form, what a machine converted wrongly among them; its marks have
 * been set before.
 */
export function setCharacters(text: string, { source, master, names }: Setting): Correction[] {
  if (master.opencc === 'cn') return convert(text, source, master);
  return source.opencc === 'cn' ? fromSimplified(text, names) : repair(text, names);
}

function convert(text: string, source: Form, master: Form): Correction[] {
  const converted = convertAligned(text, source.opencc, master.opencc);
  const { origin } = converted;
  // Where the next character of the source begins to be written.
  const starts = origin.flatMap((at, index) => (at === origin[index - 1] ? [] : [index]));
  return starts.flatMap((start, position): Correction[] => {
    const next = starts[position + 1];
    const index = position ? origin[start]! : 0;
    const from = text.slice(index, next === undefined ? undefined : origin[next]);
    const to = converted.text.slice(start, next);
    return from === to ? [] : [{ index, from, to, why: '簡繁轉換' }];
  });
}

/** The form in which a text is written, by the characters that only one of the two scripts has. */
export function scriptOf(text: string): Form {
  const [hant, hans] = [formOf('zh-Hant'), formOf('zh-Hans')];
  const characters = [...new Set(text)].filter((character) => /\p{Script=Han}/u.test(character));
  const changed = (source: Form, target: Form): number =>
    characters.filter((character) => convertAligned(character, source.opencc, target.opencc).text !== character).length;
  return changed(hans, hant) > changed(hant, hans) ? hans : hant;
}
