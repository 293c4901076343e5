import type { Heading, Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { citedNumbers, paragraphId, remarkPlugins } from '../text/markdown.ts';

/** A block of a body as an editor wrote it: its line in the body (from 1), the heading it stands under and, of a paragraph, its id and the sources it cites. */
export interface Block {
  type: string;
  line: number;
  endOffset: number;
  heading: string;
  text: string;
  id?: string;
  cites: number[];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkPlugins.slice(0, 2));

/** The top-level blocks of a Markdown body, in order. */
export function readBlocks(body: string): Block[] {
  let heading = '';
  return (parser.parse(body) as Root).children.map((node) => {
    const text = toString(node);
    if (node.type === 'heading') heading = (node as Heading).depth === 2 ? text : `${'#'.repeat((node as Heading).depth)} ${text}`;
    const id = node.type === 'paragraph' ? paragraphId(node as Paragraph) : undefined;
    return {
      type: node.type,
      heading,
      text,
      cites: citedNumbers(text),
      ...(id === undefined ? {} : { id }),
      line: node.position?.start.line ?? 1,
      endOffset: node.position?.end.offset ?? 0,
    };
  });
}
