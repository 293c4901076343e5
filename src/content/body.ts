import type { Heading, Paragraph, RootContent } from 'mdast';
import { allNodes, textOf, type Inline } from '../text/inline.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { checkNumber, onlyParagraphs, PLAINER, readHeading, readUnit, REFUSED } from './read-blocks.ts';
import type { Tell } from './read-inline.ts';
import { textOfParagraph, type Slip, type SourceText } from './source-text.ts';
import { tame, wordsOutside } from './whole.ts';

/** A paragraph, an item of a list or a paragraph of a quotation, as an editor wrote it: what a permanent id may end. */
export interface WrittenUnit {
  /** The id that ends it, as written, maybe malformed. */
  id?: string;
  /** The mark beside its id, `after`: it tells of what came after the article. */
  mark?: string;
  content: Inline[];
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
  /** The id that ends a heading which stands in no table of headings, as written, maybe malformed. */
  id?: string;
  line: number;
  /** Where in the body the heading ends, in UTF-16 units. */
  end?: number;
  blocks: Block[];
}

/** The body of a Markdown file. */
export interface Body {
  sections: Section[];
  texts: SourceText[];
  problems: Slip[];
}

/** Reads the body of a Markdown file: one parse, into sections, blocks and units; lists all that cannot be published whole. */
export function readBody(source: string): Body {
  const problems: Slip[] = [];
  const texts: SourceText[] = [];
  const sections: Section[] = [{ heading: '', line: 1, blocks: [] }];
  const body = tame(source, (line, text) => void problems.push({ line, text }));
  const tell: Tell = (node, text) => void problems.push({ line: node.position?.start.line ?? 1, text });
  const read: (Paragraph | Heading)[] = [];

  const unitsOf = (paragraphs: readonly Paragraph[]): WrittenUnit[] =>
    paragraphs.flatMap((node) => {
      read.push(node);
      texts.push(textOfParagraph(node, body));
      const unit = readUnit(node, body, tell);
      if (unit.id === undefined || textOf(unit.content).trim()) return [unit];
      const above = unitsIn(sections.slice(-1)).at(-1);
      const isFree = above && above.id === undefined;
      tell(node, `編號{#${unit.id}}單獨一行，請${isFree ? '放到上一段最後，寫在同一行' : '刪掉'}`);
      if (isFree) above.id = unit.id;
      return [];
    });
  const add = (block: Block): void => void (block.units.length && sections.at(-1)?.blocks.push(block));

  for (const node of parseMarkdown(body).children as RootContent[]) {
    if (node.type === 'paragraph') add({ type: 'paragraph', units: unitsOf([node]) });
    else if (node.type === 'heading') {
      read.push(node);
      texts.push({ ...textOfParagraph(node, body), isHeading: true });
      const heading = readHeading(node, body, tell);
      if (heading) sections.push(heading);
    } else if (node.type === 'list') {
      const first = node.start ?? 1;
      if (node.ordered) node.children.forEach((item, index) => checkNumber(item, first + index, body, tell));
      const items = node.children.flatMap((item) => onlyParagraphs(item, '清單的一項只放一段文字', tell));
      add({ type: 'list', ...(node.ordered ? { start: first } : {}), units: unitsOf(items) });
    } else if (node.type === 'blockquote') add({ type: 'quote', units: unitsOf(onlyParagraphs(node, '引文裡只放段落', tell)) });
    else tell(node, REFUSED[node.type] ?? `${node.type}不能用，請寫成段落`);
  }
  const lost = problems.length ? -1 : wordsOutside(body, read);
  if (lost >= 0)
    problems.push({ line: body.slice(0, lost).split('\n').length, text: `「${body.slice(lost, lost + 12)}」會遺失，${PLAINER}` });
  return { sections: sections.filter(({ heading, blocks }) => heading || blocks.length), texts, problems };
}

/**
 * A sentence of a front matter that may hold inline Markdown as a paragraph may, but neither id nor citations; with all that is wrong in
 * it.
 */
export function readSentence(source: string): Body & { content: Inline[] } {
  const body = readBody(source);
  const [unit] = unitsIn(body.sections);
  const [block] = body.sections.flatMap(({ blocks }) => blocks);
  const tell = (text: string): void => void body.problems.push({ line: 1, text });
  if (body.texts.length !== 1 || block?.type !== 'paragraph') tell('不是一段文字，請寫一段，不要標題、清單或引文');
  if (unit?.id !== undefined) tell(`沒有自己的編號，請刪掉{#${unit.id}}`);
  if (unit && citedIn(unit.content).length) tell('不能用號碼引用來源，請寫連結[文字](https://…)');
  return { ...body, content: unit?.content ?? [] };
}

/** The units of a body, in order. */
export function unitsIn(sections: readonly Section[]): WrittenUnit[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(({ units }) => units));
}

/** The numbers of the sources that a text cites, each as often as it does. */
export function citedIn(content: readonly Inline[]): number[] {
  return allNodes(content).flatMap((node) => (node.type === 'footnoteReference' ? [Number(node.identifier)] : []));
}
