/** A longer passage, in characters, is named by its first and its last clause. */
const WHOLE = 48;
/** Most characters of context on one side. */
const CONTEXT = 80;
const WORD = /[\p{L}\p{N}\p{Cs}]/u;
const BREAK = '\n';
/** What ends a clause; the marks of ASCII do not, which stand inside numbers and names. */
const MARK = /[^\x21-\x7e\p{L}\p{N}\p{Cs}]/u;
const LATIN = /[A-Za-z0-9]/;
/** What a number that the style sheet draws may be: 5.3, 5.f3, 12. */
const DRAWN = /^[^\p{L}\p{N}]*\d{1,3}(?:\.[a-z]?\d*)?[^\p{L}\p{N}]*$/u;
const HAN = /\p{Script=Han}/u;

/**
 * The text directive, `text=…` (WICG URL Fragment Text Directives), that finds one passage of a page: `text` is the page's text with
 * a line break between blocks, `start` and `end` bound the passage, which is widened to the borders of words. Engines begin
 * and end at borders of words alone and disagree where those are in Chinese; at a mark, or between Han and Latin, they all agree. So
 * context on either side reaches to such a border, and so much further that nothing else in the page fits (lest the link leads there
 * once the passage has changed) or, where that cannot be, nothing earlier. What cannot be told apart is widened to its block, then to the
 * block beside it; undefined where there is none. `numbers` are the places where the style sheet draws one: to Firefox it is text, and makes
 * one word with a Latin one or a number beside it; so nothing is found by what may be such a number alone.
 */
export function textDirective(
  text: string,
  start: number,
  end: number,
  lang: string,
  numbers: ReadonlySet<number> = new Set(),
): string | undefined {
  const [from, to] = wordsAround(text, start, end, lang);
  if (from >= to) return undefined;
  const passage = text.slice(from, to);
  const whole = !passage.includes(BREAK) && (passage.length <= WHOLE || !MARK.test(passage));

  const edges = (place: number, step: 1 | -1): number[] => clauseEdges(text, place, step, numbers);
  const folded = text.toLowerCase();
  const isFirst = (a: number, b: number, after = 0): boolean => folded.indexOf(folded.slice(a, b), after) === a;
  const isOnly = (a: number, b: number): boolean => isFirst(a, b) && folded.lastIndexOf(folded.slice(a, b)) === a;
  const isDrawn = (a: number, b: number): boolean => DRAWN.test(text.slice(a, b));
  const befores = edges(from, -1).filter((edge) => edge === from || !isDrawn(edge, from));
  const afters = edges(to, 1);
  const write = (a: number, b: number): string => encodeURIComponent(text.slice(a, b).trim()).replaceAll('-', '%2D');
  const name = (before: number, words: string, after: number): string =>
    `text=${before < from ? `${write(before, from)}-,` : ''}${words}${after > to ? `,-${write(to, after)}` : ''}`;

  const pairs = (inner: number[], outer: number[]) => inner.flatMap((a) => outer.map((b): [number, number] => [a, b]));
  const best = (list: [number, number][], upTo?: number): [number, number] | undefined => {
    const found = list.filter(([end, start]) => start < from || !isDrawn(from, upTo ?? end));
    return found.find(([end, start]) => isOnly(start, end)) ?? found.find(([end, start]) => isFirst(start, end));
  };

  if (whole) {
    const found = best(pairs(afters, befores), to);
    if (found) return name(found[1], write(from, to), found[0]);
    const [low, high] = wordsAround(text, text.lastIndexOf(BREAK, from) + 1, (text + BREAK).indexOf(BREAK, to), lang);
    return low < from || high > to ? textDirective(text, low, high, lang, numbers) : undefined;
  }
  const first = best(pairs(edges(from, 1), befores).filter(([edge]) => edge > from));
  const last =
    first && pairs(edges(to, -1), afters).find(([edge, after]) => edge < to && !isDrawn(edge, to) && isFirst(edge, after, first[0]));
  if (first && last) return name(first[1], `${write(from, first[0])},${write(last[0], to)}`, last[1]);
  const [low, high] = [Math.min(from, start), Math.max(to, end)];
  const edge = first ? blockEdge(text, high, 1) : blockEdge(text, low, -1);
  if (edge === undefined) return undefined;
  return first ? textDirective(text, low, edge, lang, numbers) : textDirective(text, edge, high, lang, numbers);
}

/** The far edge of the next block of words before a place (step -1) or after it (step 1); undefined where there is none. */
function blockEdge(text: string, place: number, step: 1 | -1): number | undefined {
  const at = (edge: number): string => text[step > 0 ? edge : edge - 1] ?? '';
  let edge = place;
  while (at(edge) && !WORD.test(at(edge))) edge += step;
  if (!at(edge)) return undefined;
  while (at(edge) && at(edge) !== BREAK) edge += step;
  return edge;
}

/** A passage widened to whole words, without the marks at its ends. */
function wordsAround(text: string, start: number, end: number, lang: string): [number, number] {
  const borders = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].map(({ index }) => index).concat(text.length);
  let from = borders.findLast((border) => border <= start)!;
  let to = borders.find((border) => border >= end)!;
  while (from < to && !WORD.test(text[from]!)) from += 1;
  while (to > from && !WORD.test(text[to - 1]!)) to -= 1;
  return [from, to];
}

/**
 * The borders before a place (step -1) or after it (step 1) that all engines know, the nearest first: in its block or, where the place
 * is at the block's edge, in the next one. The place itself where it is at a border, or where none is in reach.
 */
function clauseEdges(text: string, place: number, step: 1 | -1, numbers: ReadonlySet<number>): number[] {
  const edges: number[] = [];
  let breaks = 0;
  for (let edge = place; Math.abs(edge - place) <= CONTEXT; edge += step) {
    const [near = '', beyond = ''] = step > 0 ? [text[edge - 1], text[edge]] : [text[edge], text[edge - 1]];
    const context = text.slice(Math.min(edge, place), Math.max(edge, place));
    if (isBorder(near, beyond, numbers.has(edge)) && (context === '' || WORD.test(context))) edges.push(edge);
    if (!beyond || (beyond === BREAK && (/\S/.test(context) || (breaks += 1) > 1))) break;
  }
  return edges.length ? edges : [place];
}

function isBorder(near: string, beyond: string, hasNumber: boolean): boolean {
  if (hasNumber && LATIN.test(near + beyond)) return false;
  return !beyond || MARK.test(beyond) || (LATIN.test(near) && HAN.test(beyond)) || (HAN.test(near) && LATIN.test(beyond));
}
