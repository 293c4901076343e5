import type { Element, ElementContent, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

/** Parses a piece of HTML (no document) into a tree without positions. */
export function parseHtml(html: string): Root {
  const tree = fromHtml(html, { fragment: true });
  strip(tree);
  return tree;
}

/** Writes a tree or a list of nodes as HTML. */
export function printHtml(nodes: Nodes | ElementContent[]): string {
  return toHtml(nodes as Nodes, { characterReferences: { useNamedReferences: false } });
}

/** Whether a node is an element, of one of the given names where some are given. */
export function isElement(node: Nodes | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** Whether an element carries a class. */
export function hasClass(node: Nodes, name: string): boolean {
  return isElement(node) && Array.isArray(node.properties.className) && node.properties.className.includes(name);
}

/** A new element with the given properties (hast names: className, dataUnit …) and children. */
export function element(tagName: string, properties: Element['properties'], ...children: (ElementContent | string)[]): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

/** The text of a unit: of all its text nodes but those in its number, its references and what only pops up. */
export function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || hasClass(node, 'pn') || hasClass(node, 'ref')) return '';
  if (isElement(node) && node.properties.popover !== undefined) return '';
  return node.children.map(plainText).join('');
}

function strip(node: Nodes): void {
  delete node.position;
  if ('children' in node) node.children.forEach(strip);
}
