/** What an id of the article stands for, by the letter before its number. */
export type IdKind = 'title' | 'thesis' | 'paragraph' | 'figure' | 'indicator' | 'source';

/** An id taken apart: `p5-f2` is figure 2 of point 5. Title and thesis have number 0. */
export interface Id {
  point: number;
  kind: IdKind;
  number: number;
}

const KINDS: Record<string, IdKind> = { '': 'paragraph', f: 'figure', w: 'indicator', r: 'source' };

/** Reads an id, or answers undefined where it is malformed (leading zeros included). */
export function parseId(id: string): Id | undefined {
  const match = /^p(0|[1-9]\d?)-(?:(t)|([fwr]?)(0|[1-9]\d*))$/.exec(id);
  if (!match) return undefined;
  const [, point, title, letter = '', digits = '0'] = match;
  const number = Number(digits);
  if (title) return { point: Number(point), kind: 'title', number: 0 };
  if (number === 0) return letter ? undefined : { point: Number(point), kind: 'thesis', number };
  return { point: Number(point), kind: KINDS[letter]!, number };
}

/** Writes an id: the inverse of `parseId`. */
export function formatId({ point, kind, number }: Id): string {
  if (kind === 'title') return `p${point}-t`;
  const letter = Object.keys(KINDS).find((key) => KINDS[key] === kind) ?? '';
  return `p${point}-${letter}${number}`;
}

/** The number a reader sees beside a unit: p5-3 → 5.3, p5-0 → 5.0, p5-f1 → 5.f1, p5-t → 5. */
export function unitNumber(id: string): string {
  return id.slice(1).replace('-t', '').replace('-', '.');
}

/** The permanent section ids of a point, by kind; the numbers are fixed for ever: section `pN-sK`. */
export const SECTIONS = { thesis: 0, argument: 1, evidence: 2, counter: 3, watch: 4, sources: 5, relations: 6 } as const;

/** A part of a point that has a heading of its own. */
export type SectionKind = keyof typeof SECTIONS;

/** The permanent id of a section: ('evidence', 5) → p5-s2. */
export function sectionId(kind: SectionKind, point: number): string {
  return `p${point}-s${SECTIONS[kind]}`;
}
