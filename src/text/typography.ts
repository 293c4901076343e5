import type { Element, ElementContent, Nodes, Parents, Text } from 'hast';
import { element, hasClass, isElement } from './tree.ts';

const OPENING = '「『（《〈【〔“‘';
const CLOSING = '」』）》〉】〕”’、，。．';
const MIDDLE = '：；！？・';
const TAIL = 4;

/**
 * Wraps full-width marks that lose half their width beside another mark in `<span class="jz">`, for engines without
 * `text-spacing-trim`; which mark of a pair follows CSS Text 4, 8.4 (an opening mark after any mark, a closing one before any but an opening).
 * A reference between two marks keeps them apart.
 */
export function squeezeMarks(node: Nodes): void {
  for (const run of textRuns(node)) {
    const all = run.map((text) => text.value).join('');
    let start = 0;
    for (const text of run) {
      const { length } = text.value;
      const marks = Array.from({ length }, (_, index) => index).filter((index) => isSqueezed(all, start + index));
      start += length;
      if (marks.length) replace(node, text, spans(text.value, marks));
    }
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
      const characters = [...last.value];
      const kept = characters.splice(-(TAIL - length)).join('');
      tail.unshift({ type: 'text', value: kept });
      length += [...kept].length;
      last.value = characters.join('');
      if (last.value) break;
    } else {
      tail.unshift(last);
      length += hasClass(last, 'ref') ? 0 : 1;
    }
    paragraph.children.pop();
  }
  paragraph.children.push(element('span', { className: ['nb'] }, ...tail));
}

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

/** The text nodes of a block in runs without a reference between them. */
function textRuns(node: Nodes): Text[][] {
  const runs: Text[][] = [[]];
  const walk = (inner: Nodes): void => {
    if (inner.type === 'text') runs.at(-1)!.push(inner);
    else if (hasClass(inner, 'pn') || hasClass(inner, 'ref')) runs.push([]);
    else if ('children' in inner) inner.children.forEach(walk);
  };
  walk(node);
  return runs;
}

function replace(root: Nodes, target: Text, nodes: ElementContent[]): void {
  if (!('children' in root)) return;
  const parent: Parents = root;
  const index = (parent.children as Nodes[]).indexOf(target);
  if (index >= 0) parent.children.splice(index, 1, ...nodes);
  else parent.children.forEach((child) => replace(child, target, nodes));
}
