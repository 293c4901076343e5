/** A longer passage is named by its first and last words, so many characters each. */
const EXACT = 48;
const EDGE = 8;
/** Most characters of context on one side. */
const CONTEXT = 40;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The text directive, `text=…` (WICG URL Fragment Text Directives), that finds one passage of a page: `text` is the page's text with
 * a line break between blocks, `start` and `end` bound the passage. It is widened to the borders of words, without which engines do
 * not find it, and gets so much context that nothing before it fits; undefined where none is enough.
 */
export function textDirective(text: string, start: number, end: number, lang: string): string | undefined {
  const borders = wordBorders(text, lang);
  const [from, to] = withoutMarks(
    text,
    borders.findLast((border) => border <= start)!,
    borders.find((border) => border >= end)!,
  );
  if (from >= to) return undefined;
  const blockEnd = text.indexOf('\n', from);
  const exact = to - from <= EXACT && (blockEnd < 0 || blockEnd >= to);
  const firstEnd = exact
    ? to
    : Math.min(
        blockEnd < 0 ? to : blockEnd,
        borders.find((border) => border >= from + EDGE)!,
      );
  const lastStart = exact
    ? from
    : Math.max(
        text.lastIndexOf('\n', to) + 1,
        borders.findLast((border) => border <= to - EDGE)!,
      );

  const folded = text.toLowerCase();
  const isFirst = (a: number, b: number, after = 0): boolean => folded.indexOf(folded.slice(a, b), after) === a;
  const befores = [from, ...borders.filter((border) => border >= contextStart(text, from) && border < from).reverse()];
  const afters = [to, ...borders.filter((border) => border <= contextEnd(text, to) && border > to)];
  let before = befores.find((edge) => isFirst(edge, firstEnd));
  let after: number | undefined = to;
  if (!exact) after = afters.find((edge) => isFirst(lastStart, edge, firstEnd));
  else if (before === undefined) after = afters.find((edge) => isFirst((before = befores.at(-1)!), edge));
  if (before === undefined || after === undefined) return undefined;

  const write = (a: number, b: number): string => encodeURIComponent(text.slice(a, b).trim()).replaceAll('-', '%2D');
  const passage = exact ? write(from, to) : `${write(from, firstEnd)},${write(lastStart, to)}`;
  return `text=${before < from ? `${write(before, from)}-,` : ''}${passage}${after > to ? `,-${write(to, after)}` : ''}`;
}

function wordBorders(text: string, lang: string): number[] {
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].map(({ index }) => index).concat(text.length);
}

/** Marks at either end are no words: an engine may not begin or end there. */
function withoutMarks(text: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  while (start < end && !WORD.test(text[start]!)) start += 1;
  while (end > start && !WORD.test(text[end - 1]!)) end -= 1;
  return [start, end];
}

/** Context stays in the block of the passage, or in the one before where the passage begins its block. */
function contextStart(text: string, from: number): number {
  const blockStart = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
  const hasWord = WORD.test(text.slice(blockStart, from));
  return Math.max(from - CONTEXT, hasWord ? blockStart : text.lastIndexOf('\n', Math.max(0, blockStart - 2)) + 1);
}

/** The same after the passage. */
function contextEnd(text: string, to: number): number {
  const at = (index: number): number => (index < 0 ? text.length : index);
  const blockEnd = at(text.indexOf('\n', to));
  return Math.min(to + CONTEXT, WORD.test(text.slice(to, blockEnd)) ? blockEnd : at(text.indexOf('\n', blockEnd + 1)));
}
