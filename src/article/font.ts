import { createHash } from 'node:crypto';
import subsetFont from 'subset-font';
import type { Form } from '../text/forms.ts';
import { displayText } from './display-text.ts';
import { slicesFor } from './font-slices.ts';
import { joinFonts } from './join-fonts.ts';
import { readArticle } from './read.ts';

/** The display font of one written form: its bytes and its path below the site's base path. */
export interface DisplayFont {
  bytes: Uint8Array;
  path: string;
}

const WEIGHT = 900;
/** What the style sheet and the browsers ask of it: half widths of marks, kerning, marks in vertical lines. Each feature more brings glyphs that nobody sees. */
const FEATURES = ['halt', 'kern', 'vert'];

const cache = new Map<string, Promise<DisplayFont>>();

/**
 * The display font of a form: its packaged OFL font in one weight, cut down to the characters set in it. Bytes depend on nothing but
 * the content and the font; the name carries their hash. Throws where the packaged font lacks a character.
 */
export function displayFont(form: Form): Promise<DisplayFont> {
  const cached = import.meta.env.DEV ? undefined : cache.get(form.id);
  const font = cached ?? cutFont(form);
  cache.set(form.id, font);
  return font;
}

async function cutFont(form: Form): Promise<DisplayFont> {
  const text = displayText(await readArticle(form));
  const { slices, missing } = await slicesFor(form.displayFont, text);
  if (missing.length)
    throw new Error(
      `The display font of ${form.id}, ${form.displayFont}, lacks ${missing.join(' ')}: use other characters in titles, labels and figures.`,
    );
  const parts = slices.map(async ({ bytes, characters }) => ({
    characters,
    font: await subsetFont(bytes, characters.join(''), {
      targetFormat: 'sfnt',
      variationAxes: { wght: WEIGHT },
      keepFeatures: FEATURES,
      dropTables: ['STAT'],
    }),
  }));
  const bytes = await subsetFont(joinFonts(await Promise.all(parts)), text, { targetFormat: 'woff2', keepFeatures: FEATURES });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { bytes, path: `fonts/song-${form.id}.${hash}.woff2` };
}
