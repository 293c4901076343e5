const DIGITS = '〇一二三四五六七八九';

/**
 * The Han numeral of a whole number from 1 to 99, as points are numbered: 5 → 五, 10 → 十, 21 → 二十一.
 * The characters are the same in every written form. Throws a RangeError outside 1–99.
 */
export function hanNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99)
    throw new RangeError(`No Han numeral for ${number}: points are numbered 1 to 99.`);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return (tens > 1 ? DIGITS[tens] : '') + (tens ? '十' : '') + (ones ? DIGITS[ones] : '');
}

/** A day in Han numerals, as on a title page: 2026-11-24 → 二〇二六年十一月二十四日. */
export function hanDate(day: string): string {
  const [year = '', month, date] = day.split('-');
  return `${[...year].map((digit) => DIGITS[Number(digit)]).join('')}年${hanNumeral(Number(month))}月${hanNumeral(Number(date))}日`;
}
