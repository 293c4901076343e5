import { readByline } from './byline.ts';
import type { Line } from './lines.ts';
import type { Doubt } from './pieces.ts';
import { CREDIT, ENDS, NOTICE, RULE, TAIL } from './signs.ts';

const HAN = /\p{Script=Han}/u;
/** A paragraph below a notice that is longer may be the article's. */
const LONG = 120;

/** Where, of the lines of the last point below its heading, the article ends and what a platform added begins. */
export function tailAt(lines: readonly Line[], doubts: Doubt[]): number {
  // The first line is the point's, whatever it says.
  const notice = lines.findIndex(({ text }, index) => index > 0 && NOTICE.test(text));
  let end = notice < 0 ? lines.length : notice;
  while (end > 1 && isTail(lines[end - 1]!)) end -= 1;
  for (const { number, text } of lines.slice(Math.max(end, notice + 1)))
    if (HAN.test(text) && text.length > LONG && ENDS.test(text) && !NOTICE.test(text))
      doubts.push({ line: number, text: `聲明之後還有一長段「${text.slice(0, 16)}……」，當作聲明的一部分；若是正文，請放回去` });
  return end;
}

const isTail = (line: Line): boolean => {
  const { text } = line;
  return (
    RULE.test(text) ||
    CREDIT.test(text) ||
    (TAIL.test(text) && text.length <= LONG) ||
    (/^[（(]/.test(text) && readByline(line) !== undefined)
  );
};
