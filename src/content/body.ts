import type { Blockquote, ListItem, Node, Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { allNodes, type Inline } from '../text/inline.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { readInline, type Tell } from './read-inline.ts';

/** A paragraph, an item of a list or a paragraph of a quotation, as an editor wrote it: what a permanent id may end. */
export interface WrittenUnit {
  /** The id that ends it, as written, maybe malformed. */
  id?: string;
  content: Inline[];
  /** Its words as they stand in the file, without marks of emphasis, with its id and its citations; for the checks. */
  source: string;
  /** The line of the body, from 1, on which it begins, and where in the body it ends, in UTF-16 units. */
  line: number;
  end: number;
}

/** A paragraph, a list or a quotation with its units. */
export interface Block {
  type: 'paragraph' | 'list' | 'quote';
  /** The first number of a numbered list. */
  start?: number;
  units: WrittenUnit[];
}

/** What stands under one heading of the second level; the heading is empty for what stands before the first. */
export interface Section {
  heading: string;
  line: number;
  blocks: Block[];
}

/** Something in a body that cannot be published: its line in the body, what it is and how to mend it. */
export interface BodyProblem {
  line: number;
  text: string;
}

/** The body of a Markdown file. */
export interface Body {
  sections: Section[];
  problems: BodyProblem[];
}

const ID = /\s*\{#([^}\s]*)\}\s*$/;

/** What no page shows, in an editor's words. */
const REFUSED: Partial<Record<Node['type'], string>> = {
  code: 'a block of code cannot be shown: write paragraphs, and begin no line with four spaces',
  definition: 'an address apart from its link is not read: write [words](https://…)',
  footnoteDefinition: 'a footnote is not read: list the source in the front matter and cite it by its number, [^2]',
  html: 'HTML is not read, comments neither: write plain text, **strong**, *emphasis* or [words](https://…)',
  table: 'a table cannot be shown: write its rows as paragraphs or as a list',
  thematicBreak: 'a line across the page cannot be shown: remove it, or write a heading ##',
};

/** Reads the body of a Markdown file: one parse, into sections, blocks and units; lists all that cannot be published. */
export function readBody(body: string): Body {
  const problems: BodyProblem[] = [];
  const sections: Section[] = [{ heading: '', line: 1, blocks: [] }];
  const tell: Tell = (node, text) => void problems.push({ line: node.position?.start.line ?? 1, text });
  const add = (block: Block): void => void sections.at(-1)?.blocks.push(block);
  const unit = (node: Paragraph): WrittenUnit => readUnit(node, body, tell);

  for (const node of parseMarkdown(body).children as RootContent[]) {
    if (node.type === 'paragraph') add({ type: 'paragraph', units: [unit(node)] });
    else if (node.type === 'heading' && node.depth === 2)
      sections.push({ heading: toString(node), line: node.position?.start.line ?? 1, blocks: [] });
    else if (node.type === 'heading')
      tell(node, `a heading ${'#'.repeat(node.depth)} is not read: write ## for a section, or make it a paragraph`);
    else if (node.type === 'list') {
      const start = node.ordered ? { start: node.start ?? 1 } : {};
      add({
        type: 'list',
        ...start,
        units: node.children.flatMap((item) => onlyParagraphs(item, 'an item of a list holds one paragraph', tell).map(unit)),
      });
    } else if (node.type === 'blockquote')
      add({ type: 'quote', units: onlyParagraphs(node, 'a quotation holds paragraphs', tell).map(unit) });
    else tell(node, REFUSED[node.type] ?? `a ${node.type} cannot be shown: write paragraphs`);
  }
  return { sections: sections.filter(({ heading, blocks }) => heading || blocks.length), problems };
}

/** A sentence of a front matter that may hold what a paragraph may, but for its id; with all that is wrong in it. */
export function readSentence(source: string): { content: Inline[]; problems: string[] } {
  const { sections, problems } = readBody(source);
  const units = unitsIn(sections);
  const texts = problems.map(({ text }) => text);
  return { content: units[0]?.content ?? [], problems: units.length === 1 ? texts : [...texts, 'is more than one paragraph: write one'] };
}

/** The units of a body, in order. */
export function unitsIn(sections: readonly Section[]): WrittenUnit[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(({ units }) => units));
}

/** The numbers of the sources that a text cites, each as often as it does. */
export function citedIn(content: readonly Inline[]): number[] {
  return allNodes(content).flatMap((node) => (node.type === 'footnoteReference' ? [Number(node.identifier)] : []));
}

/** The paragraphs of an item, which holds one, or of a quotation. */
function onlyParagraphs(parent: ListItem | Blockquote, what: string, tell: Tell): Paragraph[] {
  return parent.children.flatMap((child, index): Paragraph[] => {
    if (child.type === 'paragraph' && (parent.type === 'blockquote' || index === 0)) return [child];
    tell(child, `${what} and nothing else: take out what stands within it`);
    return [];
  });
}

function readUnit(node: Paragraph, body: string, tell: Tell): WrittenUnit {
  const end = node.position?.end.offset ?? 0;
  const source = toString(node);
  const id = ID.exec(source)?.[1];
  const content = readInline(node.children, body, tell);
  const last = content.at(-1);
  if (id !== undefined && last?.type === 'text') last.value = last.value.replace(ID, '');
  if (id !== undefined && !source.replace(ID, '').trim())
    tell(node, `the id {#${id}} stands alone: put it at the end of the paragraph above, on the same line`);
  return { ...(id === undefined ? {} : { id }), content, source, line: node.position?.start.line ?? 1, end };
}
