import type { Converter } from './convert.ts';
import { allNodes, mapLeaves, textOf, type Inline } from './inline.ts';
import { readParts, type Part } from './passages.ts';

/**
 * A text in the form that a converter writes, converted as one, whatever stands within it: phrases and quotations are found across
 * emphasis, links and the numbers of references. Left alone are code, addresses that stand as words, and what the author set by hand;
 * phrases end there, and at a break in a line.
 */
export function convertInline(nodes: readonly Inline[], converter: Converter): Inline[] {
  const prepared = mapLeaves(nodes.map(keepAddress), (leaf) =>
    leaf.type !== 'text'
      ? [leaf]
      : readParts(leaf.value, converter.form).map(({ text, kept }) => ({ type: kept ? 'kept' : 'text', value: text })),
  );
  const parts = converter.parts(allNodes(prepared).flatMap(partOf));
  return mapLeaves(prepared, (leaf) => {
    if (partOf(leaf).length === 0) return [leaf];
    const value = parts.shift() ?? '';
    return [leaf.type === 'text' ? { type: 'text', value } : leaf];
  });
}

/** What a leaf contributes to the text that is converted. */
function partOf(node: Inline): Part[] {
  if (node.type === 'text') return [{ text: node.value, kept: false }];
  return node.type === 'kept' || node.type === 'inlineCode' || node.type === 'break' ? [{ text: '', kept: true }] : [];
}

/** `<https://…>`: a link whose words are its address. */
function keepAddress(node: Inline): Inline {
  if (!('children' in node)) return node;
  if (node.type === 'link' && textOf(node.children) === node.url) return { ...node, children: [{ type: 'kept', value: node.url }] };
  return { ...node, children: node.children.map(keepAddress) };
}
