import { simplifiedIn } from '../content/simplified.ts';
import { convertAligned } from '../text/opencc.ts';
import type { Correction } from './correction.ts';
import { unitsOfNames } from './names.ts';
import { repair } from './repair.ts';
import { traditionalOf } from './shapes.ts';

/** Characters that Taiwan uses as they are where OpenCC prefers another; what the repair knows better it says. */
const STAYS = '台布占凶家升折岩秘';
/** Characters of names that are Traditional too, or usually stand for another one. */
const NAMED: Readonly<Record<string, string>> = {
  钟: '鍾',
  叶: '葉',
  万: '萬',
  广: '廣',
  强: '強',
  胜: '勝',
  丰: '豐',
  适: '適',
  涌: '湧',
  愿: '願',
};

/**
 * A Simplified text as the Traditional master: OpenCC's conversion to Taiwan's characters, then repaired; the vocabulary stays. Names may
 * be given in either script; one in Simplified keeps the characters that are Traditional too (余, 于, 范). In order, not overlapping.
 */
export function fromSimplified(text: string, names: readonly string[]): Correction[] {
  const masters = names.map(nameInMaster);
  const written = text.split('').map(() => '');
  const { text: converted, origin } = convertAligned(text, 'cn', 'tw');
  origin.forEach((index, unit) => (written[index] += converted[unit]!));
  for (const { index } of text.matchAll(new RegExp(`[${STAYS}]`, 'gu'))) written[index] = text[index]!;
  for (const [index, unit] of unitsOfNames(text, masters, () => true)) written[index] = unit;
  const origins = written.flatMap((units, index) => units.split('').map(() => index));
  for (const { index, to } of repair(written.join(''), masters)) written[origins[index]!] = to;
  const corrections: Correction[] = [];
  let index = 0;
  for (const from of text) {
    const to = written.slice(index, index + from.length).join('');
    if (to !== from) corrections.push({ index, from, to, why: '簡轉繁' });
    index += from.length;
  }
  return corrections;
}

/** A name as the master writes it. */
function nameInMaster(name: string): string {
  const leftovers = new Set(simplifiedIn(name));
  return [...name].map((character) => NAMED[character] ?? (leftovers.has(character) ? traditionalOf(character) : character)).join('');
}
