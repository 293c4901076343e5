import type { Normal } from './normal.ts';

/** A piece of a text in normal form, [start, end) in UTF-16 units, and what another written form has in its place. */
export type Difference = [start: number, end: number, there: string];

/** A text as another written form has it; each part leads back to what stands in its place in the original. */
export function otherwise({ text, from, to }: Normal, differences: readonly Difference[]): Normal {
  const other: Normal = { text: '', from: [], to: [] };
  const copy = (start: number, end: number): void => {
    other.text += text.slice(start, end);
    other.from.push(...from.slice(start, end));
    other.to.push(...to.slice(start, end));
  };
  let at = 0;
  for (const [start, end, there] of differences) {
    copy(at, start);
    other.text += there;
    for (let unit = 0; unit < there.length; unit += 1) {
      other.from.push(from[start] ?? 0);
      other.to.push(to[Math.max(start, end - 1)] ?? 0);
    }
    at = end;
  }
  copy(at, text.length);
  return other;
}
