import { Resvg } from '@resvg/resvg-js';
import satori, { type SatoriNode, type SatoriOptions } from 'satori';
import type { Drawing } from './design.ts';
import { writePng } from './png.ts';

/** The fonts of a card, one of each weight. */
export type CardFonts = Extract<SatoriOptions, { fonts: unknown }>['fonts'];

/** Draws a card as a PNG of 16 colours. Throws where a font lacks a character, text leaves the margins or meets other text. */
export async function drawCard({ tree, ...sheet }: Drawing, fonts: CardFonts): Promise<Buffer> {
  const { width, height } = sheet;
  const named: SatoriNode[] = [];
  const svg = await satori(tree as never, {
    width,
    height,
    fonts,
    onNodeDetected: (node) => void (node.key && named.push(node)),
    loadAdditionalAsset: (_, segment) => Promise.reject(new Error(`The card's font has no glyph for “${segment}”.`)),
  });
  requireRoom(named, sheet);
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return writePng(pixels, width, height);
}

/** The numeral alone may leave the margins. */
function requireRoom(nodes: SatoriNode[], { width, height, margin }: Omit<Drawing, 'tree'>): void {
  const sheet = { left: margin - 1, top: margin - 1, width: width - 2 * margin + 2, height: height - 2 * margin + 2 };
  nodes.forEach((node, index) => {
    if (node.key !== 'numeral' && !contains(sheet, node)) throw new Error(`The card's ${node.key} leaves its margins.`);
    const other = nodes.slice(index + 1).find((later) => meets(node, later));
    if (other) throw new Error(`The card's ${node.key} meets its ${other.key}.`);
  });
}

type Box = Pick<SatoriNode, 'left' | 'top' | 'width' | 'height'>;

const contains = (a: Box, b: Box): boolean =>
  b.left >= a.left && b.top >= a.top && b.left + b.width <= a.left + a.width && b.top + b.height <= a.top + a.height;

const meets = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
