import type { Element } from 'hast';
import { toMdast, type State } from 'hast-util-to-mdast';
import type { FootnoteReference, Link, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { hasClass, parseHtml } from './tree.ts';

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', emphasis: '*' }).freeze();

/** Writes the HTML of a unit as one line of Markdown; a reference to source `p5-r1` becomes the footnote mark `[^p5-r1]`. */
export function toMarkdown(html: string): string {
  const tree = toMdast(parseHtml(html), { handlers: { a: linkOrReference } });
  return writer.stringify(tree as Root).trim();
}

function linkOrReference(state: State, node: Element): Link | FootnoteReference {
  const href = String(node.properties.href);
  if (hasClass(node, 'ref')) return { type: 'footnoteReference', identifier: href.slice(1), label: href.slice(1) };
  return { type: 'link', url: href, children: state.all(node) as Link['children'] };
}
