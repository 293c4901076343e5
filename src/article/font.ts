import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  const bytes = await subsetFont(await readFile(join(process.cwd(), 'node_modules', form.displayFont)), characters, {
    targetFormat: 'woff2',
  });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { bytes, path: `fonts/song-${form.id}.${hash}.woff2` };
}
