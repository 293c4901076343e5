/**
 * A piece of a text, as mdast names it, with three kinds of our own: `kept` is what the author set by hand (`-{…}-`) and no conversion
 * touches, `hint` a place where a heading may break, `mention` the name of a person or term, which pages link to its entry. A `footnoteReference` cites a source: its number in the point while the text is
 * as written, its id and the number shown once it stands in a written form.
 */
export type Inline =
  | { type: 'text' | 'inlineCode' | 'kept'; value: string }
  | { type: 'break' | 'hint' }
  | { type: 'footnoteReference'; identifier: string; label: string }
  | { type: 'emphasis' | 'strong' | 'delete'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] }
  | { type: 'mention'; id: string; children: Inline[] };

/** A text node. */
export const text = (value: string): Inline => ({ type: 'text', value });

/** The text of a unit, the only definition: all its words, without the numbers of its references; a break in a line is a space. */
export function textOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value;
      if ('children' in node) return textOf(node.children);
      return node.type === 'break' ? ' ' : '';
    })
    .join('');
}

/** Every node of a text, in order, whatever it stands within. */
export function allNodes(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => ['children' in node ? [node, ...allNodes(node.children)] : node].flat());
}

/** A text with each leaf, a node without children, replaced. */
export function mapLeaves(nodes: readonly Inline[], change: (leaf: Inline) => readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => ('children' in node ? [{ ...node, children: mapLeaves(node.children, change) }] : change(node)));
}
