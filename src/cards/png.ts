import { crc32, deflateSync } from 'node:zlib';

const COLOURS = 16;

/**
 * Writes pixels (RGBA, opaque, an even number in a row) as a PNG of 16 colours, two pixels a byte (PNG specification, 11.2). A card is
 * flat: its commonest colours are all it has but shades of edges, so no quantiser is needed, which would take longer than the drawing.
 */
export function writePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const palette = commonest(colours);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows(colours, width, palette), { level: 7 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const channels = (colour: number): number[] => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];

function commonest(colours: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (let from = 0, to = 0; from < colours.length; from = to) {
    while (to < colours.length && colours[to] === colours[from]) to += 1;
    counts.set(colours[from]!, (counts.get(colours[from]!) ?? 0) + to - from);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([colour]) => colour)
    .slice(0, COLOURS);
}

/** Each row as its filter, none, and its pixels; neighbours are mostly alike, which spares most look-ups. */
function rows(colours: Uint32Array, width: number, palette: number[]): Buffer {
  const numbers = new Map<number, number>();
  const out = Buffer.alloc((width / 2 + 1) * (colours.length / width));
  let [last, number, at] = [-1, 0, 0];
  for (let from = 0; from < colours.length; from += width) {
    at += 1;
    for (let index = from; index < from + width; index += 1) {
      const colour = colours[index]!;
      if (colour !== last) {
        number = numbers.get(colour) ?? nearest(colour, palette);
        numbers.set(colour, number);
        last = colour;
      }
      if (index & 1) out[at++]! |= number;
      else out[at] = number << 4;
    }
  }
  return out;
}

function nearest(colour: number, palette: number[]): number {
  const wanted = channels(colour);
  const distances = palette.map((other) => channels(other).reduce((sum, value, index) => sum + Math.abs(value - wanted[index]!), 0));
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
