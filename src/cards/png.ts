import { crc32, deflateSync } from 'node:zlib';

/**
 * Writes pixels (RGBA, opaque) as an indexed PNG without loss (PNG specification, 11.2). A card of flat colours has some thirty, so this
 * needs a tenth of the time that a quantiser takes. Throws above 256 colours.
 */
export function writePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const { rows, palette } = indexed(new Uint32Array(pixels.buffer, pixels.byteOffset, width * height), width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 7 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row as its filter, none, and one byte a pixel; neighbours are mostly alike, which spares most look-ups. */
function indexed(pixels: Uint32Array, width: number): { rows: Buffer; palette: number[] } {
  const numbers = new Map<number, number>();
  const rows = Buffer.alloc(pixels.length + pixels.length / width);
  let [last, number] = [-1, 0];
  for (let from = 0, at = 0; from < pixels.length; from += width) {
    at += 1;
    for (let index = from; index < from + width; index += 1) {
      const colour = pixels[index]!;
      if (colour !== last) {
        number = numbers.get(colour) ?? numbers.size;
        numbers.set(colour, number);
        last = colour;
      }
      rows[at++] = number;
    }
  }
  if (numbers.size > 256) throw new Error('A card has more than 256 colours: keep to flat ones.');
  return { rows, palette: [...numbers.keys()] };
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
