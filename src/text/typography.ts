import type { Element, ElementContent, Nodes, Text } from 'hast';
import { element, hasClass } from './tree.ts';

const OPENING = '「『（《〈【〔“‘';
const CLOSING = '」』）》〉】〕”’、，。．';
const MIDDLE = '：；！？・';
const TAIL = 4;

/**
 * Wraps full-width marks that lose half their width beside another mark in `<span class="jz">`, for engines without
 * `text-spacing-trim`; which mark of a pair follows CSS Text 4, 8.4 (an opening mark after any mark, a closing one before any but an opening).
 * A reference between two marks keeps them apart.
 */
export function squeezeMarks(block: Element): void {
  for (const run of textRuns(block)) {
    const all = run.map(({ text }) => text.value).join('');
    let start = 0;
    for (const { text, parent } of run) {
      const { length } = text.value;
      const marks = Array.from({ length }, (_, index) => index).filter((index) => isSqueezed(all, start + index));
      start += length;
      if (marks.length) parent.children.splice(parent.children.indexOf(text), 1, ...spans(text.value, marks));
    }
  }
}

/**
 * Keeps on one line what a reader takes for one: a reference with the word and the marks before it, so that none begins a line, and the
 * last words of a paragraph, so that no single character ends it (CLREQ, "orphans"). No word is cut.
 */
export function keepTogether(paragraph: Element): void {
  const out: ElementContent[] = [];
  for (const child of paragraph.children) {
    if (!hasClass(child, 'ref')) out.push(child);
    else {
      const before = takeBack(out, 1);
      const leans = MARKS.includes(wordsOf(before).slice(-1)) ? ['ref', 'leans'] : ['ref'];
      out.push(
        element(
          'span',
          { className: ['nb'] },
          ...before,
          child.type === 'element' ? { ...child, properties: { ...child.properties, className: leans } } : child,
        ),
      );
    }
  }
  const tail = takeBack(out, TAIL);
  if (tail.length) out.push(element('span', { className: ['nb'] }, ...tail));
  paragraph.children = out;
}

/** Marks whose own room a reference may take. */
const MARKS = `${CLOSING}${MIDDLE}`;
const wordsOf = (nodes: readonly Nodes[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'children' in node ? wordsOf(node.children) : '')).join('');

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** What is longer is let alone: it would not fit a narrow line. */
const LONGEST = 12;
/** All before the last words: no word reaches across these marks. Finding the words of a whole paragraph takes ten times as long. */
const HEAD = new RegExp(`^.*[、。！？「」『』（）《》](?=.{${LONGEST},}$)`, 's');

/**
 * Takes from the end of a list at least so many characters, by words and with a word among them; stops before what it may not take apart.
 */
function takeBack(from: ElementContent[], enough: number): ElementContent[] {
  const taken: ElementContent[] = [];
  let [length, hasWord] = [0, false];
  for (let last = from.at(-1); last && !(hasWord && length >= enough); last = from.at(-1)) {
    if (last.type === 'text') {
      const head = HEAD.exec(last.value)?.[0] ?? '';
      const segments = [...words.segment(last.value.slice(head.length))];
      let value = '';
      while (segments.length && !(hasWord && length >= enough)) {
        const { segment, isWordLike = false } = segments.at(-1)!;
        if (length + segment.length > LONGEST) break;
        value = segment + value;
        length += [...segment].length;
        hasWord ||= isWordLike;
        segments.pop();
      }
      if (value) taken.unshift({ type: 'text', value });
      last.value = head + segments.map(({ segment }) => segment).join('');
      if (last.value) break;
      from.pop();
    } else if (last.type === 'element' && hasClass(last, 'nb')) {
      taken.unshift(...last.children);
      length += [...wordsOf(last.children)].length;
      hasWord = true;
      from.pop();
    } else if (last.type === 'element' && last.tagName === 'a' && length + [...wordsOf(last.children)].length <= LONGEST) {
      // A link or a name is kept whole.
      taken.unshift(last);
      length += [...wordsOf(last.children)].length;
      hasWord = true;
      from.pop();
    } else if (hasClass(last, 'jz') || hasClass(last, 'ref')) {
      taken.unshift(last);
      length += hasClass(last, 'jz') ? 1 : 0;
      from.pop();
    } else break;
  }
  return taken;
}

function isSqueezed(text: string, index: number): boolean {
  const mark = text.charAt(index);
  const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)];
  if (OPENING.includes(mark)) return before !== '' && (OPENING + MARKS).includes(before);
  return MARKS.includes(mark) && after !== '' && MARKS.includes(after);
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

/** The text nodes of a block, with what they stand in, in runs without a reference between them. */
function textRuns(block: Element): { text: Text; parent: Element }[][] {
  const runs: ReturnType<typeof textRuns> = [[]];
  const walk = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type === 'text') runs.at(-1)!.push({ text: child, parent });
      else if (hasClass(child, 'pn') || hasClass(child, 'ref')) runs.push([]);
      else if (child.type === 'element') walk(child);
    }
  };
  walk(block);
  return runs;
}
