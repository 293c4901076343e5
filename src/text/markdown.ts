import type { Paragraph, PhrasingContent, Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Inline } from './inline.ts';
import { linkAddress } from './links.ts';

/** Reads and writes the article's Markdown. A single tilde is a tilde: in Chinese it stands between two numbers (GFM, 6.5, allows one). */
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(remarkStringify, { bullet: '-', emphasis: '*' })
  .freeze();

/** The tree of a Markdown text, with positions. */
export function parseMarkdown(source: string): Root {
  return markdown.parse(source) as Root;
}

/** Writes a text as one line of Markdown; references become footnote marks, `[^p5-r1]`, and `hrefOf` gives the address of a link to a unit. */
export function toMarkdown(nodes: readonly Inline[], hrefOf: (id: string) => string): string {
  const children = nodes.map((node) => toMdast(node, hrefOf));
  const paragraph: Paragraph = { type: 'paragraph', children };
  return markdown.stringify({ type: 'root', children: [paragraph] }).trim();
}

function toMdast(node: Inline, hrefOf: (id: string) => string): PhrasingContent {
  if (node.type === 'kept') return { type: 'text', value: node.value };
  if (node.type === 'hint') return { type: 'text', value: '' };
  if (node.type === 'footnoteReference') return { ...node, label: node.identifier };
  if (!('children' in node)) return node as PhrasingContent;
  const children = node.children.map((child) => toMdast(child, hrefOf)) as never;
  return node.type === 'link' ? { ...node, url: linkAddress(node.url, hrefOf), children } : { ...node, children };
}
