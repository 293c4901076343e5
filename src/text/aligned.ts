/**
 * A converted text that knows where it comes from: `origin[i]` is the index in the source of what stands at `text[i]`. Indices count
 * UTF-16 units.
 */
export interface Aligned {
  text: string;
  origin: number[];
}

/** A text as its own source. */
export function aligned(text: string): Aligned {
  return { text, origin: Array.from({ length: text.length }, (_, index) => index) };
}

/** Adds to `target` what replaces the units from `start` to `end` of `source`: character by character, first on first and last on last. */
export function append(target: Aligned, source: Aligned, start: number, end: number, replacement: string): void {
  const replaced = source.text.slice(start, end);
  target.text += replacement;
  if (replaced === replacement) {
    for (let index = start; index < end; index += 1) target.origin.push(source.origin[index]!);
    return;
  }
  const starts = characterStarts(replaced);
  const characters = [...replacement];
  const step = (starts.length - 1) / Math.max(1, characters.length - 1);
  characters.forEach((character, index) => {
    const origin = source.origin[start + starts[Math.round(index * step)]!]!;
    for (let unit = 0; unit < character.length; unit += 1) target.origin.push(origin);
  });
}

/** Where each character of a text begins. */
function characterStarts(text: string): number[] {
  let next = 0;
  return [...text].map((character) => (next += character.length) - character.length);
}
