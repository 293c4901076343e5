import type { Link, Node, PhrasingContent, Text } from 'mdast';
import type { Inline } from '../text/inline.ts';
import { breakBetween } from './source-text.ts';

/** Tells what is wrong at a node of a Markdown tree. */
export type Tell = (node: Node, text: string) => void;

/** What no paragraph shows, in an editor's words. */
export const REFUSED_INLINE: Partial<Record<Node['type'], string>> = {
  html: 'HTML不能用，註解也不行，請寫純文字、**粗體**、*著重*或[文字](https://…)；要寫<本身，寫\\<',
  image: '圖片不能用，請用文字說，或寫成連結[文字](https://…)',
  imageReference: '圖片不能用，請用文字說，或寫成連結[文字](https://…)',
  linkReference: '這個連結沒有網址，請寫[文字](https://…)',
  footnoteReference: '註腳不能用，請把來源列在檔案開頭的sources，用號碼引用，例如[^2]',
};

/** Full-width marks count, for the check to tell of them alone. */
const CITATION = /[[［][\^＾](\p{Nd}+)[\]］]/u;
const LATIN = /[A-Za-z0-9]/;
const WRITE_LINK = '請寫[文字](https://…)，或寫<https://…>，用>標出結尾';
/** Where a link may lead: the web, a mailbox, or a unit of this site by its id (T9, T4: nothing else, least of all `javascript:`). */
const TARGET = /^(https?:\/\/[\x21-\x7e]+|mailto:[\x21-\x7e]+|#p\d+-[a-z]?\d*)$/;

/**
 * The inline nodes of a paragraph: those of the listed set, citations `[^2]` read, line breaks joined. Tells of all others, and of marks
 * that would vanish or show.
 */
export function readInline(nodes: readonly PhrasingContent[], body: string, tell: Tell): Inline[] {
  return joinLines(nodes.flatMap((node) => read(node, body, tell)));
}

function read(node: PhrasingContent, body: string, tell: Tell, isLinked = false): Inline[] {
  const readAll = (children: readonly PhrasingContent[], linked = isLinked): Inline[] =>
    children.flatMap((child) => read(child, body, tell, linked));
  switch (node.type) {
    case 'text':
      checkText(node, written(node, body), isLinked, tell);
      return withCitations(node.value);
    case 'footnoteReference':
      return /^\d+$/.test(node.identifier) ? withCitations(`[^${node.identifier}]`) : refuse(node, tell);
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }];
    case 'break':
      if (!written(node, body).startsWith('\\')) tell(node, '這一行最後有兩個空格，會換行，請刪掉；真要換行，寫\\');
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      checkMark(node, body, tell);
      return [{ type: node.type, children: readAll(node.children) }];
    case 'link':
      checkLink(node, written(node, body), tell);
      return [{ type: 'link', url: node.url, children: readAll(node.children, true) }];
    default:
      return refuse(node, tell);
  }
}

function refuse(node: Node, tell: Tell): Inline[] {
  tell(node, REFUSED_INLINE[node.type] ?? `${node.type}不能用，請寫普通的文字`);
  return [];
}

/** How a node is written; empty where it is written nowhere by itself, as a bare address. */
const written = ({ position }: Node, body: string): string => (position ? body.slice(position.start.offset, position.end.offset) : '');

function withCitations(value: string): Inline[] {
  return value.split(CITATION).flatMap((part, index): Inline[] => {
    const number = part.normalize('NFKC');
    if (index % 2) return [{ type: 'footnoteReference', identifier: number, label: number }];
    return part ? [{ type: 'text', value: part }] : [];
  });
}

