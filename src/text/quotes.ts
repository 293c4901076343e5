/** The quotation marks of a written form: the outer pair, then the pair within it. */
export type Quotes = readonly [outer: string, inner: string];

/** A mark at a place of a text, and what it may open and close, by the pair: a straight quotation mark does either. */
export interface Mark {
  at: number;
  opens: string | undefined;
  closes: string | undefined;
}

/** Where two marks that belong together stand. */
export interface Pair {
  open: number;
  close: number;
}

/** The marks of a text that are halves of the given pairs, such as 「」; pairs of one kind may close each other. */
export function marksOf(text: string, pairs: readonly string[], kindOf = (pair: string): string => pair): Mark[] {
  return [...text.matchAll(new RegExp(`[${pairs.join('')}]`, 'g'))].map(({ 0: mark, index }) => {
    const pair = pairs.find((both) => both.includes(mark)) ?? '';
    return { at: index, opens: mark === pair[0] ? kindOf(pair) : undefined, closes: mark === pair[1] ? kindOf(pair) : undefined };
  });
}

/**
 * Pairs marks up, in the order of those that open; what was opened within a pair and not closed there is lone, as all without another
 * half.
 */
export function pairUp(marks: readonly Mark[]): { pairs: Pair[]; lone: Mark[] } {
  const open: Mark[] = [];
  const pairs: Pair[] = [];
  const lone: Mark[] = [];
  for (const mark of marks) {
    const at = mark.closes ? open.findLastIndex(({ opens }) => opens === mark.closes) : -1;
    if (at >= 0) {
      const [first = mark, ...rest] = open.splice(at);
      pairs.push({ open: first.at, close: mark.at });
      lone.push(...rest);
    } else if (mark.opens) open.push(mark);
    else lone.push(mark);
  }
  return { pairs: pairs.sort((a, b) => a.open - b.open), lone: [...lone, ...open].sort((a, b) => a.at - b.at) };
}

/** Pairs, in the order of those that open, each with how many of them are around it. */
export function nested(pairs: readonly Pair[]): (Pair & { depth: number })[] {
  const around: Pair[] = [];
  return pairs.map((pair) => {
    while (around.length && around.at(-1)!.close < pair.open) around.pop();
    return { ...pair, depth: around.push(pair) - 1 };
  });
}

const quoteMarks = (text: string, quotes: Quotes): Mark[] => marksOf(text, quotes).filter(({ at }) => !isApostrophe(text, at));

/**
 * Gives the quotation marks of a text the shape that another form has at their depth. A mark without its other half, such as an
 * apostrophe, stays.
 */
export function requote(text: string, source: Quotes, target: Quotes): string {
  if (source.join() === target.join()) return text;
  const units = text.split('');
  for (const { open, close, depth } of nested(pairUp(quoteMarks(text, source)).pairs))
    [units[open], units[close]] = target[depth % 2]!.split('') as [string, string];
  return units.join('');
}

/** What is wrong with the quotation marks of a text, and at which index; apostrophes are none. */
export function quoteProblems(text: string, quotes: Quotes): { index: number; text: string }[] {
  const { pairs, lone } = pairUp(quoteMarks(text, quotes));
  const misplaced = nested(pairs).filter(({ open, depth }) => !quotes[depth % 2]!.includes(text[open]!));
  return [
    ...lone.map(({ at, opens }) => ({ index: at, text: `${text[at]}${opens ? '有頭無尾' : '有尾無頭'}，請補上另一半` })),
    ...misplaced.map(({ open, depth }) => ({
      index: open,
      text: `${text[open]}在引文${depth ? '裡面' : '外面'}，這裡請寫${quotes[depth % 2]}`,
    })),
  ];
}

const LATIN = /[\p{Script=Latin}\p{N}]/u;

/** Whether ’ is an apostrophe within a Latin word, as in OpenAI’s: between Latin letters, and not the mark that closes a ‘ before it. */
function isApostrophe(text: string, index: number): boolean {
  if (text[index] !== '’' || !LATIN.test(text[index - 1] ?? '') || !LATIN.test(text[index + 1] ?? '')) return false;
  const next = /[‘’“”]/.exec(text.slice(index + 1))?.[0];
  return next === '’' || !text.slice(0, index).includes('‘');
}
