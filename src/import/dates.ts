/** A day found in a text: where, how long in UTF-16 units, and as YYYY-MM-DD where the calendar has it. */
export interface FoundDay {
  index: number;
  length: number;
  day: string | undefined;
}

const CLOCK = '(?:\\s*(?:星期|週|周)[一二三四五六日天])?(?:[\\sT]*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?';
const DAY = new RegExp(
  `(?<!\\d)(\\d{4})\\s*[年./．-]\\s*(\\d{1,2})\\s*[月./．-]\\s*(\\d{1,2})(?!\\d)\\s*[日號号]?${CLOCK}|([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日${CLOCK}`,
);
const DIGITS = '〇一二三四五六七八九';

/** The first day that a text names with its year. */
export function dayIn(text: string): FoundDay | undefined {
  const found = DAY.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, date = 0] = found.slice(1).filter(Boolean).map(valueOf);
  const day = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
  const time = new Date(`${day}T00:00:00Z`);
  const isReal = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
  return { index: found.index, length: found[0].length, day: isReal ? day : undefined };
}

function valueOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const digit = (character: string): number => Math.max(0, DIGITS.indexOf(character.replace(/[零○]/, '〇')));
  if (!numeral.includes('十')) return [...numeral].reduce((value, character) => value * 10 + digit(character), 0);
  const [tens = '', ones = ''] = numeral.split('十');
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}
