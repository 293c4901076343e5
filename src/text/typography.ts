import type { Element, ElementContent, Nodes, Parents, Text } from 'hast';
import { element, hasClass, isElement, plainText } from './tree.ts';

const OPENING = '「『（《〈【〔“‘';
const CLOSING = '」』）》〉】〕”’、，。．';
const MIDDLE = '：；！？・';
const TAIL = 4;

/**
 * Wraps full-width marks that lose half their width beside another mark in `<span class="jz">`, for engines without
 * `text-spacing-trim`; which mark of a pair follows CSS Text 4, 8.4 (an opening mark after any mark, a closing one before any but an opening).
 */
export function squeezeMarks(node: Nodes): void {
  const texts = textNodes(node);
  const all = texts.map((text) => text.value).join('');
  let offset = 0;
  for (const text of texts) {
    const start = offset;
    offset += text.value.length;
    const marks = indices(text.value).filter((index) => isSqueezed(all, start + index));
    if (marks.length) replace(node, text, spans(text.value, marks));
  }
}

/** Keeps the last four characters of a paragraph on one line, so that no single character ends it (CLREQ, "orphans"). */
export function keepTail(paragraph: Element): void {
  let length = 0;
  const tail: ElementContent[] = [];
  while (length < TAIL) {
    const last = paragraph.children.at(-1);
    if (!last || (isElement(last) && !hasClass(last, 'ref') && !hasClass(last, 'jz'))) break;
    if (last.type === 'text') {
      const cut = tailStart(last.value, TAIL - length);
      tail.unshift({ type: 'text', value: last.value.slice(cut) });
      length += last.value.length - cut;
      if (cut > 0) {
        last.value = last.value.slice(0, cut);
        break;
      }
    } else {
      tail.unshift(last);
      length += hasClass(last, 'ref') ? 0 : plainText(last).length;
    }
    paragraph.children.pop();
  }
  paragraph.children.push(element('span', { className: ['nb'] }, ...tail));
}

const WORD = /[\p{Script=Latin}\p{N}.,%&’'-]/u;

/** Where the last `count` characters of a text begin, moved back so that it does not cut a Latin word or number (of at most 12). */
function tailStart(text: string, count: number): number {
  let start = Math.max(0, text.length - count);
  if (/[\uDC00-\uDFFF]/.test(text[start] ?? '')) start -= 1;
  const limit = Math.max(0, start - 12);
  while (start > limit && WORD.test(text[start] ?? '') && WORD.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

const indices = (text: string): number[] => Array.from({ length: text.length }, (_, index) => index);

function isSqueezed(text: string, index: number): boolean {
  const [before = '', mark = '', after = ''] = [text[index - 1], text[index], text[index + 1]];
  if (OPENING.includes(mark)) return before !== '' && (OPENING + CLOSING + MIDDLE).includes(before);
  return mark !== '' && (CLOSING + MIDDLE).includes(mark) && after !== '' && (CLOSING + MIDDLE).includes(after);
}

function spans(text: string, marks: number[]): ElementContent[] {
  const out: ElementContent[] = [];
  let end = 0;
  for (const mark of marks) {
    if (mark > end) out.push({ type: 'text', value: text.slice(end, mark) });
    out.push(element('span', { className: ['jz'] }, text.slice(mark, mark + 1)));
    end = mark + 1;
  }
  if (end < text.length) out.push({ type: 'text', value: text.slice(end) });
  return out;
}

function textNodes(node: Nodes): Text[] {
  if (node.type === 'text') return [node];
  if (!('children' in node) || hasClass(node, 'pn') || hasClass(node, 'ref')) return [];
  return node.children.flatMap(textNodes);
}

function replace(root: Nodes, target: Text, nodes: ElementContent[]): void {
  if (!('children' in root)) return;
  const parent: Parents = root;
  const index = (parent.children as Nodes[]).indexOf(target);
  if (index >= 0) parent.children.splice(index, 1, ...nodes);
  else parent.children.forEach((child) => replace(child, target, nodes));
}
