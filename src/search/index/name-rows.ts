import { pinyin } from 'pinyin-pro';
import { namesOf } from '../../content/check-names.ts';
import type { Content } from '../../content/content.ts';
import { isWhole } from '../match/borders.ts';
import { normalise, type Normal } from '../match/normal.ts';
import { places } from '../match/finder.ts';
import { type NameRow } from '../match/query.ts';

/** Names or words that mean the same, in the master form; those of an entry with its id and their Pinyin. */
export interface SameNames {
  names: readonly string[];
  pinyin?: readonly string[];
  id?: string;
}

/** All that means the same in an article: the names of its entries, each with the Pinyin of its own name, and the words of regions. */
export function sameNames({ people, terms, regions }: Content): SameNames[] {
  const entries = [
    ...people.map((row) => ({ ...namesOf(row), isSurnamed: row.kind === 'person' })),
    ...terms.map((row) => ({ ...namesOf(row), isSurnamed: false })),
  ].map(({ id, names, isSurnamed }) => ({ id, names, pinyin: pinyinOf(names[0] ?? '', isSurnamed) }));
  return [...entries, ...[...regions.opencc, ...regions.ours].map((names) => ({ names }))];
}

/**
 * What is read as what in one form: of each group the names that its texts use, and what else may be typed, in any form. Groups that the
 * texts use nowhere are left out, entries not.
 */
export function nameRows(
  groups: readonly SameNames[],
  texts: readonly Normal[],
  forms: readonly ((master: string) => string)[],
): NameRow[] {
  const write = forms[0] ?? String;
  const whole = texts.map(({ text }) => text).join('\n');
  return groups.flatMap(({ names, id, pinyin = [] }): NameRow[] => {
    const all = [...new Set(forms.flatMap((write) => [...names, ...pinyin].map((name) => normalise(write(name)).text)))];
    const uses = new Map(all.map((name) => [name, whole.includes(name) ? usesOf(name, texts) : 0]));
    const own = all.filter((name) => uses.get(name)).sort((a, b) => uses.get(b)! - uses.get(a)!);
    const others = all.filter((name) => !uses.get(name));
    const longer = id ? longerNames(names, id, groups).map((name) => normalise(write(name)).text) : [];
    if (id) return [longer.length ? [own, others, id, longer] : [own, others, id]];
    return own.length && all.length > 1 ? [[own, others]] : [];
  });
}

/** The names of other entries that hold a name of this one without being called after it: 記憶體 holds 記憶, but is never called Memory. */
function longerNames(names: readonly string[], id: string, groups: readonly SameNames[]): string[] {
  return groups.flatMap((other) => {
    if (!other.id || other.id === id) return [];
    return other.names.filter((longer) => {
      const part = names.find((name) => holds(longer, name));
      return part && !names.some((name) => name !== part && other.names.some((called) => called !== longer && holds(called, name)));
    });
  });
}

const holds = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** How many of some texts use a name in normal form, as no part of a Latin word or number. */
export function usesOf(name: string, texts: readonly Normal[]): number {
  const uses = (text: Normal): boolean =>
    text.text.includes(name) && places(text.text, name).some(([start, end]) => isWhole(text, start, end));
  return texts.filter(uses).length;
}

/** How a name in Han is typed in Latin letters, without tones and spaces. */
function pinyinOf(name: string, isSurnamed: boolean): string[] {
  if (!/^\p{Script=Han}+$/u.test(name)) return [];
  return [pinyin(name, { toneType: 'none', type: 'array', v: true, surname: isSurnamed ? 'head' : 'off' }).join('')];
}
