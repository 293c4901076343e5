import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create as createFont, type Font } from 'fontkitten';
import subsetFont from 'subset-font';
import type { Form } from '../text/forms.ts';
import { displayText } from './display-text.ts';
import { readArticle } from './read.ts';

/** The subset display font of one written form: its bytes and its path below the site's base path. */
export interface DisplayFont {
  bytes: Uint8Array;
  path: string;
}

const cache = new Map<string, Promise<DisplayFont>>();

/**
 * The display font of a form: its packaged OFL font, cut down to the characters set in it. Bytes depend on nothing but the
 * content and the font; the name carries their hash. Throws where the packaged font lacks a character.
 */
export function displayFont(form: Form): Promise<DisplayFont> {
  const cached = import.meta.env.DEV ? undefined : cache.get(form.id);
  const font = cached ?? cutFont(form);
  cache.set(form.id, font);
  return font;
}

async function cutFont(form: Form): Promise<DisplayFont> {
  const characters = displayText(await readArticle(form));
  const whole = await readFile(join(process.cwd(), 'node_modules', form.displayFont));
  const font = createFont(whole) as Font;
  const missing = [...characters].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0)!));
  if (missing.length)
    throw new Error(
      `The display font of ${form.id}, ${form.displayFont}, lacks ${missing.join(' ')}: use other characters in titles, labels and figures.`,
    );
  const bytes = await subsetFont(whole, characters, { targetFormat: 'woff2' });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { bytes, path: `fonts/song-${form.id}.${hash}.woff2` };
}
