import type { Element, Nodes, Root } from 'hast';
import type { PointRecord } from '../match/answer.ts';
import { hasClass, isElement, parseHtml, plainText } from '../../text/tree.ts';

/**
 * The lead and the points as they stand on the page of the whole article, `/full/`: what search finds is what readers see.
 * `titleLabel` says what a title is, as the labels of the sections say what other units are.
 */
export function readPagePoints(html: string, titleLabel: string): PointRecord[] {
  return elements(parseHtml(html), (node) => hasClass(node, 'point') || hasClass(node, 'lead')).map((article) => {
    const labels = new Map<Element, string>();
    for (const section of elements(article, (node) => isElement(node, 'section')))
      for (const unit of elements(section, isUnit)) labels.set(unit, headOf(section));
    const units = elements(article, isUnit);
    const title = units.find((unit) => !labels.has(unit));
    return [
      Number(/^p(\d+)-/.exec(idOf(units[0]))?.[1]),
      shownText(elements(article, (node) => hasClass(node, 'numeral'))[0]) || '〇',
      title ? shownText(title) : headOf(article),
      units.map((unit) => [idOf(unit), labels.get(unit) ?? titleLabel, shownText(unit)]),
    ];
  });
}

const isUnit = (node: Element): boolean => node.properties.dataUnit !== undefined;
const idOf = (unit: Element | undefined): string => String(unit?.properties.id);

function headOf(section: Element): string {
  const [head] = elements(section, (node) => hasClass(node, 'section-head'));
  return head ? shownText(elements(head, (node) => hasClass(node, 'song'))[0]) : '';
}

function elements(node: Nodes, wanted: (node: Element) => boolean): Element[] {
  if (!('children' in node)) return [];
  return (node as Root).children.flatMap((child) => [...(isElement(child) && wanted(child) ? [child] : []), ...elements(child, wanted)]);
}

/** Text as a reader sees it in one line: the parts of a row keep apart. */
function shownText(node: Element | undefined): string {
  if (!node) return '';
  for (const part of elements(node, (part) => isElement(part, 'dt', 'dd') || hasClass(part, 'reading')))
    part.children.push({ type: 'text', value: ' ' });
  return plainText(node).replace(/\s+/g, ' ').trim();
}
