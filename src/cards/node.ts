/** An element of a card, as Takumi lays it out; one with an `id` may not meet another. */
export type CardNode = { id?: string; style: CardStyle } & (
  { type: 'container'; children: CardNode[] } | { type: 'text'; text: string } | { type: 'image'; src: string }
);
export type CardStyle = Record<string, string | number>;

/** A picture before it is drawn: its size and margin in pixels, its elements. */
export interface Drawing {
  width: number;
  height: number;
  margin: number;
  tree: CardNode;
}

/** All that is written in an element. */
export function wordsOf(node: CardNode): string {
  return node.type === 'container' ? node.children.map(wordsOf).join('') : node.type === 'text' ? node.text : '';
}

/** Elements above each other, or as `style` has it. */
export const box = (style: CardStyle, ...children: CardNode[]): CardNode => ({
  type: 'container',
  style: { display: 'flex', flexDirection: 'column', ...style },
  children,
});

export const line = (style: CardStyle, text: string): CardNode => ({ type: 'text', style, text });

export const named = (id: string, node: CardNode): CardNode => ({ ...node, id });

/** A whole picture of a size. */
export function sheet(size: Omit<Drawing, 'tree'>, style: CardStyle, ...children: CardNode[]): Drawing {
  const { width, height } = size;
  const ground = { position: 'relative', boxSizing: 'border-box', overflow: 'hidden', fontFamily: 'Song', fontWeight: 600 };
  return { ...size, tree: box({ ...ground, ...style, width, height }, ...children) };
}
