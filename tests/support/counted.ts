const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 萬: 1e4, 億: 1e8, 萬億: 1e12, 兆: 1e12 };
const SIMPLE: Readonly<Record<string, string>> = { 万: '萬', 亿: '億', 两: '二', 兩: '二', 零: '〇', 点: '點', 号: '號' };
const EDGE = '[\\d〇一二三四五六七八九十百千萬億兆%a-z]';
const HAN = '[一二三四五六七八九十][〇一二三四五六七八九十百千萬億點]*';
const ARABIC = '(?:[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d*|0(?=[.]))(?:[.]\\d+)?';
const NUMBER = new RegExp(
  `(?<!${EDGE}|\\d[.,])(?:([12]\\d{3})[-/](0[1-9]|1[0-2])(?:[-/](0[1-9]|[12]\\d|3[01]))?|([12]\\d{3}|[一二][〇一二三四五六七八九]{3})(?=年)|百分之(${ARABIC}|${HAN})|(${ARABIC})%|([一二三四五六七八九])成([一二三四五六七八九半]?)|(${ARABIC}(?:萬億|[萬億兆])?)|(${HAN}))(?!${EDGE}|[.,]\\d)`,
  'g',
);

/**
 * A text in plain form with each of its numbers as «value»: what search must find alike. A lone Han numeral counts as a word, except
 * before a unit of time.
 */
export function counted(text: string): string {
  const simple = Array.from(text, (character) => SIMPLE[character] ?? character).join('');
  return simple.replace(NUMBER, (found: string, year, month, day, years, parts, share, tenths, more, arabic, han, at: number) => {
    if (year) return `«${year}»年«${Number(month)}»月${day ? `«${Number(day)}»日` : ''}`;
    if (years) return `«${Array.from(years as string, (digit) => (DIGITS.includes(digit) ? DIGITS.indexOf(digit) : digit)).join('')}»`;
    if (parts ?? share) return `«${value(parts ?? share)}%»`;
    if (tenths) return `«${value(tenths) * 10 + (more === '半' ? 5 : more ? value(more) : 0)}%»`;
    if (han && /^[^點]*[一二三四五六七八九][〇一二三四五六七八九]/.test(han as string)) return found;
    if (han && han.length === 1 && !/[年月日號季]/.test(simple.charAt(at + 1))) return found;
    const number = value(arabic ?? han);
    return number < 10 && !/[年月日號季]/.test(simple.charAt(at + found.length)) ? found : `«${number}»`;
  });
}

function value(text: string): number {
  const [, digits, unit = ''] = /^([\d.,]+)(.*)$/.exec(text) ?? [];
  if (digits) return Number((Number(digits.replaceAll(',', '')) * (UNITS[unit] ?? 1)).toPrecision(12));
  const at = text.search(/[萬億](?!.*億)/);
  for (const unit of ['億', '萬', '千', '百', '十']) {
    const split = text.lastIndexOf(unit);
    if (split < 0 || (at >= 0 && unit === '萬' && text.includes('億'))) continue;
    const before = text.slice(0, split);
    return (before ? value(before) : 1) * UNITS[unit]! + (split + 1 < text.length ? value(text.slice(split + 1)) : 0);
  }
  const [whole = '', decimals = ''] = text.split('點');
  const read = (part: string): string => Array.from(part, (digit) => DIGITS.indexOf(digit)).join('');
  return Number(`${read(whole)}.${read(decimals)}`);
}