function checkText(node: Text, raw: string, isLinked: boolean, tell: Tell): void {
  const find = (pattern: RegExp, within: string): [found: string, place: Node] => {
    const match = pattern.exec(within);
    const line = (node.position?.start.line ?? 1) + within.slice(0, match?.index).split('\n').length - 1;
    const point = { line, column: 1 };
    return [match?.[0] ?? '', node.position ? { type: 'text', position: { start: point, end: point } } : node];
  };
  const [reference, atReference] = find(/&(?:#\w+|[A-Za-z][A-Za-z0-9]*);/, raw);
  if (reference && !node.value.includes(reference)) tell(atReference, `${reference}會讀成另一個字元，請直接寫那個字元`);
  const [mark, atMark] = find(/(?<!\\)(?:\*\*|~~|`|(?<!\[\^\d+)\](?:\(|（))/, raw);
  if (mark.startsWith(']')) tell(atMark, `這裡的${mark}成不了連結，${WRITE_LINK}，網址裡不要有空格`);
  else if (mark) tell(atMark, `${mark}會照樣顯示出來，請補上另一半，或寫\\${mark.split('').join('\\')}`);
  const [address, atAddress] = find(/(?:https?:\/\/|www\.)[\x21-\x7e]*/i, isLinked ? '' : node.value);
  if (address) tell(atAddress, `「${address}」是裸網址，${WRITE_LINK}`);
}

/** `5*3與6*7`: a mark between digits or Latin letters was hardly meant as one; nor is an underscore ever, which names hold. */
function checkMark(node: PhrasingContent, body: string, tell: Tell): void {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  const mark = /^[*_~]+/.exec(body.slice(start, end))?.[0] ?? '';
  const isBetween = (place: number): boolean => {
    const [before, after] = [body.slice(Math.max(0, place - 9), place), body.slice(place + mark.length, place + mark.length + 9)];
    return (LATIN.test(before.slice(-1)) && LATIN.test(after[0] ?? '')) || (/\d *$/.test(before) && /^ *\d/.test(after));
  };
  if (mark.startsWith('_') || isBetween(start) || isBetween(end - mark.length))
    tell(
      node,
      `「${body.slice(Math.max(0, start - 1), end + 1)}」裡的${mark}會消失，請寫\\${mark.split('').join('\\')}；乘號寫×，著重寫*…*`,
    );
}

function checkLink(node: Link, raw: string, tell: Tell): void {
  const { url } = node;
  if (!/^[[<]/.test(raw)) return tell(node, `${url}是裸網址，${WRITE_LINK}`);
  if (/^\[\^\d+\]/.test(raw)) tell(node, '引用號後面接(會變成連結，請寫（');
  if (!node.children.length) tell(node, '這個連結沒有文字，請寫[文字](https://…)');
  const plain = [`(${url})`, `(<${url}>)`, `<${url.replace('mailto:', '')}>`, `<${url}>`];
  if (node.title) tell(node, '連結的題名不會顯示，請刪掉');
  else if (!plain.some((form) => raw.replace(/\s/g, '').endsWith(form.replace(/\s/g, '')))) tell(node, `網址沒有照原樣寫，請寫${url}`);
  if (TARGET.test(url) && (!url.startsWith('http') || URL.canParse(url))) return;
  if (/^https?:\/\//i.test(url)) tell(node, `「${url}」不是網址，請${URL.canParse(url) ? `寫${new URL(url).href}` : '改正，或拿掉連結'}`);
  else if (/^(?!\/\/)[^:]*$/.test(url)) tell(node, `「${url}」是站內的路徑，每種字體各不相同，請寫段落的編號，例如[文字](#p7-2)`);
  else tell(node, `連結不能指向「${url}」，請寫https://…、mailto:…或段落的編號，例如#p7-2`);
}

/** What a break in a line between two words is read as; across emphasis and links. */
function joinLines(nodes: Inline[]): Inline[] {
  const all = flat(nodes);
  let at = 0;
  const join = (node: Inline): Inline => {
    if ('children' in node) return { ...node, children: node.children.map(join) };
    const start = at;
    at += shown(node).length;
    if (node.type !== 'text') return node;
    const value = node.value.replace(/[ \t]*\r?\n[ \t]*/g, (gap, index: number) =>
      breakBetween(all.slice(0, start + index), all.slice(start + index + gap.length)),
    );
    return { ...node, value };
  };
  return nodes.map(join);
}

const shown = (node: Inline): string => ('value' in node ? node.value : '');
const flat = (nodes: readonly Inline[]): string => nodes.map((node) => ('children' in node ? flat(node.children) : shown(node))).join('');
