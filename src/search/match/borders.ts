import type { Normal } from './normal.ts';

const WORD = /^[\p{Script=Latin}\d]{2}$/u;
/** What Han and Arabic numbers are written with; what a query is cut into never separates two of these. */
export const NUMERAL = '\\d〇零一二兩两三四五六七八九十百千萬万億亿兆%';
const NUMBER = new RegExp(`^[${NUMERAL}]{2}$`);
const DECIMAL = /\d[.,]\d/;

/** Whether a place of a text lies inside a Latin word or a number. */
export function isInside(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 1), at + 1);
  return (
    at > 0 &&
    (WORD.test(around) ||
      NUMBER.test(around) ||
      DECIMAL.test(text.slice(at - 1, at + 2)) ||
      DECIMAL.test(text.slice(Math.max(0, at - 2), at + 1)))
  );
}

/** Whether a match in a text, [start, end), neither begins nor ends inside a Latin word or a number; a space in the text parts words. */
export function isWhole({ text, from, to }: Normal, start: number, end: number): boolean {
  return ![start, end].some((at) => from[at] === to[at - 1] && isInside(text, at));
}
