import { create, type Font } from 'fontkitten';
import sharp from 'sharp';
import subsetFont from 'subset-font';
import type { Article } from '../article/article.ts';
import { slicesFor } from '../article/font-slices.ts';
import { colours } from './colours.ts';

/** A square icon: pixels of its side, and how much of it the sign takes; a system cuts what it calls maskable to a circle of 0.8. */
export interface IconSize {
  size: number;
  share?: number;
}

/** The icons of the manifest, by their names: /icon-192.png */
export const manifestIcons = {
  192: { size: 192 },
  512: { size: 512 },
  maskable: { size: 512, share: 0.52 },
} satisfies Record<string, IconSize>;

const SIDE = 64;
const SHARE = 0.8;
/** Around the sign, so that its thin lines do not fade in the smallest icons. */
const EDGE = 1.6;
/** The sizes in the ICO file. */
const SMALL = [16, 32];

const signs = new Map<string, ReturnType<typeof cutSign>>();

/** The icon of a site: the first character of its name, in the display font's outline. Throws where the font lacks it. */
export async function iconSvg({ form, site }: Pick<Article, 'form' | 'site'>, share = SHARE): Promise<string> {
  const [character = ''] = site.name;
  const key = `${form.displayFont} ${character}`;
  const sign = signs.get(key) ?? cutSign(form.displayFont, character);
  signs.set(key, sign);
  const { path, x, y, size } = await sign;
  const scale = (SIDE * share) / size;
  const place = `translate(${SIDE / 2} ${SIDE / 2})scale(${scale.toFixed(4)} ${(-scale).toFixed(4)})translate(${-x} ${-y})`;
  const { red, paper } = colours;
  const edge = `stroke="${paper}" stroke-width="${Math.round(EDGE / scale)}" stroke-linejoin="round"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}"><path fill="${red}" d="M0 0h${SIDE}v${SIDE}H0z"/><path fill="${paper}" ${edge} transform="${place}" d="${path}"/></svg>`;
}

/** The same as PNG. */
export async function iconPng(article: Pick<Article, 'form' | 'site'>, { size, share }: IconSize): Promise<Buffer> {
  const svg = await iconSvg(article, share);
  return sharp(Buffer.from(svg), { density: (72 * size) / SIDE })
    .resize(size)
    .png({ palette: true, colours: 16, dither: 0 })
    .toBuffer();
}

/** The smallest icons as one ICO file: a header of 6 bytes, 16 for each, then their PNGs. */
export async function favicon(article: Pick<Article, 'form' | 'site'>): Promise<Buffer> {
  const pictures = await Promise.all(SMALL.map(async (size) => ({ size, png: await iconPng(article, { size }) })));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let [row, start] = [6, head.length];
  for (const { size, png } of pictures) {
    head.set([size, size], row);
    head.writeUInt16LE(1, row + 4);
    head.writeUInt16LE(32, row + 6);
    head.writeUInt32LE(png.length, row + 8);
    head.writeUInt32LE(start, row + 12);
    [row, start] = [row + 16, start + png.length];
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** The outline of a character, its middle and the longer of its sides, in the units of its font. */
async function cutSign(displayFont: string, character: string): Promise<{ path: string; x: number; y: number; size: number }> {
  const [slice] = (await slicesFor(displayFont, character)).slices;
  if (!slice)
    throw new Error(`${displayFont} has no glyph for “${character}”, with which the icons are made: the site's name begins with it.`);
  const bytes = await subsetFont(slice.bytes, character, { targetFormat: 'truetype', variationAxes: { wght: 900 } });
  const { path } = (create(Buffer.from(bytes)) as Font).glyphForCodePoint(character.codePointAt(0)!);
  const { minX, minY, maxX, maxY } = path.bbox;
  return { path: path.toSVG(), x: (minX + maxX) / 2, y: (minY + maxY) / 2, size: Math.max(maxX - minX, maxY - minY) };
}
