import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';

/** One of the files into which a packaged font is cut. */
export interface Slice {
  /** Where it lies below `node_modules/`. */
  path: string;
  bytes: Buffer;
  /** The code points that it is meant for, as ranges with both ends; not of each has it a glyph. */
  ranges: [start: number, end: number][];
}

const opened = new Map<string, Promise<{ bytes: Buffer; font: Font }>>();

/**
 * The slices of a package of Fontsource, which cuts a script into some two hundred variable fonts, that set a text; `missing` are the
 * characters that it lacks.
 */
export async function slicesFor(
  fontPackage: string,
  text: string,
): Promise<{ slices: (Slice & { characters: string[] })[]; missing: string[] }> {
  const slices = [];
  let missing = [...new Set(text)].sort();
  for (const { path, ranges } of await slicesOf(fontPackage)) {
    const meant = missing.filter((character) => ranges.some(([start, end]) => start <= code(character) && code(character) <= end));
    if (!meant.length) continue;
    const { bytes, font } = await open(path);
    const characters = meant.filter((character) => font.hasGlyphForCodePoint(code(character)));
    missing = missing.filter((character) => !characters.includes(character));
    if (characters.length) slices.push({ path, bytes, ranges, characters });
  }
  return { slices, missing };
}

const code = (character: string): number => character.codePointAt(0)!;

/** The slices of a package; of those meant for a character the first is the one that browsers would take. */
async function slicesOf(fontPackage: string): Promise<Omit<Slice, 'bytes'>[]> {
  const { id } = JSON.parse(await readFile(below(`${fontPackage}/metadata.json`), 'utf8'));
  const table: Record<string, string> = JSON.parse(await readFile(below(`${fontPackage}/unicode.json`), 'utf8'));
  return Object.entries(table)
    .reverse()
    .map(([name, ranges]) => ({
      path: `${fontPackage}/files/${id}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`,
      ranges: ranges.split(',').map((range): [number, number] => {
        const [start, end = start] = range.slice(2).split('-');
        return [Number.parseInt(start!, 16), Number.parseInt(end!, 16)];
      }),
    }));
}

function open(path: string): Promise<{ bytes: Buffer; font: Font }> {
  const slice = opened.get(path) ?? readFile(below(path)).then((bytes) => ({ bytes, font: create(bytes) as Font }));
  opened.set(path, slice);
  return slice;
}

const below = (path: string): string => join(process.cwd(), 'node_modules', path);
