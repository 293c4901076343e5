import type { Link, Node, PhrasingContent, Text } from 'mdast';
import type { Inline } from '../text/inline.ts';
import { breakBetween } from './source-text.ts';

/** Tells what is wrong at a node of a Markdown tree. */
export type Tell = (node: Node, text: string) => void;

/** What no paragraph shows, in an editor's words. */
export const REFUSED_INLINE: Partial<Record<Node['type'], string>> = {
  html: 'HTML is not read, comments neither: write plain text, **strong**, *emphasis* or [words](https://…), and \\< for a plain <',
  image: 'an image cannot be shown: say it in words, or write a link to it, [words](https://…)',
  imageReference: 'an image cannot be shown: say it in words, or write a link to it, [words](https://…)',
  linkReference: 'a link without its address is not read: write [words](https://…)',
  footnoteReference: 'a footnote is not read: list the source in the front matter and cite it by its number, [^2]',
};

/** Full-width marks count, for the check to tell of them alone. */
const CITATION = /[[［][\^＾](\p{Nd}+)[\]］]/u;
const LATIN = /[A-Za-z0-9]/;
const WRITE_LINK = 'write [words](https://…), or <https://…> with a > where it ends';
/** Where a link may lead: the web, a mailbox, or a unit of this site by its id (T9, T4: nothing else, least of all `javascript:`). */
const TARGET = /^(https?:\/\/[\x21-\x7e]+|mailto:[\x21-\x7e]+|#p\d+-[a-z]?\d*)$/;

/**
 * The inline nodes of a paragraph: those of the listed set, with its citations `[^2]` read and its line breaks joined. Tells of all
 * others, and of marks that would vanish or be shown as they are.
 * @param body the text of the whole body, to see how a node is written
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
      if (!written(node, body).startsWith('\\'))
        tell(node, 'two spaces end this line, which breaks it: remove them, or write \\ for a break');
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
  tell(node, REFUSED_INLINE[node.type] ?? `a ${node.type} cannot be shown: write plain words`);
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
  if (reference && !node.value.includes(reference))
    tell(atReference, `${reference} is read as another character: write the character itself`);
  const [mark, atMark] = find(/(?<!\\)(?:\*\*|~~|`|(?<!\[\^\d+)\](?:\(|（))/, raw);
  if (mark.startsWith(']')) tell(atMark, `${mark} makes no link here: ${WRITE_LINK}, no spaces within the address`);
  else if (mark) tell(atMark, `${mark} would be shown as it is: write its other half, or \\${mark.split('').join('\\')}`);
  const [address, atAddress] = find(/(?:https?:\/\/|www\.)[\x21-\x7e]*/i, isLinked ? '' : node.value);
  if (address) tell(atAddress, `“${address}” is a bare address: ${WRITE_LINK}`);
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
      `in “${body.slice(Math.max(0, start - 1), end + 1)}” the ${mark} would vanish: write \\${mark.split('').join('\\')}, or × for a product, or *…* for emphasis`,
    );
}

function checkLink(node: Link, raw: string, tell: Tell): void {
  const { url } = node;
  if (!/^[[<]/.test(raw)) return tell(node, `${url} is a bare address: ${WRITE_LINK}`);
  if (/^\[\^\d+\]/.test(raw)) tell(node, 'a citation before ( makes a link of what follows: write （');
  if (!node.children.length) tell(node, 'this link has no words: write [words](https://…)');
  const plain = [`(${url})`, `(<${url}>)`, `<${url.replace('mailto:', '')}>`, `<${url}>`];
  if (node.title) tell(node, 'a title of a link is not shown: remove it');
  else if (!plain.some((form) => raw.replace(/\s/g, '').endsWith(form.replace(/\s/g, ''))))
    tell(node, `the address is not written as it is: write ${url}`);
  if (TARGET.test(url) && (!url.startsWith('http') || URL.canParse(url))) return;
  if (/^https?:\/\//i.test(url))
    tell(node, `“${url}” is no address: ${URL.canParse(url) ? `write ${new URL(url).href}` : 'mend it, or take the link away'}`);
  else if (/^(?!\/\/)[^:]*$/.test(url))
    tell(node, `“${url}” leads within the site, where each written form has addresses of its own: write the id of a unit, [words](#p7-2)`);
  else tell(node, `a link may not lead to “${url}”: write https://…, mailto:… or the id of a unit, #p7-2`);
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
