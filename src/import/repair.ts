import { simplifiedIn } from '../content/simplified.ts';
import { settledAlone } from './alone.ts';
import { bestPath, type Token } from './best-path.ts';
import type { Correction } from './correction.ts';
import { isWord, lexicon } from './lexicon.ts';
import { unitsOfNames } from './names.ts';
import { isConfusable, shapeOf, traditionalOf, withoutVariant } from './shapes.ts';

/**
 * What a conversion by characters left wrong in a Traditional text: Simplified leftovers, and characters chosen without sense. In order,
 * one character each. A name stays as it is; a miswritten one is put right if it is a word of the text or longer than two. Never throws.
 */
export function repair(text: string, names: readonly string[]): Correction[] {
  const leftovers = new Set(simplifiedIn(text));
  const path = bestPath(text, shapeOf(text));
  const words = new Set(path.map(({ start, end }) => `${start} ${end}`));
  const named = unitsOfNames(text, names, (start, end) => end - start > 2 || words.has(`${start} ${end}`));
  const alone = settledAlone(text);
  const corrections: Correction[] = [];
  let before = 0;
  for (const token of path) {
    const form = token.entry && nearest(token.entry.forms, text.slice(token.start, token.end));
    for (let index = token.start; index < token.end; index += 1) {
      const from = text[index]!;
      const word = form?.[index - token.start];
      const isOne = token.entry?.forms.length === 1;
      const byWord = form && word && (leftovers.has(from) || (trusts(token, from, word) && !standsRight(text, index, token)));
      // One character is told by those around it where its word does not tell.
      const tells = token.entry?.reviewed || token.end - token.start > 2 || word === from || (byWord && token.entry?.decides);
      const single = isOne && tells ? undefined : alone.get(index);
      const decide = (): readonly [to: string, why: string] => {
        if (named.has(index)) return [named.get(index)!, '人名、品牌'];
        if (single && (!single.afterWord || before > 1 || isWord(text.slice(token.start - 2, token.start)))) return [single.to, single.why];
        if (byWord) return [word, form];
        return leftovers.has(from) ? [withoutVariant(traditionalOf(from)), '簡化字'] : [withoutVariant(from), '異體字'];
      };
      const [to, why] = decide();
      if (to !== from) corrections.push({ index, from, to, why });
    }
    before = token.end - token.start;
  }
  return corrections;
}

/** Whether a word may turn one Traditional character into another: a phrase of two only where the text has edges of words. */
function trusts({ start, end, entry, atEdges }: Token, from: string, to: string): boolean {
  return !!entry && (entry.reviewed || atEdges || end - start > 2) && isConfusable(from, to, entry.decides);
}

/** Whether a character stands in a reviewed word of two that is right as written, within a phrase that is not reviewed. */
function standsRight(text: string, index: number, { start, end, entry }: Token): boolean {
  if (entry?.reviewed) return false;
  return [index - 1, index].some((at) => {
    const pair = text.slice(at, at + 2);
    const known = at >= start && at + 2 <= end ? lexicon().entries.get(shapeOf(pair)) : undefined;
    return known?.reviewed && known.forms.includes(pair);
  });
}

/** The form with the fewest other characters. */
function nearest(forms: readonly string[], written: string): string {
  const distance = (form: string): number => form.split('').filter((unit, index) => unit !== written[index]).length;
  return forms.reduce((best, form) => (distance(form) < distance(best) ? form : best));
}
