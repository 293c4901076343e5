import { NUMERAL } from './borders.ts';

const DIGITS = '〇一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
/** The greatest first; 兆 is what Taiwan says for 萬億. */
const UNITS: readonly (readonly [name: string, value: number])[] = [
  ['萬億', 1e12],
  ['兆', 1e12],
  ['億', 1e8],
  ['萬', 1e4],
  ['', 1],
];
/** Characters that are read as others. */
const ALIKE: Readonly<Record<string, string>> = { 万: '萬', 亿: '億', 两: '二', 兩: '二', 零: '〇', 点: '點', 号: '號' };

const ARABIC = '(?:[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d*|0(?=\\.))(?:\\.\\d+)?';
const HAN = '[一二三四五六七八九十](?:點?[〇一二三四五六七八九十百千萬億])';
/** A single Han numeral is a number only before these, as in 一月 and 第一季; else it is part of a word. */
const COUNTED = /[年月日號季]/;
/** Two digits side by side make a word, 十五五 or 二三十, except behind the point. */
const NO_NUMBER = /^[^點]*[一二三四五六七八九][〇一二三四五六七八九]/;
const NUMBER = new RegExp(
  `(?<![${NUMERAL}\\p{Script=Latin}]|\\d[.,])(?:` +
    [
      '(?<date>[12]\\d{3}[-/](?:0[1-9]|1[0-2])(?:[-/](?:0[1-9]|[12]\\d|3[01]))?)',
      '(?<year>[12]\\d{3}|[一二][〇一二三四五六七八九]{3})(?=年)',
      `(?<share>${ARABIC})%`,
      `百分之(?<parts>${ARABIC}|${HAN}*)`,
      '(?<tenths>[一二三四五六七八九])成(?<more>[一二三四五六七八九半])?',
      `(?<amount>${ARABIC})(?<unit>萬億|[兆億萬])?`,
      `(?<han>${HAN}+|[一二三四五六七八九十](?=${COUNTED.source}))`,
    ].join('|') +
    `)(?![${NUMERAL}\\p{Script=Latin}]|[.,]\\d)`,
  'gu',
);

/** A term in the other writings of its numbers: 1600億 as 1,600億 and 一千六百億, 2026-01 as 2026年1月, 七成 as 70%. In normal form. */
export function numberWritings(term: string): string[] {
  const plain = Array.from(term, (character) => ALIKE[character] ?? character).join('');
  const numbers = Array.from(plain.matchAll(NUMBER), ({ index, 0: { length }, groups = {} }) => ({
    index,
    length,
    writings: writingsOf(groups).filter(
      (writing) => writing.length > 1 || /\d/.test(writing) || COUNTED.test(plain.charAt(index + length)),
    ),
  }));
  const most = Math.max(0, ...numbers.map(({ writings }) => writings.length));
  const all = Array.from({ length: most }, (_, way) => {
    let at = 0;
    const parts = numbers.map(({ index, length, writings }) => {
      const before = term.slice(at, index);
      at = index + length;
      return before + (writings[way] ?? writings[0] ?? '');
    });
    return parts.join('') + term.slice(at);
  });
  return [...new Set(all)].filter((writing) => writing !== term);
}

/** Every writing of a number: with Arabic digits, with commas, with Han numerals, then others. */
function writingsOf(found: Record<string, string | undefined>): string[] {
  const { date, year, share, parts, tenths, more = '', amount, unit = '', han = '' } = found;
  if (date) return [dateOf(date)];
  if (year) {
    const digits = Array.from(year, (digit) => Math.max(DIGITS.indexOf(digit), Number(digit) || 0));
    return [digits.join(''), digits.join(''), digits.map((digit) => DIGITS[digit]).join('')];
  }
  if (share ?? parts) return shares(valueOf(share ?? parts ?? ''));
  if (NO_NUMBER.test(han)) return [];
  if (tenths) return shares(valueOf(tenths) * 10 + (more === '半' ? 5 : valueOf(more)));
  return amounts(amount ? valueOf(amount) * (UNITS.find(([name]) => name === unit)?.[1] ?? 1) : valueOf(han));
}

function dateOf(date: string): string {
  const [year, month, day] = date.split(/[-/]/).map(Number);
  return `${year}年${month}月${day ? `${day}日` : ''}`;
}

function shares(value: number): string[] {
  const [tenths, rest] = [Math.floor(value / 10), value % 10];
  const parts = `百分之${inHan(value)}`;
  return [
    `${value}%`,
    `${value}%`,
    parts,
    tenths > 0 && tenths < 10 && Number.isInteger(rest) ? `${DIGITS[tenths]}成${rest ? DIGITS[rest] : ''}` : parts,
  ];
}

function amounts(value: number): string[] {
  const written = UNITS.map(([name, size]) => ({ name, number: Number((value / size).toPrecision(12)) })).filter(
    ({ number }) => number >= 1 && /^\d+(\.\d\d?)?$/.test(String(number)),
  );
  const first = written[0];
  if (!first) return [];
  const han = Number.isInteger(first.number) ? inHan(value) : inHan(first.number) + first.name;
  const each = written.flatMap(({ name, number }) => [number + name, number.toLocaleString('en') + name]);
  return [each[0] ?? '', each[1] ?? '', han, ...each.slice(2)];
}

/** The value of a number in Arabic digits or Han numerals: 3,800 and 三千八百. */
function valueOf(text: string): number {
  if (/^[\d.,]*$/.test(text)) return Number(text.replaceAll(',', ''));
  const [whole = '', decimals = ''] = text.split('點');
  let [total, section, digit] = [0, 0, 0];
  for (const character of whole) {
    const place = PLACES.indexOf(character);
    const unit = UNITS.find(([name]) => name === character)?.[1];
    if (unit) [total, section, digit] = [section + digit ? total + (section + digit) * unit : total * unit, 0, 0];
    else if (place > 0) [section, digit] = [section + (digit || 1) * 10 ** place, 0];
    else digit = DIGITS.indexOf(character);
  }
  return Number(`${total + section + digit}.${Array.from(decimals, (character) => DIGITS.indexOf(character)).join('')}`);
}

/** A number from 0 in Han numerals: 1600 → 一千六百, 49.2 → 四十九點二. */
function inHan(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const tail = decimals ? `點${Array.from(decimals, (digit) => DIGITS[Number(digit)]).join('')}` : '';
  const unit = UNITS.find(([name, size]) => name.length === 1 && name !== '兆' && Number(whole) >= size);
  if (unit) {
    const rest = Number(whole) % unit[1];
    return inHan(Math.floor(Number(whole) / unit[1])) + unit[0] + (rest ? (rest < unit[1] / 10 ? '零' : '') + inHan(rest) : '') + tail;
  }
  const digits = [...whole].map((digit, index) =>
    digit === '0' ? '零' : (DIGITS[Number(digit)] ?? '') + PLACES[whole.length - index - 1],
  );
  return (
    (digits
      .join('')
      .replace(/零+/g, '零')
      .replace(/(?<=.)零$/, '')
      .replace(/^一十/, '十') || '〇') + tail
  );
}
