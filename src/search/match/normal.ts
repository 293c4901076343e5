/** A text as search compares it; `from` and `to` say where each of its UTF-16 units stood in the original. */
export interface Normal {
  text: string;
  from: number[];
  to: number[];
}

const QUOTES = /["'«»‘-‟‹›「-』〝-〟]/g;
const IGNORED = /[\s\p{Default_Ignorable_Code_Point}]/gu;
const PIECE = /.\p{M}*/gsu;
const pieces = new Map<string, string>();

/**
 * A text in NFKC and lower case, without white space and zero-width characters, every quotation mark as 「; by characters with their
 * combining marks, so that each keeps its place.
 */
export function normalise(original: string): Normal {
  const normal: Normal = { text: '', from: [], to: [] };
  let start = 0;
  for (const piece of original.match(PIECE) ?? []) {
    const end = start + piece.length;
    const plain = normalPiece(piece);
    normal.text += plain;
    for (let unit = 0; unit < plain.length; unit += 1) {
      normal.from.push(start);
      normal.to.push(end);
    }
    start = end;
  }
  return normal;
}

function normalPiece(piece: string): string {
  const known = pieces.get(piece);
  if (known !== undefined) return known;
  const plain = piece.normalize('NFKC').toLowerCase().replace(IGNORED, '').replace(QUOTES, '「');
  pieces.set(piece, plain);
  return plain;
}
