// Tables of a TrueType font, each as its chapter of OpenType 1.9.1 has it; lists of features and coverage: chapter 2.

/** Numbers of 16 bits. */
export const words = (...values: number[]): Buffer => Buffer.from(values.flatMap((value) => [(value >> 8) & 255, value & 255]));

/** Numbers of 32 bits. */
export const longs = (...values: number[]): Buffer => words(...values.flatMap((value) => [value >>> 16, value]));

/** A table with one number of 16 bits changed. */
export function patched(table: Buffer, at: number, value: number): Buffer {
  return Buffer.concat([table.subarray(0, at), words(value), table.subarray(at + 2)]);
}

/** Where parts begin that lie behind one another from some offset on, and where the last one ends. */
export function offsets(parts: readonly Buffer[], start: number): number[] {
  return parts.reduce((ends, { length }) => [...ends, ends.at(-1)! + length], [start]);
}

/** `cmap`: which glyph a character has, by code points (format 12). */
export function characterMap(glyphs: [codePoint: number, glyph: number][]): Buffer {
  const groups = glyphs.map(([codePoint, glyph]) => longs(codePoint, codePoint, glyph));
  return Buffer.concat([words(0, 1, 3, 10, 0, 12, 12, 0), longs(16 + 12 * groups.length, 0, groups.length), ...groups]);
}

/** `GPOS`: half widths (`halt`: glyph, placement, advance) and kerning (`kern`: glyph, next glyph, advance), both by glyphs. */
export function positions(halves: [number, number, number][], kerning: [number, number, number][]): Buffer {
  const firsts = [...new Set(kerning.map(([first]) => first))];
  const sets = firsts.map((first) => {
    const own = kerning.filter(([glyph]) => glyph === first);
    return words(own.length, ...own.flatMap(([, next, advance]) => [next, advance]));
  });
  const starts = offsets(sets, 10 + 2 * sets.length);
  const single = words(2, 8 + 4 * halves.length, 5, halves.length, ...halves.flatMap(([, ...half]) => half));
  const pair = Buffer.concat([words(1, starts.at(-1)!, 4, 0, sets.length, ...starts.slice(0, -1)), ...sets]);
  return features(['halt', 1, single, halves.map(([glyph]) => glyph)], ['kern', 2, pair, firsts]);
}

/** `GSUB`: which glyph stands for another in a vertical line (`vert`), by glyphs. */
export function substitutes(vertical: [number, number][]): Buffer {
  const single = words(2, 6 + 2 * vertical.length, vertical.length, ...vertical.map(([, other]) => other));
  return features(['vert', 1, single, vertical.map(([glyph]) => glyph)]);
}

/** Features of one lookup each, by their tags, for every script; a lookup has a type, one subtable, and the glyphs that it covers. */
function features(...list: [tag: string, type: number, subtable: Buffer, glyphs: number[]][]): Buffer {
  const count = list.length;
  const lookups = list.map(([, type, subtable, glyphs]) =>
    Buffer.concat([words(type, 0, 1, 8), subtable, words(1, glyphs.length, ...glyphs)]),
  );
  return Buffer.concat([
    words(1, 0, 10, 40 + 2 * count, 42 + 14 * count),
    ...[words(3), tag('DFLT'), words(20), tag('hani'), words(20), tag('latn'), words(20), words(4, 0, 0, 0xffff, count, ...list.keys())],
    ...[words(count), ...list.map(([name], index) => Buffer.concat([tag(name), words(2 + 6 * count + 6 * index)]))],
    ...list.map((_, index) => words(0, 1, index)),
    ...[words(count, ...offsets(lookups, 2 + 2 * count).slice(0, -1)), ...lookups],
  ]);
}

const tag = (name: string): Buffer => Buffer.from(name, 'latin1');

/** A font of these tables; the sums that it should hold are left out. */
export function fontFile(tables: Record<string, Buffer>): Buffer {
  const sorted = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1));
  const bodies = sorted.map(([, table]) => Buffer.concat([table, Buffer.alloc(-table.length & 3)]));
  const starts = offsets(bodies, 12 + 16 * sorted.length);
  const records = sorted.flatMap(([name, table], index) => [tag(name), longs(0, starts[index]!, table.length)]);
  return Buffer.concat([longs(0x10000), words(sorted.length, 0, 0, 0), ...records, ...bodies]);
}
