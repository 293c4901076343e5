import type { Element, ElementContent, Nodes } from 'hast';
import { toHtml as print } from 'hast-util-to-html';

/** Writes a list of nodes as HTML. */
export function printHtml(nodes: ElementContent[]): string {
  return print({ type: 'root', children: nodes }, { characterReferences: { useNamedReferences: false } });
}

/** Whether an element carries a class. */
export function hasClass(node: Nodes, name: string): boolean {
  return node.type === 'element' && Array.isArray(node.properties.className) && node.properties.className.includes(name);
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
