const DIGITS = '〇一二三四五六七八九';

/** The number of the last point that there may be. */
export const LAST_NUMBER = 999;

/**
 * The Han numeral of a point's number, the same in every form: 5 → 五, 10 → 十, 21 → 二十一, 105 → 一百〇五. Throws a RangeError outside
 * 1–999.
 */
export function hanNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > LAST_NUMBER)
    throw new RangeError(`No Han numeral for ${number}: points are numbered 1 to ${LAST_NUMBER}.`);
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const middle = tens ? `${tens > 1 || hundreds ? DIGITS[tens] : ''}十` : hundreds && ones ? '〇' : '';
  return (hundreds ? `${DIGITS[hundreds]}百` : '') + middle + (ones ? DIGITS[ones] : '');
}

/** A day in Han numerals, as on a title page: 2026-11-24 → 二〇二六年十一月二十四日. */
export function hanDate(day: string): string {
  const [year = '', month, date] = day.split('-');
  return `${[...year].map((digit) => DIGITS[Number(digit)]).join('')}年${hanNumeral(Number(month))}月${hanNumeral(Number(date))}日`;
}
