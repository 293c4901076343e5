import type { Blockquote, Heading, ListItem, Node, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { allNodes, type Inline } from '../text/inline.ts';
import type { Section, WrittenUnit } from './body.ts';
import { readInline, REFUSED_INLINE, type Tell } from './read-inline.ts';
import { ENDING } from './source-text.ts';
import { lostIn } from './whole.ts';

const ID = new RegExp(`\\s*${ENDING}\\s*$`);

/** Marks what came after the article that is discussed, `{#p5-6 .after}`; what has no mark was known then. */
export const AFTER = 'after';

/** What mends a text of which something would be lost. */
export const PLAINER = 'write it as a plain paragraph';

/** What no page shows, in an editor's words. */
export const REFUSED: Partial<Record<Node['type'], string>> = {
  ...REFUSED_INLINE,
  code: 'a block of code cannot be shown: write paragraphs, and begin no line with four spaces',
  definition: 'an address apart from its link is not read: write [words](https://…)',
  footnoteDefinition: 'a footnote is not read: list the source in the front matter and cite it by its number, [^2]',
  table: 'a table cannot be shown: write its rows as paragraphs or as a list',
  thematicBreak: 'a line across the page cannot be shown: remove it, or write a heading ##',
};

/** The paragraphs of an item, which holds one, or of a quotation; tells of all else in it. */
export function onlyParagraphs(parent: ListItem | Blockquote, what: string, tell: Tell): Paragraph[] {
  if (!parent.children.length) tell(parent, `${what}, and here is none: write it, or remove its mark`);
  if ('checked' in parent && typeof parent.checked === 'boolean') tell(parent, 'a box [ ] cannot be shown: remove it');
  return parent.children.flatMap((child, index): Paragraph[] => {
    if (child.type === 'paragraph' && (parent.type === 'blockquote' || index === 0)) return [child];
    tell(child, `${what} and nothing else: take out what stands within it`);
    return [];
  });
}

/** Reads the heading of a section and tells what is wrong with it: the only one is ##, of plain words; nothing where it heads none. */
export function readHeading(node: Heading, body: string, tell: Tell): Section | undefined {
  const marks = '#'.repeat(node.depth);
  const isUnderlined = body[node.position?.start.offset ?? 0] !== '#';
  if (isUnderlined)
    tell(node, 'the line of - or = below this text makes a heading of it: put an empty line between them, or remove the line');
  else if (node.depth !== 2) tell(node, `a heading ${marks} is not read: write ## for a section, or make it a paragraph`);
  else if (!toString(node).trim()) tell(node, 'this heading is empty: write it, or remove the ##');
  else if (node.children.some(({ type }) => type !== 'text') || lostIn(node, body, toString(node)))
    tell(node, 'a heading is plain text: take the marks out of it');
  if (isUnderlined || node.depth !== 2) return undefined;
  const words = toString(node);
  const [tail = '', id] = ID.exec(words) ?? [];
  const { start, end } = node.position ?? { start: { line: 1 }, end: { offset: 0 } };
  return {
    heading: words.slice(0, words.length - tail.length),
    ...(id === undefined ? {} : { id: id.normalize('NFKC') }),
    line: start.line,
    end: end.offset ?? 0,
    blocks: [],
  };
}

/** Tells where the number of an item is not the one that would be shown. */
export function checkNumber(item: ListItem, expected: number, body: string, tell: Tell): void {
  const [written] = /^\d+/.exec(body.slice(item.position?.start.offset)) ?? [];
  if (Number(written) !== expected) tell(item, `this item is number ${written}, and would be shown as ${expected}: write ${expected}.`);
}

/** Reads a paragraph; tells of all in it that cannot be published, and of any word that would be lost. */
export function readUnit(node: Paragraph, body: string, tell: Tell): WrittenUnit {
  let isWhole = true;
  const tellHere: Tell = (place, text) => {
    isWhole = false;
    tell(place.position ? place : node, text);
  };
  const content = readInline(node.children, body, tellHere);
  const { start, end } = node.position ?? { start: { line: 1, offset: 0 }, end: { offset: 0 } };
  if (/[#＃]/.test(body[start.offset ?? 0] ?? ''))
    tellHere(node, 'a heading needs half-width ## and a space: write ## before it, or \\# for the sign');
  const last = content.at(-1);
  const [tail, id, mark] = (last?.type === 'text' && ID.exec(last.value)) || [];
  if (tail !== undefined && last?.type === 'text') last.value = last.value.slice(0, -tail.length);
  else if (ID.test(toString(node))) tellHere(node, 'the id stands within emphasis, code or a link: put it after that, at the end');
  const lost = isWhole && lostIn(node, body, allNodes(content).map(shown).join('') + (tail ?? ''));
  if (lost) tellHere(node, `of “${lost}” not all would be shown: ${PLAINER}`);
  if (mark !== undefined && mark !== AFTER) tellHere(node, `.${mark} is no mark of a paragraph: write .${AFTER}, or remove it`);
  return {
    ...(id === undefined ? {} : { id: id.normalize('NFKC') }),
    ...(mark === undefined ? {} : { mark }),
    content,
    line: start.line,
    end: end.offset ?? 0,
  };
}

const shown = (node: Inline): string => ('value' in node ? node.value : node.type === 'footnoteReference' ? node.label : '');
