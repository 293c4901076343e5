import type { Element, Nodes, Parents, Text } from 'hast';
import type { Converter } from './convert.ts';
import { readParts, type Part } from './passages.ts';
import { element, hasClass, isElement } from './tree.ts';

/** Elements within a line of text: phrases and quotations reach across them. */
const INLINE = 'a abbr b bdi bdo cite data del dfn em i ins mark q s small span strong sub sup time u var wbr'.split(' ');
/** Elements that hold a place in a line of text: quotations reach across them, phrases do not. */
const PLACES = ['br', 'img'];
const KEPT = 'code kbd math pre samp script style svg textarea'.split(' ');
const ATTRIBUTES = ['title', 'alt', 'placeholder', 'label', 'ariaLabel', 'ariaDescription', 'ariaRoleDescription', 'ariaValueText'];

/** A part of a block with the text node in which it stands, if it is to be written back. */
interface Slot extends Part {
  node?: Text;
}

/**
 * Converts a tree in place, block by block: the text of a block as one, whatever elements stand within it; the numbers `.pn` and `.ref`
 * are passed over. Left alone are code, `kbd`, `pre`, addresses and ids, and anything with `translate="no"` or a `lang` of its own.
 */
export function convertTree(root: Nodes, converter: Converter): void {
  for (const block of slotsByBlock(root, converter)) {
    const written = converter.parts(block);
    block.forEach(({ node }, index) => node && (node.value = written[index]!));
  }
}

function slotsByBlock(root: Nodes, converter: Converter): Slot[][] {
  const blocks: Slot[][] = [];
  let block: Slot[] = [];
  const apart = (work: () => void): void => {
    blocks.push((block = []));
    work();
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') block.push({ node, text: node.value, kept: false });
    else if (isKept(node)) block.push({ text: '', kept: true });
    else if ('children' in node) {
      const within = (): void => node.children.forEach(walk);
      const around = block;
      if (isElement(node)) convertAttributes(node, converter);
      setPassages(node, converter);
      if (isElement(node, ...PLACES)) block.push({ text: '', kept: true });
      else if (isNumber(node)) {
        apart(within);
        block = around;
      } else if (isElement(node, ...INLINE)) within();
      else {
        apart(within);
        apart(() => undefined);
      }
    }
  };
  apart(() => walk(root));
  return blocks;
}

function isKept(node: Nodes): boolean {
  if (!isElement(node)) return false;
  const { translate, lang } = node.properties;
  return KEPT.includes(node.tagName) || translate === 'no' || lang !== undefined;
}

const isNumber = (node: Nodes): boolean => hasClass(node, 'ref') || hasClass(node, 'pn');

/** Resolves the passages `-{ }-` in the text of an element; those that are kept get an element of their own. */
function setPassages(parent: Parents, { form }: Converter): void {
  const children = (parent.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type !== 'text'
      ? [child]
      : readParts(child.value, form).map(({ text, kept }) =>
          kept ? element('span', { translate: 'no' }, text) : { type: 'text', value: text },
        ),
  );
  parent.children = children as typeof parent.children;
}

function convertAttributes({ properties }: Element, converter: Converter): void {
  for (const name of ATTRIBUTES) if (typeof properties[name] === 'string') properties[name] = converter.text(properties[name]);
}
