/**
 * One change to a text: what stood at an index (in UTF-16 units of the text before the step), what stands there now, and why, in an
 * editor's words.
 */
export interface Correction {
  index: number;
  from: string;
  to: string;
  why: string;
}

/**
 * A text with corrections made, in whatever order they come. Throws where one does not fit the text, or two overlap: that is a mistake of
 * the step.
 */
export function apply(text: string, corrections: readonly Correction[]): string {
  let [out, end] = ['', 0];
  for (const { index, from, to, why } of [...corrections].sort((a, b) => a.index - b.index)) {
    if (index < end || !text.startsWith(from, index)) throw new Error(`“${from}” does not stand free at ${index}: ${why}`);
    out += text.slice(end, index) + to;
    end = index + from.length;
  }
  return out + text.slice(end);
}
