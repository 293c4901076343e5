import type { Heading, Paragraph, PhrasingContent } from 'mdast';

/** From where to where in a file something is written, in UTF-16 units. */
export type Span = readonly [from: number, to: number];

/** Something wrong in a file, or a part of one: its line there, from 1, what it is and how to mend it. */
export interface Slip {
  line: number;
  text: string;
}

/** A text as a file writes it: its characters, without marks of emphasis and without what stands in code or as an address, `HOLE`. */
export interface SourceText {
  text: string;
  /** Where it is the value of a field; a heading or a unit of a body has none. */
  path?: PropertyKey[];
  isHeading?: boolean;
  /** Where in the file each UTF-16 unit of the text is written, its escape or the break in a line that it stands for included. */
  spans(): Span[];
}

/** What may end a unit: its id, a mark beside it; full-width signs count, for the check to tell of them alone. */
export const ENDING = '[{｛](?=[#＃.．])(?:[#＃]([^}｝\\s]*))?(?:\\s*[.．]([^}｝\\s]*))?[}｝]';

/** Stands for code and for what else is no text. */
export const HOLE = '\uFFFC';
/** A character beside which a break in a line vanishes, and a typed space is wrong: Han, and full-width marks. */
export const WIDE = '[\\p{Script=Han}\\u3001-\\u303F\\uFF01-\\uFF60\\uFFE0-\\uFFE6]';
const FOLD = /[ \t]*(?:\r?\n[ \t>]*)+/y;
/** What no mark of Markdown is: a unit that cannot be placed without passing over one takes no place. */
const WORD = /[^\s!-/:-@[-`{-~]/;
const HAS_WIDE = new RegExp(WIDE, 'u');

/**
 * What a break in a line is read as: nothing beside Han or a full-width mark, else a space (CSS Text 4, 4.1.3, and no typed space beside
 * Han).
 */
export function breakBetween(before: string, after: string): '' | ' ' {
  return HAS_WIDE.test(before.trimEnd().slice(-1) + (after.trimStart()[0] ?? '')) ? '' : ' ';
}

/** Where in `raw`, from `at` on, each unit of a text is written; what stands between them is passed over. */
export function align(text: string, raw: string, at: number, escape: string): Span[] {
  return text.split('').map((unit): Span => {
    FOLD.lastIndex = at;
    const fold = /\s/.test(unit) ? FOLD.exec(raw)?.[0] : undefined;
    const written = fold ?? (raw.startsWith(escape + unit, at) ? escape + unit : unit);
    const from = raw.indexOf(written, at);
    if (from < 0 || WORD.test(raw.slice(at, from))) return [at, at];
    at = from + written.length;
    return [from, at];
  });
}

/** The text of a paragraph of a body. */
export function textOfParagraph(paragraph: Paragraph | Heading, body: string): SourceText {
  const leaves = leavesOf(paragraph.children, body);
  return {
    text: leaves.map(({ text }) => text).join(''),
    spans() {
      let at = paragraph.position?.start.offset ?? 0;
      const raw = body.slice(0, paragraph.position?.end.offset);
      return leaves.flatMap(({ text, from = at, to }) => {
        const spans: Span[] = to === undefined ? align(text, raw, from, '\\') : [[from, to]];
        at = spans.at(-1)?.[1] ?? at;
        return spans;
      });
    },
  };
}

interface Leaf {
  text: string;
  from: number | undefined;
  /** Given where the leaf is one unit, whatever is written there. */
  to?: number | undefined;
}

function leavesOf(nodes: readonly PhrasingContent[], body: string): Leaf[] {
  return nodes.flatMap((node): Leaf[] => {
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    if (node.type === 'text') return [{ text: node.value.replaceAll('\r\n', '\n'), from }];
    if (node.type === 'break') return [{ text: '\n', from, to }];
    const isAutolink = node.type === 'link' && from !== undefined && body[from] === '<';
    return 'children' in node && !isAutolink ? leavesOf(node.children, body) : [{ text: HOLE, from, to }];
  });
}

/** A text that a scalar of YAML holds; `kind` is its quotation mark, if any. */
export function textOfScalar(text: string, raw: string, from: number, kind: string): SourceText {
  const escape = kind === '"' ? '\\' : kind === "'" ? kind : '';
  return { text, spans: () => align(text, raw, escape ? from + 1 : from, escape) };
}
