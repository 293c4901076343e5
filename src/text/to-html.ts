import type { ElementContent } from 'hast';
import type { Inline } from './inline.ts';
import { linkAddress } from './links.ts';
import { element, printHtml } from './tree.ts';
import { keepTogether, squeezeMarks } from './typography.ts';

/** How an output writes what leads elsewhere: the address of a unit, and the number of a source (its id and the number shown). */
export interface Target {
  hrefOf(id: string): string;
  reference(id: string, number: string): ElementContent;
  /** The address of a person or term; without it a mention is plain text. */
  termHref?(id: string): string;
}

/** Writes a text as plain HTML, for readers that do not have the site's style sheet. */
export function toHtml(nodes: readonly Inline[], target: Target): string {
  return printHtml(nodes.flatMap((node) => toHast(node, target)));
}

/** Writes a text as HTML for a page: marks squeezed and, but in a label, references and last words kept with what they belong to. */
export function toPageHtml(nodes: readonly Inline[], target: Target, isLabel: boolean): string {
  const paragraph = element('p', {}, ...nodes.flatMap((node) => toHast(node, target)));
  squeezeMarks(paragraph);
  if (!isLabel) keepTogether(paragraph);
  return printHtml(paragraph.children);
}

const NAMES = { emphasis: 'em', strong: 'strong', delete: 'del', inlineCode: 'code', break: 'br', hint: 'wbr' } as const;

function toHast(node: Inline, target: Target): ElementContent[] {
  switch (node.type) {
    case 'text':
      return node.value ? [{ type: 'text', value: node.value }] : [];
    case 'kept':
      return [element('span', { translate: 'no' }, node.value)];
    case 'inlineCode':
      return [element(NAMES.inlineCode, {}, node.value)];
    case 'break':
    case 'hint':
      return [element(NAMES[node.type], {})];
    case 'footnoteReference':
      return [target.reference(node.identifier, node.label)];
    default: {
      const children = node.children.flatMap((child) => toHast(child, target));
      if (node.type === 'mention')
        return target.termHref ? [element('a', { className: ['term'], href: target.termHref(node.id) }, ...children)] : children;
      if (node.type === 'link') return [element('a', { href: linkAddress(node.url, target.hrefOf) }, ...children)];
      return [element(NAMES[node.type], {}, ...children)];
    }
  }
}
