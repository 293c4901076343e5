import type { Heading, Paragraph, PhrasingContent } from 'mdast';
import type { Span } from './source-text.ts';

/** More of these in one paragraph, or in one line, is no text, and a parser takes minutes over it. */
const LIMIT = 1000;
const ODD_SPACES = /^[ \t]*[^\S\r\n\t ][^\S\r\n]*$/;
/** What Markdown may take for a mark: ASCII punctuation; and white space. */
const MARK = /[\s!-/:-@[-`{-~]/;

/** A body as a parser may have it, place for place: lines of odd spaces are empty; what is no text is left out. Both are told of. */
export function tame(body: string, tell: (line: number, text: string) => void): string {
  const rows = body.split('\n');
  let [begin, marks] = [0, 0];
  rows.forEach((row, index) => {
    const isOdd = ODD_SPACES.test(row);
    if (isOdd) tell(index + 1, '這一行只有全形或不斷行的空格，請清空');
    if (isOdd || !row.trim()) {
      rows[index] = blank(row);
      [begin, marks] = [index + 1, 0];
    }
    marks += count(row, /[*_~]/g);
    if (marks <= LIMIT && count(row, /[[\]<>`+-]/g) <= LIMIT) return;
    tell(index + 1, '這裡有一千多個符號擠在一起，請寫純文字，或分成幾段');
    for (let place = begin; place <= index; place += 1) rows[place] = blank(rows[place] ?? '');
    [begin, marks] = [index + 1, 0];
  });
  return rows.join('\n');
}

/** What is written in a paragraph and not shown, marks and the targets of links aside; empty where it is whole. */
export function lostIn({ position, children }: Paragraph | Heading, body: string, shown: string): string {
  const written = wordsOf(blankOut(body.slice(0, position?.end.offset), tailsOf(children)).slice(position?.start.offset));
  const words = wordsOf(shown);
  let same = 0;
  while (same < written.length && written[same] === words[same]) same += 1;
  return written === words ? '' : written.slice(Math.max(0, same - 4), same + 8);
}

/** Where in a body words stand that are in none of its paragraphs and headings, numbers of lists aside; -1 where none do. */
export function wordsOutside(body: string, nodes: readonly (Paragraph | Heading)[]): number {
  const rest = blankOut(body, nodes.map(spanOf)).replace(/^[\s>]*\d{1,9}[.)]/gm, blank);
  return rest.split('').findIndex((unit) => !MARK.test(unit));
}

const wordsOf = (text: string): string => text.replace(new RegExp(MARK, 'g'), '');
const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const spanOf = ({ position }: Pick<Paragraph, 'position'>): Span => [position?.start.offset ?? 0, position?.end.offset ?? 0];

function blankOut(text: string, spans: readonly Span[]): string {
  let at = 0;
  const kept = spans.map(([from, to]) => {
    const before = text.slice(at, from);
    at = to;
    return before + blank(text.slice(from, to));
  });
  return kept.join('') + text.slice(at);
}

/** Where links write their targets: after their words. */
function tailsOf(nodes: readonly PhrasingContent[]): Span[] {
  return nodes.flatMap((node): Span[] => {
    if (!('children' in node)) return [];
    const last = node.children.at(-1);
    return [...tailsOf(node.children), ...(node.type === 'link' && last?.position ? [[spanOf(last)[1], spanOf(node)[1]] as const] : [])];
  });
}
