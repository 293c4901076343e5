import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import { parseId } from './ids.ts';

const ID = /\s*\{#([^}\s]*)\}\s*$/;
const REFERENCE = /\[\^(\d+)\]/;

/** The permanent id that ends a paragraph, `… {#p5-3}`, as written (maybe malformed); undefined where there is none. */
export function paragraphId(paragraph: Paragraph): string | undefined {
  const last = paragraph.children.at(-1);
  return last?.type === 'text' ? ID.exec(last.value)?.[1] : undefined;
}

/** The source numbers a text cites: `…[^2]` → [2]. */
export function citedNumbers(text: string): number[] {
  return [...text.matchAll(new RegExp(REFERENCE, 'g'))].map((match) => Number(match[1]));
}

/** Remark plugin: a paragraph that ends with `{#p5-3}` becomes a unit, its `[^2]` links to source `p5-r2`. */
export function remarkUnits() {
  return (tree: Root): void => {
    for (const node of tree.children) if (isParagraph(node)) makeUnit(node);
  };
}

/** The remark plugins of the article, for Astro and for tests. */
export const remarkPlugins = [remarkCjkFriendly, remarkCjkFriendlyStrikethrough, remarkUnits];

const isParagraph = (node: RootContent): node is Paragraph => node.type === 'paragraph';

function makeUnit(paragraph: Paragraph): void {
  const id = paragraphId(paragraph);
  if (id === undefined) return;
  const last = paragraph.children.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(ID, '');
  paragraph.data = { hProperties: { id, dataUnit: '' } };
  paragraph.children = paragraph.children.flatMap((child) => linkReferences(child, parseId(id)?.point ?? 0));
}

function linkReferences(node: PhrasingContent, point: number): PhrasingContent[] {
  if ('children' in node) node.children = (node.children as PhrasingContent[]).flatMap((child) => linkReferences(child, point)) as never;
  if (node.type !== 'text') return [node];
  return node.value.split(REFERENCE).map((part, index): PhrasingContent =>
    index % 2 === 0
      ? { type: 'text', value: part }
      : {
          type: 'link',
          url: `#p${point}-r${part}`,
          data: { hProperties: { className: ['ref'], ariaLabel: `來源${part}` } },
          children: [{ type: 'text', value: part }],
        },
  );
}
