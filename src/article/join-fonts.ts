import { Blob, Buffer as Line, Face, Feature, Font, shape, type GlyphInfo, type GlyphPosition } from 'harfbuzzjs';
import { characterMap, fontFile, longs, offsets, patched, positions, substitutes, words } from './font-tables.ts';

/** A font and the characters that are wanted of it. */
export interface Part {
  font: Uint8Array;
  characters: string[];
}

/** What a glyph looks like; its width and what of that is empty on the left, its height and what is empty above. */
interface Glyph {
  outline: Buffer;
  across: [number, number];
  down: [number, number];
}

/** A character's glyph, the other one that it has in vertical lines, and what its half width adds on the left and to the width. */
interface Character {
  codePoint: number;
  glyph: Glyph;
  vertical: Glyph | undefined;
  half: [number, number] | undefined;
}

/** A character, the next one, and what stands between them more or less. */
type Kerning = [first: number, next: number, space: number];

/**
 * Joins TrueType fonts that were cut from one: glyphs, forms for vertical lines, half widths of marks, kerning within a part. No package
 * of the registry does it without a Python beside it, and the fonts in one piece weigh 192 MB instead of 13. What is written is the
 * least that a subsetter reads, and one has to read it: the sums and all that follows from the glyphs are its to make.
 * Throws where an outline is composed of others, which none of Noto's is.
 */
export function joinFonts(parts: readonly Part[]): Buffer {
  const opened = parts.map(({ font, characters }) => new Opened(font, characters));
  const characters = opened.flatMap((part) => part.characters()).sort((a, b) => a.codePoint - b.codePoint);
  const vertical = characters.filter((character) => character.vertical);
  const glyphs = [...characters.map(({ glyph }) => glyph), ...vertical.map((character) => character.vertical!)];
  const outlines = [Buffer.alloc(0), ...glyphs.map(({ outline }) => outline)];
  const numbers = new Map(characters.map(({ codePoint }, index) => [codePoint, index + 1]));
  const number = (codePoint: number): number => numbers.get(codePoint)!;
  const first = (tag: string): Buffer => opened[0]!.table(tag);
  return fontFile({
    ...Object.fromEntries(['BASE', 'OS/2', 'gasp', 'name', 'post', 'prep'].map((tag) => [tag, first(tag)])),
    head: patched(first('head'), 50, 1),
    maxp: patched(first('maxp'), 4, outlines.length),
    hhea: patched(first('hhea'), 34, outlines.length),
    hmtx: words(0, 0, ...glyphs.flatMap(({ across }) => across)),
    vhea: patched(first('vhea'), 34, outlines.length),
    vmtx: words(0, 0, ...glyphs.flatMap(({ down }) => down)),
    glyf: Buffer.concat(outlines),
    loca: longs(...offsets(outlines, 0)),
    cmap: characterMap([...numbers]),
    GSUB: substitutes(vertical.map(({ codePoint }, index) => [number(codePoint), characters.length + 1 + index])),
    GPOS: positions(
      characters.flatMap(({ codePoint, half }) => (half ? [[number(codePoint), ...half]] : [])),
      opened.flatMap((part) => part.kerning()).map(([before, after, space]) => [number(before), number(after), space]),
    ),
  });
}

/** A part as HarfBuzz reads it. */
class Opened {
  readonly #face: Face;
  readonly #font: Font;
  readonly #codePoints: number[];

  constructor(font: Uint8Array, characters: string[]) {
    this.#face = new Face(new Blob(font));
    this.#font = new Font(this.#face);
    this.#codePoints = characters.map((character) => character.codePointAt(0)!).sort((a, b) => a - b);
  }

  table(tag: string): Buffer {
    return Buffer.from(this.#face.referenceTable(tag)!);
  }

  characters(): Character[] {
    const glyphs = this.#set(this.#codePoints, 'Hani', '-kern');
    const halves = this.#set(this.#codePoints, 'Hani', '-kern', 'halt');
    const down = this.#set(this.#codePoints, 'Hani', 'vert');
    return this.#codePoints.map((codePoint, index) => {
      const [{ codepoint, xAdvance }, half, other] = [glyphs[index]!, halves[index]!, down[index]!.codepoint];
      return {
        codePoint,
        glyph: this.#glyph(codepoint),
        vertical: other === codepoint ? undefined : this.#glyph(other),
        half: half.xAdvance === xAdvance ? undefined : [half.xOffset, half.xAdvance - xAdvance],
      };
    });
  }

  /** What kerning adds between two characters, where it adds anything: between letters, digits and marks of other scripts. */
  kerning(): Kerning[] {
    if (!this.#face.getTableFeatureTags('GPOS').includes('kern')) return [];
    const kerned = this.#codePoints.filter((codePoint) => codePoint < 0x2e80);
    return kerned.flatMap((first) => {
      const line = kerned.flatMap((next) => [first, next]);
      const loose = this.#set(line, 'Latn', '-kern');
      const spaces = this.#set(line, 'Latn', 'kern').map(({ xAdvance }, index) => xAdvance - loose[index]!.xAdvance);
      return kerned.map((next, index): Kerning => [first, next, spaces[2 * index]!]).filter(([, , space]) => space);
    });
  }

  #glyph(glyph: number): Glyph {
    const [head, loca] = [this.table('head'), this.table('loca')];
    const end = (index: number): number => (head.readUInt16BE(50) ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index));
    const outline = this.table('glyf').subarray(end(glyph), end(glyph + 1));
    if (outline.length && outline.readInt16BE() < 0) throw new Error(`Glyph ${glyph} is composed of others.`);
    return { outline, across: this.#metrics('hhea', 'hmtx', glyph), down: this.#metrics('vhea', 'vmtx', glyph) };
  }

  /** The last glyphs may share the last width or height. */
  #metrics(header: string, table: string, glyph: number): [number, number] {
    const [full, metrics] = [this.table(header).readUInt16BE(34), this.table(table)];
    const bearing = glyph < full ? 4 * glyph + 2 : 2 * (full + glyph);
    return [metrics.readUInt16BE(4 * Math.min(glyph, full - 1)), metrics.readInt16BE(bearing)];
  }

  /** Sets a line in a script, with some features on or off: the number and the place of each glyph. */
  #set(line: number[], script: string, ...features: string[]): (GlyphInfo & GlyphPosition)[] {
    const buffer = new Line();
    buffer.addCodePoints(line);
    buffer.setScript(script);
    buffer.guessSegmentProperties();
    shape(
      this.#font,
      buffer,
      features.map((feature) => Feature.fromString(feature)!),
    );
    return buffer.getGlyphInfosAndPositions() as (GlyphInfo & GlyphPosition)[];
  }
}
