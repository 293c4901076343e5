/** The quotation marks of a written form: the outer pair, then the pair within it. */
export type Quotes = readonly [outer: string, inner: string];

interface Mark {
  index: number;
  /** 0 for a mark of the outer pair, 1 for one of the inner pair. */
  level: number;
  opens: boolean;
}
interface Pair {
  open: Mark;
  close: Mark;
  /** How many pairs are around it. */
  depth: number;
}

/** Gives the quotation marks of a text the shape that another form has at their depth. A mark without its other half, such as an apostrophe, stays. */
export function requote(text: string, source: Quotes, target: Quotes): string {
  if (source.join() === target.join()) return text;
  const units = text.split('');
  for (const { open, close, depth } of pairs(text, source)) {
    const pair = target[depth % 2]!;
    units[open.index] = pair[0]!;
    units[close.index] = pair[1]!;
  }
  return units.join('');
}

/** What is wrong with the quotation marks of a text, and at which index; apostrophes are none. */
export function quoteProblems(text: string, quotes: Quotes): { index: number; text: string }[] {
  const paired = pairs(text, quotes);
  const known = new Set(paired.flatMap(({ open, close }) => [open.index, close.index]));
  const lone = marks(text, quotes).filter(({ index }) => !known.has(index));
  const misplaced = paired.filter(({ open, depth }) => open.level !== depth % 2);
  return [
    ...lone.map(({ index, opens }) => ({ index, text: `${text[index]}${opens ? '有頭無尾' : '有尾無頭'}，請補上另一半` })),
    ...misplaced.map(({ open, depth }) => ({
      index: open.index,
      text: `${text[open.index]}在引文${depth ? '裡面' : '外面'}，這裡請寫${quotes[depth % 2]}`,
    })),
  ];
}

function pairs(text: string, quotes: Quotes): Pair[] {
  const open: Mark[] = [];
  const found: Pair[] = [];
  for (const mark of marks(text, quotes)) {
    if (mark.opens) open.push(mark);
    else {
      const at = open.findLastIndex(({ level }) => level === mark.level);
      if (at >= 0) found.push({ open: open.splice(at)[0]!, close: mark, depth: 0 });
    }
  }
  for (const pair of found)
    pair.depth = found.filter((other) => other.open.index < pair.open.index && other.close.index > pair.close.index).length;
  return found;
}

function marks(text: string, quotes: Quotes): Mark[] {
  const found: Mark[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const level = quotes.findIndex((pair) => pair.includes(text[index]!));
    if (level >= 0 && !isApostrophe(text, index)) found.push({ index, level, opens: quotes[level]![0] === text[index] });
  }
  return found;
}

const LATIN = /[\p{Script=Latin}\p{N}]/u;

/** Whether ’ is an apostrophe within a Latin word, as in OpenAI’s: between Latin letters, and not the mark that closes a ‘ before it. */
function isApostrophe(text: string, index: number): boolean {
  if (text[index] !== '’' || !LATIN.test(text[index - 1] ?? '') || !LATIN.test(text[index + 1] ?? '')) return false;
  const next = /[‘’“”]/.exec(text.slice(index + 1))?.[0];
  return next === '’' || !text.slice(0, index).includes('‘');
}
