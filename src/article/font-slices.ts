import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';

/** One of the files into which a packaged font is cut. */
export interface Slice {
  /** Where it lies below `node_modules/`. */
  path: string;
  bytes: Buffer;
}

/** Code points, as ranges with both ends. */
type Ranges = [start: number, end: number][];

const listed = new Map<string, ReturnType<typeof readSlices>>();
const opened = new Map<string, Promise<{ bytes: Buffer; font: Font }>>();

/**
 * The slices of a package of Fontsource, which cuts a script into some two hundred variable fonts, that set a text; `missing` are the
 * characters that it lacks.
 */
export async function slicesFor(
  fontPackage: string,
  text: string,
): Promise<{ slices: (Slice & { characters: string[] })[]; missing: string[] }> {
  const slices: (Slice & { characters: string[] })[] = [];
  let missing = [...new Set(text)].sort();
  for (const { path, ranges } of await slicesOf(fontPackage)) {
    const meant = missing.filter((character) => holds(ranges, code(character)));
    if (!meant.length) continue;
    const { bytes, font } = await open(path);
    const characters = meant.filter((character) => font.hasGlyphForCodePoint(code(character)));
    missing = missing.filter((character) => !characters.includes(character));
    if (characters.length) slices.push({ path, bytes, characters });
  }
  return { slices, missing };
}

/**
 * The code points that are set from a slice of a package, whatever else is set: those that no slice before it has. Punctuation stands in
 * several.
 */
export async function rangesOf(fontPackage: string, path: string): Promise<Ranges> {
  const slices = await slicesOf(fontPackage);
  const at = slices.findIndex((slice) => slice.path === path);
  const own = slices[at]!.ranges;
  const rivals = slices.slice(0, at).filter(({ ranges }) => ranges.some(([start, end]) => own.some(([a, b]) => start <= b && a <= end)));
  const taken = await Promise.all(rivals.map(async ({ path, ranges }) => ({ ranges, font: (await open(path)).font })));
  return own
    .flatMap(([start, end]) => Array.from({ length: end - start + 1 }, (_, index) => start + index))
    .filter((point) => !taken.some(({ ranges, font }) => holds(ranges, point) && font.hasGlyphForCodePoint(point)))
    .map((point) => [point, point]);
}

const holds = (ranges: Ranges, point: number): boolean => ranges.some(([start, end]) => start <= point && point <= end);
const code = (character: string): number => character.codePointAt(0)!;

/**
 * The slices of a package with the code points that each is meant for, though it has not a glyph of each; of those meant for a character
 * the first is the one that browsers would take.
 */
function slicesOf(fontPackage: string): ReturnType<typeof readSlices> {
  const slices = listed.get(fontPackage) ?? readSlices(fontPackage);
  listed.set(fontPackage, slices);
  return slices;
}

async function readSlices(fontPackage: string): Promise<{ path: string; ranges: Ranges }[]> {
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
