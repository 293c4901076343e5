/** A piece of an excerpt, marked where it is a match. */
export interface Piece {
  text: string;
  marked: boolean;
}

const BEFORE = 14;
const LENGTH = 64;
const PAUSE = /[，。；：、？！\s]/;

/** The part of a text around its first match, in pieces; begins after a pause where one is near, and shows what it leaves out as ……. */
export function excerpt(text: string, marks: readonly [number, number][]): Piece[] {
  const start = startOf(text, marks[0]?.[0] ?? 0);
  const end = Math.max(start + LENGTH, marks[0]?.[1] ?? 0);
  const pieces: Piece[] = start > 0 ? [{ text: '……', marked: false }] : [];
  const add = (from: number, to: number, marked: boolean): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), marked });
  };
  let at = start;
  for (const [from, to] of marks) {
    if (from >= end) break;
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  const last = border(text, Math.max(at, end), 1);
  add(at, last, false);
  if (last < text.length) pieces.push({ text: '……', marked: false });
  return pieces;
}

function startOf(text: string, match: number): number {
  if (match <= BEFORE || text.length <= LENGTH) return 0;
  for (let at = match; at > match - BEFORE; at -= 1) if (PAUSE.test(text.charAt(at - 1))) return at;
  return border(text, match - BEFORE + 4, -1);
}

/** The nearest border of a character and of a Latin word, before a place (step -1) or after it (step 1). */
function border(text: string, at: number, step: 1 | -1): number {
  let place = /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + step : at;
  while (/^[\w.-]{2}$/.test(text.slice(place - 1, place + 1))) place += step;
  return place;
}
