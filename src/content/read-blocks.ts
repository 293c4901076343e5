import type { Blockquote, Heading, ListItem, Node, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { allNodes, type Inline } from '../text/inline.ts';
import type { Section, WrittenUnit } from './body.ts';
import { readInline, REFUSED_INLINE, type Tell } from './read-inline.ts';
import { ENDING } from './source-text.ts';
import { lostIn } from './whole.ts';

const ID = new RegExp(`\\s*${ENDING}\\s*$`);

/** Marks what came after the article that is discussed, `{#p5-6 .after}`; what has no mark was known then. */
export const AFTER = 'after';

/** What mends a text of which something would be lost. */
export const PLAINER = '請寫成普通的段落';

/** What no page shows, in an editor's words. */
export const REFUSED: Partial<Record<Node['type'], string>> = {
  ...REFUSED_INLINE,
  code: '程式碼區塊不能用，請寫成段落，行首不要空四格',
  definition: '網址不能和連結分開寫，請寫[文字](https://…)',
  footnoteDefinition: '註腳不能用，請把來源列在檔案開頭的sources，用號碼引用，例如[^2]',
  table: '表格不能用，請把各列寫成段落或清單',
  thematicBreak: '分隔線不能用，請刪掉，或寫標題##',
};

/** The paragraphs of an item, which holds one, or of a quotation; tells of all else in it. */
export function onlyParagraphs(parent: ListItem | Blockquote, what: string, tell: Tell): Paragraph[] {
  if (!parent.children.length) tell(parent, `${what}，這裡卻沒有，請寫上，或刪掉它的符號`);
  if ('checked' in parent && typeof parent.checked === 'boolean') tell(parent, '方框[ ]不能用，請刪掉');
  return parent.children.flatMap((child, index): Paragraph[] => {
    if (child.type === 'paragraph' && (parent.type === 'blockquote' || index === 0)) return [child];
    tell(child, `${what}，不能放別的，請把裡面的東西拿出來`);
    return [];
  });
}

/** Reads the heading of a section and tells what is wrong with it: the only one is ##, of plain words; nothing where it heads none. */
export function readHeading(node: Heading, body: string, tell: Tell): Section | undefined {
  const marks = '#'.repeat(node.depth);
  const isUnderlined = body[node.position?.start.offset ?? 0] !== '#';
  if (isUnderlined) tell(node, '下面那行-或=會把這段文字變成標題，請在中間空一行，或刪掉那行');
  else if (node.depth !== 2) tell(node, `標題不能用${marks}，小節請寫##，不然就寫成段落`);
  else if (!toString(node).trim()) tell(node, '這個標題是空的，請寫上，或刪掉##');
  else if (node.children.some(({ type }) => type !== 'text') || lostIn(node, body, toString(node)))
    tell(node, '標題只能是純文字，請拿掉裡面的符號');
  if (isUnderlined || node.depth !== 2) return undefined;
  const words = toString(node);
  const [tail = '', id] = ID.exec(words) ?? [];
  const { start, end } = node.position ?? { start: { line: 1 }, end: { offset: 0 } };
  return {
    heading: words.slice(0, words.length - tail.length),
    ...(id === undefined ? {} : { id: id.normalize('NFKC') }),
    line: start.line,
    end: end.offset ?? 0,
    blocks: [],
  };
}

/** Tells where the number of an item is not the one that would be shown. */
export function checkNumber(item: ListItem, expected: number, body: string, tell: Tell): void {
  const [written] = /^\d+/.exec(body.slice(item.position?.start.offset)) ?? [];
  if (Number(written) !== expected) tell(item, `這一項寫的是${written}，會顯示成${expected}，請寫${expected}`);
}

/** Reads a paragraph; tells of all in it that cannot be published, and of any word that would be lost. */
export function readUnit(node: Paragraph, body: string, tell: Tell): WrittenUnit {
  let isWhole = true;
  const tellHere: Tell = (place, text) => {
    isWhole = false;
    tell(place.position ? place : node, text);
  };
  const content = readInline(node.children, body, tellHere);
  const { start, end } = node.position ?? { start: { line: 1, offset: 0 }, end: { offset: 0 } };
  if (/[#＃]/.test(body[start.offset ?? 0] ?? '')) tellHere(node, '標題要用半形的##加一個空格，請在前面寫##；要的只是這個符號，寫\\#');
  const last = content.at(-1);
  const [tail, id, mark] = (last?.type === 'text' && ID.exec(last.value)) || [];
  if (tail !== undefined && last?.type === 'text') last.value = last.value.slice(0, -tail.length);
  else if (ID.test(toString(node))) tellHere(node, '編號在強調、程式碼或連結裡面，請移到它後面，放在最後');
  const lost = isWhole && lostIn(node, body, allNodes(content).map(shown).join('') + (tail ?? ''));
  if (lost) tellHere(node, `「${lost}」有字顯示不出來，${PLAINER}`);
  if (mark !== undefined && mark !== AFTER) tellHere(node, `.${mark}不是段落的記號，請寫.${AFTER}，或刪掉`);
  return {
    ...(id === undefined ? {} : { id: id.normalize('NFKC') }),
    ...(mark === undefined ? {} : { mark }),
    content,
    line: start.line,
    end: end.offset ?? 0,
  };
}

const shown = (node: Inline): string => ('value' in node ? node.value : node.type === 'footnoteReference' ? node.label : '');
