import { hanNumeral, LAST_NUMBER } from '../text/numerals.ts';

/** The number that a line begins with, as a heading of a point does. */
export interface Numbering {
  number: number;
  /** Lines of one article that number alike; a Markdown heading numbers with those of its level. */
  family: string;
  /** Length of the number with its marks, in UTF-16 units of the line. */
  length: number;
  /** It may be the beginning of a sentence: it counts only where it is the next number. */
  isWeak: boolean;
}

const ARABIC = '[0-9０-９]{1,3}';
const HAN = '[〇一二三四五六七八九十百]{1,6}';
const ANY = `${ARABIC}|${HAN}`;
/** A number that goes on: 3.5%, 五、六月; a year may begin a title. */
const GOES_ON = /^[0-9０-９]+\s*\\?[.．、](?![0-9]{4}年)[0-9０-９]|^[〇一二三四五六七八九十]+\s*[.．、][〇一二三四五六七八九十]/;
/** What stands after 第一 where it counts something else than points: 第一次. */
const COUNTED = '[次季代個个位名批輪轮年月屆届期章節节天回種种手線线時时流大類类任步方者所]';

/** How points are numbered; one way more is one row more. */
const ways: readonly { family: string; pattern: RegExp; isWeak?: boolean }[] = [
  { family: 'arabic', pattern: new RegExp(`^(${ARABIC})\\s*\\\\?[.．、]`) },
  { family: 'brackets', pattern: new RegExp(`^[（(]\\s*(${ARABIC})\\s*[）)][.．、]?`) },
  { family: 'bracket', pattern: new RegExp(`^(${ARABIC})\\s*\\\\?[）)]`) },
  { family: 'han', pattern: new RegExp(`^(${HAN})\\s*[.．、]`) },
  { family: 'han brackets', pattern: new RegExp(`^[（(]\\s*(${HAN})\\s*[）)][.．、]?`) },
  { family: 'ordinal', pattern: new RegExp(`^第\\s*(${ANY})\\s*(?:[點点則则條条]\\s*[，,、：:.．]?|[，,、：:.．]|\\s)`) },
  { family: 'ordinal', pattern: new RegExp(`^第(${ANY})(?!${COUNTED}|[點点則则條条\\p{P}\\s〇一二三四五六七八九十])`, 'u'), isWeak: true },
];
/** In a Markdown heading a number needs no mark: ## 第1點, ## 1 標題. */
const BARE = new RegExp(`^(${ANY})(?=\\s)`);
const PREFIX = /^(#{1,6})?\s*(?:\*\*|__)?\s*/;
const AFTER = /^\s*(?:\*\*|__)?\s*/;

const numerals = new Map(Array.from({ length: LAST_NUMBER }, (_, index) => [hanNumeral(index + 1), index + 1]));

/** Reads the number at the beginning of a line; undefined where there is none. */
export function numberingOf(line: string): Numbering | undefined {
  const [prefix = '', hashes] = PREFIX.exec(line) ?? [];
  const rest = line.slice(prefix.length);
  for (const { family, pattern, isWeak = false } of hashes ? [...ways, { family: '', pattern: BARE }] : ways) {
    const found = pattern.exec(rest);
    const number = found && valueOf(found[1] ?? '');
    if (!found || !number) continue;
    const after = rest.slice(found[0].length);
    const length = prefix.length + found[0].length + (AFTER.exec(after)?.[0].length ?? 0);
    const goesOn = GOES_ON.test(rest);
    // 3.5% is one number; 五、六月 may be a title that begins with a number.
    if (goesOn && /[.．]$/.test(found[0])) return undefined;
    return { number, family: hashes ?? family, length, isWeak: isWeak || goesOn };
  }
  return undefined;
}

function valueOf(numeral: string): number | undefined {
  return numerals.get(numeral) ?? (Number(numeral.normalize('NFKC')) || undefined);
}
