import { convertAligned } from './opencc.ts';
import type { DictionaryRow } from './dictionary.ts';
import { master, type Form } from './forms.ts';

/**
 * What a name keeps though OpenCC takes it for a variant: from Traditional to Simplified anywhere in the name, the other way as a surname.
 */
const KEPT = '乾昇汎旂於著甯';
const SURNAMES = '余于范涂朴姜沈郁谷岳游曲卜丑种秋冲仇后向系干千舍里丰布松';

/** The rows that keep people's names whole, also before text with which they would form a phrase: 余凱 is no 餘凱. */
export function nameRows(names: readonly string[], form: Form): DictionaryRow[] {
  return [...new Set(names)]
    .filter((name) => /^\p{Script=Han}{2,}/u.test(name))
    .map((name) => ({ master: name, form: nameIn(form, name), name: true }));
}

/** A name of the master in a form: by itself, but for the characters that names keep. */
function nameIn(form: Form, name: string): string {
  if (form.opencc === 'cn') {
    const { text, origin } = convertAligned(name, master.opencc, form.opencc);
    return [...text].map((character, index) => (KEPT.includes(name[origin[index]!]!) ? name[origin[index]!] : character)).join('');
  }
  const surname = SURNAMES.includes(name[0]!) ? name[0]! : convertAligned(name[0]!, master.opencc, form.opencc).text;
  return surname + convertAligned(name.slice(1), master.opencc, form.opencc).text;
}
