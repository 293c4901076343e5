import type { PhrasingContent, Root } from 'mdast';
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

/** A link as Markdown, whatever marks its words hold. */
export function linkMarkdown(words: string, url: string): string {
  return toMarkdown([{ type: 'link', url, children: [{ type: 'text', value: words }] }], (id) => `#${id}`);
}

/**
 * Writes a text as one line of Markdown; references become footnote marks, `[^p5-r1]`, and `hrefOf` gives the address of a link to a unit.
 */
export function toMarkdown(nodes: readonly Inline[], hrefOf: (id: string) => string): string {
  const write = (asHtml: boolean): string => {
    const children = nodes.flatMap((node) => toMdast(node, hrefOf, asHtml));
    return markdown.stringify({ type: 'root', children: [{ type: 'paragraph', children }] }).trim();
  };
  const plain = write(false);
  // Where a mark could not be told from text, `**“甲”**A`, the letter beside it would become a character reference.
  return /(?<!\\)&#/.test(plain) ? write(true) : plain;
}

const TAGS = { emphasis: 'em', strong: 'strong', delete: 'del' };

function toMdast(node: Inline, hrefOf: (id: string) => string, asHtml: boolean): PhrasingContent[] {
  if (node.type === 'kept') return [{ type: 'text', value: node.value }];
  if (node.type === 'hint') return [];
  if (node.type === 'footnoteReference') return [{ ...node, label: node.identifier }];
  if (!('children' in node)) return [node as PhrasingContent];
  const children = node.children.flatMap((child) => toMdast(child, hrefOf, asHtml));
  if (node.type === 'mention') return children;
  if (node.type === 'link') return [{ type: 'link', url: linkAddress(node.url, hrefOf), children } as PhrasingContent];
  if (!asHtml) return [{ type: node.type, children }];
  const tag = (slash: string): PhrasingContent => ({ type: 'html', value: `<${slash}${TAGS[node.type]}>` });
  return [tag(''), ...children, tag('/')];
}
