import type { Line } from './lines.ts';
import { numberingOf, type Numbering } from './numbering.ts';
import type { Doubt } from './pieces.ts';

/** A line that begins a point. */
export interface Heading extends Numbering {
  line: Line;
  /** Which of the lines it is. */
  at: number;
}

/** The headings of an article in order, the lines of a table of contents, and what is odd about the numbering. */
export interface Headings {
  headings: Heading[];
  contents: Line[];
  doubts: Doubt[];
}

const wordsOf = ({ line, length }: Heading): string => line.text.slice(length).replace(/[\s。*]/g, '');
/** Whether a line may be a title: sentences that count in a lead, 第一，…… 第二，……, are longer. */
const isShort = ({ line, length }: Heading): boolean => line.text.length - length <= 60 && !/[。；].*[^。」』”）]/.test(line.text);
/** Whether the next one follows with nothing between them, as the items of a list do. */
const isNext = (one: Heading | undefined, next: Heading | undefined): boolean => one !== undefined && next?.at === one.at + 1;

/**
 * Finds the lines that begin the points: those numbered as the first one is, and where a number is missing there, lines that bear it in
 * another way of numbering. A list within a point is none; what skips, repeats or runs backwards is told, not mended.
 */
export function findHeadings(lines: readonly Line[]): Headings {
  const all = lines.flatMap((line, at): Heading[] => {
    const numbering = numberingOf(line.text);
    return numbering ? [{ ...numbering, line, at }] : [];
  });
  const contents = tableOfContents(all);
  const candidates = all.filter((candidate) => !contents.includes(candidate));
  const family = mainFamily(candidates);
  const { own, doubts } = withoutLists(candidates.filter((candidate) => candidate.family === family));
  const headings = fillGaps(own, candidates);
  if (contents.length) doubts.push({ line: contents[0]!.line.number, text: `第一則之前的${contents.length}行像是目錄，沒有放進正文` });
  return { headings, contents: contents.map(({ line }) => line), doubts: [...doubts, ...oddNumbers(headings)] };
}

/** Lines one below the other that come again further down, each with its text. */
function tableOfContents(all: readonly Heading[]): Heading[] {
  const goesOn = (one: Heading, index: number): boolean => isNext(one, all[index + 1]) && all[index + 1]!.number > one.number;
  const end = all.findIndex((one, index) => !goesOn(one, index)) + 1;
  const list = all.slice(0, end);
  return list.length > 1 &&
    list.every((one) => all.slice(end).some((other) => other.number === one.number && wordsOf(other) === wordsOf(one)))
    ? list
    : [];
}

/** Markdown headings, where there are any; else the way in which the first one is numbered. */
function mainFamily(candidates: readonly Heading[]): string | undefined {
  const strong = candidates.filter(({ isWeak }) => !isWeak);
  const marked = strong.filter(({ family }) => family.startsWith('#')).map(({ family }) => family);
  const [level] = marked.sort((a, b) => a.length - b.length);
  const short = strong.filter(isShort);
  const pool = short.length ? short : strong.length ? strong : candidates.filter(({ number }, index) => number === index + 1);
  return level ?? (strong.length || pool.length > 1 ? (pool.find(({ number }) => number === 1) ?? pool[0])?.family : undefined);
}

/** Takes out what begins a sentence, and the lists that stand within points. */
function withoutLists(candidates: readonly Heading[]): { own: Heading[]; doubts: Doubt[] } {
  const own: Heading[] = [];
  const doubts: Doubt[] = [];
  for (let index = 0; index < candidates.length; index += 1) {
    const one = candidates[index]!;
    const next = (own.at(-1)?.number ?? 0) + 1;
    const run = runFrom(candidates, index, next);
    const isTight = run.length > 1 && run.slice(1).every((item, step) => isNext(run[step], item));
    const isResumed = candidates.slice(index + run.length).some(({ number }) => number === next);
    if (one.number === 1 && own.length && (isTight || isResumed)) {
      doubts.push({
        line: one.line.number,
        text: `從這一行起，編號又從1到${run.length}，當作第${own.at(-1)?.number}則裡的條列，留在內文`,
      });
      index += run.length - 1;
    } else if (!one.isWeak || one.number === next) own.push(one);
  }
  return { own, doubts };
}

/** The candidates that number on from one; up to the next point's number, where that comes only here. */
function runFrom(candidates: readonly Heading[], index: number, next: number): Heading[] {
  const first = candidates[index]!.number;
  const broken = candidates.findIndex(({ number }, at) => at >= index && number !== first + at - index);
  const run = candidates.slice(index, broken < 0 ? undefined : broken);
  const at = run.findIndex(({ number }) => number === next);
  const comesAgain = candidates.slice(index + run.length).some(({ number }) => number === next);
  return at > 0 && !comesAgain ? run.slice(0, at) : run;
}

/** Adds, where a number is missing between two headings or after the last, the line that bears it in another way of numbering. */
function fillGaps(own: readonly Heading[], candidates: readonly Heading[]): Heading[] {
  const filled: Heading[] = [];
  const others = candidates.filter((candidate) => !own.includes(candidate) && !candidate.isWeak);
  const find = (number: number, from: number, to: number): Heading | undefined =>
    others.find(
      (one) =>
        one.number === number &&
        one.at > from &&
        one.at < to &&
        // The item of a list has the one before it above.
        !others.some(({ family, number, at }) => family === one.family && number === one.number - 1 && at > from && at < one.at),
    );
  for (const next of [...own, undefined]) {
    for (;;) {
      const last = filled.at(-1);
      const wanted = (last?.number ?? 0) + 1;
      if (next && next.number <= wanted) break;
      const found = find(wanted, last?.at ?? -1, next?.at ?? Infinity);
      if (!found) break;
      filled.push(found);
    }
    if (next) filled.push(next);
  }
  return filled;
}

/** What skips, repeats or runs backwards. */
function oddNumbers(headings: readonly Heading[]): Doubt[] {
  return headings.flatMap(({ number, line }, index): Doubt[] => {
    const before = headings[index - 1]?.number ?? 0;
    if (number === before + 1) return [];
    const what = number === before ? '重複' : number < before ? '倒退' : '跳號';
    return [{ line: line.number, text: `編號${what}：${before ? `第${before}則之後是` : '第一則的編號是'}${number}，請核對原文` }];
  });
}
