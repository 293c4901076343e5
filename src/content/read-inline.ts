import type { Node, PhrasingContent } from 'mdast';
import type { Inline } from '../text/inline.ts';

/** Tells what is wrong at a node of a Markdown tree. */
export type Tell = (node: Node, text: string) => void;

const CITATION = /\[\^(\d+)\]/;
/** Where a link may lead: the web, a mailbox, or a unit of this site by its id (T9, T4: nothing else, least of all `javascript:`). */
const TARGET = /^(https?:\/\/[\x21-\x7e]+|mailto:[\x21-\x7e]+|#p\d+-[a-z]?\d*)$/;
const JOINED = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF「」『』—…“”‘’]/u;
const LATIN = /[A-Za-z0-9]/;

/**
 * The inline nodes of a paragraph: those of the listed set, with its citations `[^2]` read and its line breaks joined. Tells of all
 * others, and of marks that would vanish between digits or Latin letters.
 * @param body the text of the whole body, to see what stands beside a mark
 */
export function readInline(nodes: readonly PhrasingContent[], body: string, tell: Tell): Inline[] {
  return joinLines(nodes.flatMap((node) => read(node, body, tell)));
}

function read(node: PhrasingContent, body: string, tell: Tell): Inline[] {
  switch (node.type) {
    case 'text':
      return node.value
        .split(CITATION)
        .map((part, index): Inline =>
          index % 2 ? { type: 'footnoteReference', identifier: part, label: part } : { type: 'text', value: part },
        )
        .filter((part) => part.type !== 'text' || part.value);
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      tellOfVanishing(node, body, tell);
      return [{ type: node.type, children: node.children.flatMap((child) => read(child, body, tell)) }];
    case 'link': {
      const start = node.position?.start.offset ?? 0;
      if (!/[[<]/.test(body[start] ?? ''))
        tell(node, `${node.url} is a bare address: write [words](https://…), or <https://…> with a > where it ends`);
      else if (!TARGET.test(node.url))
        tell(node, `a link may not lead to “${node.url}”: write https://…, mailto:… or the id of a unit, #p7-2`);
      if (node.title) tell(node, 'a title of a link is not shown: remove it');
      return [{ type: 'link', url: node.url, children: node.children.flatMap((child) => read(child, body, tell)) }];
    }
    default:
      tell(node, REFUSED[node.type] ?? `a ${node.type} cannot be shown: write plain words`);
      return [];
  }
}

const REFUSED: Partial<Record<Node['type'], string>> = {
  html: 'HTML is not read, comments neither: write plain text, **strong**, *emphasis* or [words](https://…)',
  image: 'an image cannot be shown: say it in words, or write a link to it, [words](https://…)',
  imageReference: 'an image cannot be shown: say it in words, or write a link to it, [words](https://…)',
  linkReference: 'a link without its address is not read: write [words](https://…)',
  footnoteReference: 'a footnote is not read: list the source in the front matter and cite it by its number, [^2]',
};

/** `5*3與6*7`: a mark between digits or Latin letters was hardly meant as one. */
function tellOfVanishing(node: PhrasingContent, body: string, tell: Tell): void {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  const mark = /^[*_~]+/.exec(body.slice(start, end))?.[0] ?? '';
  const between = (place: number): boolean => LATIN.test(body[place - 1] ?? '') && LATIN.test(body[place + mark.length] ?? '');
  if (between(start) || between(end - mark.length))
    tell(node, `in “${body.slice(start - 1, end + 1)}” the ${mark} would vanish: write \\${mark.split('').join('\\')}, or × for a product`);
}

/** A line break between two Han or full-width characters vanishes, any other is a space (T5; CSS Text 4, 4.1.3). */
function joinLines(nodes: Inline[]): Inline[] {
  const all = flat(nodes);
  let at = 0;
  const join = (node: Inline): Inline => {
    if ('children' in node) return { ...node, children: node.children.map(join) };
    const start = at;
    at += shown(node).length;
    if (node.type !== 'text') return node;
    const value = node.value.replace(/[ \t]*\r?\n[ \t]*/g, (gap, index: number) => {
      const before = all
        .slice(0, start + index)
        .trimEnd()
        .slice(-1);
      const after = all.slice(start + index + gap.length).trimStart()[0] ?? '';
      return JOINED.test(before) && JOINED.test(after) ? '' : ' ';
    });
    return { ...node, value };
  };
  return nodes.map(join);
}

const shown = (node: Inline): string => ('value' in node ? node.value : '');
const flat = (nodes: readonly Inline[]): string => nodes.map((node) => ('children' in node ? flat(node.children) : shown(node))).join('');
