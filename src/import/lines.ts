/** A line that holds anything, without the blanks at its ends. */
export interface Line {
  /** From 1, blank ones counted. */
  number: number;
  /** Where its text begins, in UTF-16 units of the whole. */
  start: number;
  text: string;
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** White space, and what nobody sees. */
const BLANK = '[\\s\\p{Cc}\\p{Cf}\\p{Co}]';
const EDGES = new RegExp(`^${BLANK}+|${BLANK}+$`, 'gu');
const LEADING = new RegExp(`^${BLANK}*`, 'u');

/** Whether a stretch of a text holds nothing to be read. */
export function isBlank(text: string): boolean {
  return !text.replace(EDGES, '');
}

/** A stretch of a text without the blanks at its ends, and where it begins now. */
export function trimmed(text: string, start: number): { text: string; start: number } {
  return { text: text.replace(EDGES, ''), start: start + (LEADING.exec(text)?.[0].length ?? 0) };
}

/** The lines of a text that hold anything, whatever ends a line. */
export function linesOf(text: string): Line[] {
  let start = 0;
  return text.split(LINE_END).flatMap((whole, index): Line[] => {
    const line = { number: index + 1, ...trimmed(whole, start) };
    start += whole.length;
    start += text.startsWith('\r\n', start) ? 2 : 1;
    return line.text ? [line] : [];
  });
}
