import { forms, master, type Form } from '../text/forms.ts';
import { passageProblems } from '../text/passages.ts';
import { quoteProblems } from '../text/quotes.ts';
import { bracketFaults, foreignQuotes } from './paired-marks.ts';
import { simplifiedIn, traditionalIn } from './simplified.ts';
import { ENDING, HOLE, WIDE } from './source-text.ts';

/** What replaces the units of a text from one index to another. */
export type Mend = readonly [from: number, to: number, by: string];

/** Something wrong in a text: where, what, and how to mend it; `mends` where there is one answer. */
export interface TextFault {
  index: number;
  text: string;
  mends?: Mend[];
}

/** What a text may hold: plain words only, in a heading with an id at its end; inline Markdown too; citations and an id at its end too. */
export type Markup = 'none' | 'heading' | 'inline' | 'unit';

interface Rule {
  pattern: RegExp;
  say(found: string, around: string): string;
  mend?(found: string): string;
}

const HAN = '\\p{Script=Han}';
const WORD = '[\\p{Script=Latin}\\p{N}]';
/** Passages set by hand, and addresses. */
const APART = /-\{[^{}]*\}-|(?:https?:\/\/|www\.)[\x21-\x7e]+/g;
const FULL: Record<string, string> = { ',': '，', '.': '。', ':': '：', ';': '；', '?': '？', '!': '！' };
const toFull = (found: string): string => found.trim().replace(/./g, (mark) => FULL[mark] ?? mark);
const toHalf = (found: string): string => found.normalize('NFKC');
const LAST = `\\s*${ENDING}\\s*$`;
/** What a text may hold besides its words. */
const MARKS: Partial<Record<Markup, RegExp>> = {
  heading: new RegExp(LAST, 'gu'),
  unit: new RegExp(`[[［][\\^＾]\\p{Nd}+[\\]］]|${LAST}`, 'gu'),
};

const rule = (pattern: string, say: Rule['say'], mend?: Rule['mend']): Rule => ({
  pattern: new RegExp(pattern, 'giu'),
  say,
  ...(mend && { mend }),
});

/** What is wrong in a Chinese text (CLREQ 3.1: marks are full-width; the gap beside Latin is the style sheet's). */
const rules: Rule[] = [
  rule(
    `(?<=${WIDE})\\p{Zs}+(?=${WORD})|(?<=${WORD})\\p{Zs}+(?=${WIDE})`,
    (_, around) => `「${around}」的漢字和英文、數字之間有空格，請刪掉，間距由版面處理`,
    () => '',
  ),
  rule(
    `(?<=${WIDE})[,:;?!]+(?:\\p{Zs}+(?=${WIDE}|${WORD}))?|(?<=${WORD})[,:;]\\p{Zs}*(?=${HAN})`,
    (found, around) => `「${around}」在漢字旁用了半形的${found.trim()}，請寫${toFull(found)}`,
    toFull,
  ),
  rule(
    `(?<=${WIDE})\\.{3,}|\\.{3,}(?=${WIDE})`,
    (_, around) => `「${around}」在漢字旁用了半形的刪節號，請寫……`,
    () => '……',
  ),
  rule(`(?<=${WIDE})\\.(?=[」』）]|\\s*(?:$|\\{[#.]|\\[\\^))`, (_, around) => `「${around}」在漢字後用了半形的點，請寫。`, toFull),
  rule(`(?<=${WIDE})\\.(?=\\s*(?![」』）])${WIDE})`, (_, around) => `「${around}」在漢字之間用了半形的點，請寫。或・`),
  rule('[[［][\\^＾]\\p{Nd}+[\\]］](?<!\\[\\^\\d+\\])', (found) => `${found}用了全形的符號，請寫${toHalf(found)}`, toHalf),
  rule('[{｛][#＃][\\w０-ｚ－-]*[}｝](?<!\\{#[\\w-]*\\})(?=\\s*$)', (found) => `${found}用了全形的符號，請寫${toHalf(found)}`, toHalf),
  rule(
    `^\\p{Zs}+(?=${WIDE}|\\p{L})`,
    () => '開頭有空格，請刪掉',
    () => '',
  ),
  rule(`^\\p{Zs}+(?!${WIDE}|[\\p{L}\\p{Zs}])`, () => '開頭有空格，請刪掉'),
  rule(
    '[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}](?<![\\n\\r\\t])(?<!\\p{Extended_Pictographic}\\uFE0F?\\u200D)',
    (found) => `有一個看不見的字元，U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}，請刪掉`,
  ),
  rule('[\\p{Surrogate}\\uFFFD]', () => '有一個壞掉的字元（半個字，或U+FFFD），請重新輸入'),
];
const stray = rule(
  '[{｛] *[#＃]|\\{p\\d|[[［][\\^＾]',
  (found) => `「${found}」會照樣顯示出來，編號{#p5-3}請寫在段落最後，引用[^2]寫在段落裡`,
);
const inPlain = rule('\\*\\*|~~|`|\\]\\(|&#?\\w+;|</?[a-z][^<>]*>|<!--', (found) => `「${found}」會照樣顯示出來，這裡是純文字，請拿掉符號`);

/** For speed: without one of these no rule of Chinese can match; without any of those, no rule but that of shapes. */
const CHINESE = /[^\x20-\x7e]/;
const SUSPECT = /[\s!"'(),.:;<>?[\]`{}~*]|[^\x21-\x7e\u4E00-\u9FFF\u3001-\u3011\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F]/;

const formIds = forms.slice(1).map(({ id }) => id);

/** Everything wrong with the words of a text in a written form; in one of another language's, Han may have any shape. */
export function textFaults(source: string, markup: Markup, isChinese = true, { quotes, opencc }: Form = master): TextFault[] {
  const text = source.replace(APART, (apart) => HOLE.repeat(apart.length));
  const words = text.replace(MARKS[markup] ?? /(?!)/, (mark) => HOLE.repeat(mark.length));
  const apply = ({ pattern, say, mend }: Rule, within: string): TextFault[] =>
    [...within.matchAll(pattern)].map(({ 0: found, index }) => {
      const end = index + found.length;
      const around = source.slice(Math.max(0, index - 2), end + 2).trim();
      // Elsewhere brackets may be those of a list.
      const isMended = mend && (mend !== toHalf || markup === 'unit');
      return { index, text: say(found, around), ...(isMended && { mends: [[index, end, mend(found)]] }) };
    });
  const marks = [...apply(stray, words), ...(markup === 'none' || markup === 'heading' ? apply(inPlain, words) : [])];
  if (!CHINESE.test(text)) return marks;
  const [foreign, theirs, ours] = opencc === 'cn' ? [traditionalIn, '繁體', '簡體'] : [simplifiedIn, '簡體', '繁體'];
  const odd = isChinese ? foreign(text) : [];
  const shape = `${odd.join('')}是${theirs}字，請寫${ours}；本來就要寫它，用-{${odd[0]}}-`;
  return [
    ...marks,
    ...(SUSPECT.test(text) ? [...rules.flatMap((row) => apply(row, text)), ...bracketFaults(text), ...foreignQuotes(text, quotes)] : []),
    ...(odd.length ? [{ index: text.indexOf(odd[0]!), text: shape }] : []),
    ...quoteProblems(source, quotes),
    ...passageProblems(source, formIds),
  ];
}
