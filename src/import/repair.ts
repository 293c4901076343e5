import { simplifiedIn } from '../content/simplified.ts';
import { settledAlone } from './alone.ts';
import { bestPath } from './best-path.ts';
import type { Correction } from './correction.ts';
import { unitsOfNames } from './names.ts';
import { isConfusable, shapeOf, traditionalOf, withoutVariant } from './shapes.ts';

/**
 * What a conversion by characters left wrong in a Traditional text: Simplified leftovers, and characters chosen without sense. In
 * order, one character each. A name stays as it is, and one of three characters or more is put right where it is miswritten. Never throws.
 */
export function repair(text: string, names: readonly string[]): Correction[] {
  const leftovers = new Set(simplifiedIn(text));
  const named = unitsOfNames(text, names, 3);
  const alone = settledAlone(text);
  const corrections: Correction[] = [];
  let before = 0;
  for (const { start, end, entry, atEdges } of bestPath(text, shapeOf(text))) {
    const sure = entry?.reviewed || atEdges || end - start > 2;
    const form = entry && sure && nearest(entry.forms, text.slice(start, end));
    for (let index = start; index < end; index += 1) {
      const from = text[index]!;
      const word = form ? form[index - start] : undefined;
      const single = entry?.forms.length === 1 ? undefined : alone.get(index);
      const decide = (): readonly [to: string, why: string] => {
        if (named.has(index)) return [named.get(index)!, '人名、品牌'];
        if (single && (!single.afterWord || before > 1)) return [single.to, single.why];
        if (word !== undefined && (leftovers.has(from) || isConfusable(from, word, entry!.decides))) return [word, form || word];
        return leftovers.has(from) ? [traditionalOf(from), '簡化字'] : [withoutVariant(from), '異體字'];
      };
      const [to, why] = decide();
      if (to !== from) corrections.push({ index, from, to, why });
    }
    before = end - start;
  }
  return corrections;
}

/** The form with the fewest other characters. */
function nearest(forms: readonly string[], written: string): string {
  const distance = (form: string): number => form.split('').filter((unit, index) => unit !== written[index]).length;
  return forms.reduce((best, form) => (distance(form) < distance(best) ? form : best));
}
