import { createHash } from 'node:crypto';
import { createFont } from 'fonteditor-core';
import subsetFont from 'subset-font';
import type { Form } from '../text/forms.ts';
import { displayText } from './display-text.ts';
import { slicesFor, type Slice } from './font-slices.ts';
import { keep, versionOf } from './keep.ts';
import { readArticle } from './read.ts';

const WEIGHT = 900;
const cache = new Map<string, ReturnType<typeof cutFont>>();

/**
 * A form's packaged OFL font in one weight, cut down to the characters set in it; its name carries its hash. Throws where it lacks a
 * character.
 */
export function displayFont(form: Form): ReturnType<typeof cutFont> {
  const cached = import.meta.env.DEV ? undefined : cache.get(form.id);
  const font = cached ?? cutFont(form);
  cache.set(form.id, font);
  return font;
}

/** Its bytes, and its path below the site's base path. */
async function cutFont(form: Form): Promise<{ bytes: Buffer; path: string }> {
  const text = displayText(await readArticle(form));
  const files = ['src/article/font.ts', 'src/article/font-slices.ts', `node_modules/${form.displayFont}/package.json`];
  const bytes = await keep(versionOf(text, files), () => subset(form, text));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { bytes, path: `fonts/song-${form.id}.${hash}.woff2` };
}

async function subset(form: Form, text: string): Promise<Buffer> {
  const { slices, missing } = await slicesFor(form.displayFont, text);
  if (missing.length)
    throw new Error(
      `The display font of ${form.id}, ${form.displayFont}, lacks ${missing.join(' ')}: use other characters in titles, labels and figures.`,
    );
  return Buffer.from(await subsetFont(await joined(slices), text, { targetFormat: 'woff2' }));
}

/** One font of the slices' characters, without features such as kerning. Needs at least one slice. */
async function joined(slices: readonly (Slice & { characters: string[] })[]): Promise<Uint8Array> {
  const parts = await Promise.all(
    slices.map(async ({ bytes, characters }) => {
      const cut = await subsetFont(bytes, characters.join(''), { targetFormat: 'truetype', variationAxes: { wght: WEIGHT } });
      const font = createFont(Buffer.from(cut), { type: 'ttf' });
      // A mark brings its other half along, which may stand in another slice too.
      for (const glyph of font.get().glyf)
        glyph.unicode = glyph.unicode?.filter((point) => characters.includes(String.fromCodePoint(point)));
      return font;
    }),
  );
  const [whole, ...others] = parts;
  for (const part of others) whole?.merge(part, { scale: 1 });
  return whole?.write({ type: 'ttf', toBuffer: true }) as Buffer;
}
