import { forms, master } from '../text/forms.ts';
import { passageProblems } from '../text/passages.ts';
import { quoteProblems } from '../text/quotes.ts';
import { bracketFaults, foreignQuotes } from './paired-marks.ts';
import { simplifiedIn } from './simplified.ts';
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
    (_, around) => `“${around}” has a typed space between Han and Latin: remove it, the style sheet makes the gap`,
    () => '',
  ),
  rule(
    `(?<=${WIDE})[,:;?!]+(?:\\p{Zs}+(?=${WIDE}|${WORD}))?|(?<=${WORD})[,:;]\\p{Zs}*(?=${HAN})`,
    (found, around) => `“${around}” has a half-width ${found.trim()} beside Han: write ${toFull(found)}`,
    toFull,
  ),
  rule(
    `(?<=${WIDE})\\.{3,}|\\.{3,}(?=${WIDE})`,
    (_, around) => `“${around}” has half-width dots beside Han: write ……`,
    () => '……',
  ),
  rule(
    `(?<=${WIDE})\\.(?=[」』）]|\\s*(?:$|\\{[#.]|\\[\\^))`,
    (_, around) => `“${around}” has a half-width dot after Han: write 。`,
    toFull,
  ),
  rule(`(?<=${WIDE})\\.(?=\\s*(?![」』）])${WIDE})`, (_, around) => `“${around}” has a half-width dot between Han: write 。 or ・`),
  rule(
    '[[［][\\^＾]\\p{Nd}+[\\]］](?<!\\[\\^\\d+\\])',
    (found) => `${found} is written with full-width marks: write ${toHalf(found)}`,
    toHalf,
  ),
  rule(
    '[{｛][#＃][\\w０-ｚ－-]*[}｝](?<!\\{#[\\w-]*\\})(?=\\s*$)',
    (found) => `${found} is written with full-width marks: write ${toHalf(found)}`,
    toHalf,
  ),
  rule(
    `^\\p{Zs}+(?=${WIDE}|\\p{L})`,
    () => 'begins with a space: remove it',
    () => '',
  ),
  rule(`^\\p{Zs}+(?!${WIDE}|[\\p{L}\\p{Zs}])`, () => 'begins with a space: remove it'),
  rule(
    '[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}](?<![\\n\\r\\t])(?<!\\p{Extended_Pictographic}\\uFE0F?\\u200D)',
    (found) => `holds a character that nobody sees, U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}: remove it`,
  ),
  rule('[\\p{Surrogate}\\uFFFD]', () => 'holds a broken character (half of one, or U+FFFD): type it again'),
];
const stray = rule(
  '[{｛] *[#＃]|\\{p\\d|[[［][\\^＾]',
  (found) => `“${found}” would be shown as it is: write {#p5-3} at the end of a paragraph, [^2] within it`,
);
const inPlain = rule(
  '\\*\\*|~~|`|\\]\\(|&#?\\w+;|</?[a-z][^<>]*>|<!--',
  (found) => `“${found}” would be shown as it is, this is plain text: write it without marks`,
);

/** For speed: without one of these no rule of Chinese can match; without any of those, no rule but that of shapes. */
const CHINESE = /[^\x20-\x7e]/;
const SUSPECT = /[\s!"'(),.:;<>?[\]`{}~*]|[^\x21-\x7e\u4E00-\u9FFF\u3001-\u3011\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F]/;

const formIds = forms.slice(1).map(({ id }) => id);

/** Everything wrong with the words of a text; in one of another language's, Han may have any shape. `quotes` are those that its form has. */
export function textFaults(source: string, markup: Markup, isChinese = true, quotes = master.quotes): TextFault[] {
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
  const simplified = isChinese && master.opencc !== 'cn' ? simplifiedIn(text) : [];
  const shape = `${simplified.join('')} ${simplified.length > 1 ? 'are' : 'is'} Simplified: write the Traditional shape, or -{${simplified[0]}}- where it is meant`;
  return [
    ...marks,
    ...(SUSPECT.test(text) ? [...rules.flatMap((row) => apply(row, text)), ...bracketFaults(text), ...foreignQuotes(text, quotes)] : []),
    ...(simplified.length ? [{ index: text.indexOf(simplified[0]!), text: shape }] : []),
    ...quoteProblems(source, quotes),
    ...passageProblems(source, formIds),
  ];
}
