import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Form } from '../text/forms.ts';
import type { CardFonts } from './draw.ts';

const ready = new Map<string, Promise<CardFonts>>();

/** The packaged files of the weights that cards use, below `node_modules/`. */
export function fontFiles({ displayFont }: Form): { path: string; weight: 600 | 900 }[] {
  return [
    { path: displayFont, weight: 900 },
    { path: displayFont.replaceAll('900Black', '600SemiBold'), weight: 600 },
  ];
}

/** The fonts of a form's cards, cut down to some characters: a whole font takes longer to parse than all cards to draw. */
export function cardFonts(form: Form, characters: string): Promise<CardFonts> {
  const key = form.id + characters;
  const fonts = ready.get(key) ?? Promise.all(fontFiles(form).map((file) => cutFont(file, characters)));
  ready.set(key, fonts);
  return fonts;
}

async function cutFont({ path, weight }: ReturnType<typeof fontFiles>[number], characters: string): Promise<CardFonts[number]> {
  const font = await readFile(join(process.cwd(), 'node_modules', path));
  return { name: 'Song', weight, data: Buffer.from(await subsetFont(font, characters, { targetFormat: 'sfnt' })) };
}
