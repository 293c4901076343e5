import { Renderer, type MeasuredNode } from '@takumi-rs/core';
import sharp from 'sharp';
import { rangesOf, slicesFor, type Slice } from '../article/font-slices.ts';
import type { Form } from '../text/forms.ts';
import { wordsOf, type CardNode, type Drawing } from './node.ts';

const renderers = new Map<string, { renderer: Renderer; fonts: Map<string, Promise<unknown>> }>();

/** Every card begins with the slice of Latin: lines are as high as the font says that was registered first. */
const FIRST = 'A';

/** A card is flat: some nine shades are its colours and their edges. Dots would make it larger, more effort no smaller. */
const PNG = { palette: true, colours: 16, quality: 30, dither: 0, effort: 1 };

/** Draws a card in a written form as PNG. Throws where its font lacks a character, text leaves the margins or meets other text. */
export async function drawCard({ tree, ...sheet }: Drawing, { displayFont, lang }: Pick<Form, 'displayFont' | 'lang'>): Promise<Buffer> {
  const renderer = await rendererFor(displayFont, wordsOf(tree));
  const options = { width: sheet.width, height: sheet.height, lang };
  requireRoom(placesOf(tree, await renderer.measure(tree, options)), sheet);
  const pixels = await renderer.render(tree, { ...options, format: 'raw' });
  return sharp(pixels, { raw: { width: sheet.width, height: sheet.height, channels: 4 } })
    .png(PNG)
    .toBuffer();
}

/** What draws with a font: one for all cards, given the slices that it needs as the cards come. */
async function rendererFor(displayFont: string, text: string): Promise<Renderer> {
  const { slices, missing } = await slicesFor(displayFont, FIRST + text);
  if (missing.length) throw new Error(`The card's font has no glyph for ${missing.join(' ')}.`);
  const made = renderers.get(displayFont) ?? { renderer: new Renderer(), fonts: new Map<string, Promise<unknown>>() };
  renderers.set(displayFont, made);
  // Which slices other cards have brought must not show.
  const register = async ({ path, bytes }: Slice): Promise<unknown> =>
    made.renderer.registerFont({ name: 'Song', data: bytes, unicodeRange: await rangesOf(displayFont, path) });
  for (const slice of slices) {
    if (!made.fonts.has(slice.path)) made.fonts.set(slice.path, register(slice));
    await made.fonts.get(slice.path);
  }
  return made.renderer;
}

interface Place {
  id: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the elements with an id have come to stand. */
function placesOf(node: CardNode, { width, height, transform, children }: MeasuredNode): Place[] {
  const own = node.id ? [{ id: node.id, left: transform[4], top: transform[5], width, height }] : [];
  return node.type === 'container' ? own.concat(node.children.flatMap((child, index) => placesOf(child, children[index]!))) : own;
}

/** The numeral alone may leave the margins. */
function requireRoom(places: Place[], { width, height, margin }: Omit<Drawing, 'tree'>): void {
  const room = { left: margin - 1, top: margin - 1, width: width - 2 * margin + 2, height: height - 2 * margin + 2 };
  places.forEach((place, index) => {
    if (place.id !== 'numeral' && !contains(room, place)) throw new Error(`The card's ${place.id} leaves its margins.`);
    const other = places.slice(index + 1).find((later) => meets(place, later));
    if (other) throw new Error(`The card's ${place.id} meets its ${other.id}.`);
  });
}

type Box = Omit<Place, 'id'>;

const contains = (a: Box, b: Box): boolean =>
  b.left >= a.left && b.top >= a.top && b.left + b.width <= a.left + a.width && b.top + b.height <= a.top + a.height;

const meets = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
