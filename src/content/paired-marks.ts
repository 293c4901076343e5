import { marksOf, nested, pairUp, type Mark, type Pair, type Quotes } from '../text/quotes.ts';
import { WIDE } from './source-text.ts';
import type { Mend, TextFault } from './text-faults.ts';

const QUOTES = ['「」', '『』', '“”', '‘’', '〝〞', '""', '＂＂', "''"];
const HAS_WIDE = new RegExp(WIDE, 'u');
const WORD = '[\\p{Script=Latin}\\p{N}]';
const HAS_WORD = new RegExp(WORD, 'u');
const GAP_BEFORE = new RegExp(`(?<=${WIDE}|${WORD})\\p{Zs}+$`, 'u');
const GAP_AFTER = new RegExp(`^\\p{Zs}+(?=${WIDE}|${WORD})`, 'u');

/** Half-width brackets that stand after Han, hold Han, or pair with a full-width one. */
export function bracketFaults(text: string): TextFault[] {
  const { pairs, lone } = pairUp(marksOf(text, ['()', '（）'], () => 'bracket'));
  const isHalf = (at: number): boolean => '()'.includes(text[at] ?? ' ');
  const isWrong = ({ open, close }: Pair): boolean =>
    isHalf(open) !== isHalf(close) || (isHalf(open) && HAS_WIDE.test(text.slice(0, open).trimEnd().slice(-1) + text.slice(open, close)));
  return [
    ...pairs.filter(isWrong).map(({ open, close }) => ({
      index: open,
      text: `「${text.slice(open, close + 1)}」在漢字旁用了半形括號，請寫（和）`,
      mends: [mendOf(text, open, '（'), mendOf(text, close, '）')],
    })),
    ...lone
      .filter(({ at }) => isHalf(at) && HAS_WIDE.test(text[at - 1] ?? ''))
      .map(({ at }) => ({ index: at, text: `漢字後的${text[at]}缺了另一半，請寫（和）` })),
  ];
}

/**
 * Quotation marks of another form beside or around Han. There is one answer where all marks of the text pair up: those of the form, by
 * depth.
 */
export function foreignQuotes(text: string, quotes: Quotes): TextFault[] {
  const isNative = (at: number): boolean => quotes.join('').includes(text[at] ?? ' ');
  const isOurs = ({ open, close }: Pair): boolean =>
    isNative(open) ||
    HAS_WIDE.test(text.slice(0, open).trimEnd().slice(-1) + text.slice(open + 1, close) + (text.slice(close + 1).trimStart()[0] ?? ''));
  const { pairs, lone } = pairUp(withoutSigns(text, marksOf(text, QUOTES)));
  const ours = nested(pairs.filter(isOurs));
  const broken = lone.map(({ at }) => at).filter((at) => isNative(at) || HAS_WIDE.test(`${text[at - 1] ?? ''}${text[at + 1] ?? ''}`));
  const mends = ours.flatMap(({ open, close, depth }) => {
    const [opening = '', closing = ''] = quotes[depth % 2]!;
    return [mendOf(text, open, opening), mendOf(text, close, closing)];
  });
  return [
    ...ours
      .filter(({ open }) => !isNative(open))
      .map(({ open, close }, index) => ({
        index: open,
        text: `${text[open]}和${text[close]}不是本文的引號，請寫${quotes.join('，引文裡面寫')}`,
        mends: index || broken.length ? [] : mends,
      })),
    ...broken.filter((at) => !isNative(at)).map((at) => ({ index: at, text: `${text[at]}不是本文的引號，也缺了另一半，請寫${quotes[0]}` })),
  ];
}

/** Leaves out apostrophes (OpenAI's, '90s), and the signs of inches and feet (6.7") that close nothing. */
function withoutSigns(text: string, marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const [left = '', unit = '', right = ''] = [text[mark.at - 1], text[mark.at], text[mark.at + 1]];
    const isWithinWord = /['’]/.test(unit) && HAS_WORD.test(left) && HAS_WORD.test(right);
    const isOpen = kept.filter(({ opens, closes }) => opens === mark.opens && closes === mark.closes).length % 2 === 1;
    const isSign = /["']/.test(unit) && !isOpen && (/\d/.test(left) || (unit === "'" && /\d/.test(right)));
    if (!isWithinWord && !isSign) kept.push(mark);
  }
  return kept;
}

/** Writes a mark anew, without the spaces typed between it and a word, which a full-width mark brings along. */
function mendOf(text: string, at: number, by: string): Mend {
  const before = GAP_BEFORE.exec(text.slice(0, at))?.[0].length ?? 0;
  const after = GAP_AFTER.exec(text.slice(at + 1))?.[0].length ?? 0;
  return [at - before, at + 1 + after, by];
}
