import type { Correction } from './correction.ts';
import type { Kind } from './pieces.ts';
import { INNER_IMAGE } from './signs.ts';

interface Row {
  why: string;
  pattern: RegExp;
  by: string;
  /** The kinds of pieces that it is for; without, all. */
  kinds?: readonly Kind[];
}

const HEADINGS: readonly Kind[] = ['title', 'heading', 'section'];

/** What a page leaves behind in copied text. */
const rows: readonly Row[] = [
  { why: '圖片記號', pattern: INNER_IMAGE, by: '' },
  { why: '定位字元改空格', pattern: /\t+/g, by: ' ' },
  {
    why: '看不見的字元',
    pattern: /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}](?<!\t)(?<!\p{Extended_Pictographic}\uFE0F?\u200D)/gu,
    by: '',
  },
  { why: '標題裡的記號', pattern: /\*\*|__/g, by: '', kinds: HEADINGS },
  // In a title | is a place where it may break.
  { why: '標題裡的豎線', pattern: /\|/g, by: '｜', kinds: HEADINGS },
  { why: '標題末尾的句號', pattern: /(?<=[^。.])[。.](?=[\s*]*$)/g, by: '', kinds: HEADINGS },
  // Marks of notes lead nowhere, an id belongs to the text that it was given to.
  { why: '註腳的記號', pattern: /(?<=\[)[\^＾](?=\p{Nd}+\])/gu, by: '' },
  { why: '別處的段落id', pattern: /\s*\{[#＃.][^{}\s]*(?:\s*\.\w+)?\}(?=\s*$)/g, by: '' },
  // -{ sets a passage by hand; in pasted text it is nothing of the kind.
  { why: '有別用的記號', pattern: /-(?=\{)/g, by: '－' },
  { why: '有別用的記號', pattern: /(?<=\})-/g, by: '－' },
];

/** Takes out of a piece what is not of its text. */
export function clean(text: string, kind: Kind): Correction[] {
  const found = rows
    .filter(({ kinds }) => !kinds || kinds.includes(kind))
    .flatMap(({ why, pattern, by }) => [...text.matchAll(pattern)].map(({ 0: from, index }) => ({ index, from, to: by, why })))
    .sort((a, b) => a.index - b.index);
  return found.filter(({ index }, at) => found.slice(0, at).every((one) => one.index + one.from.length <= index));
}

/** Blanks at the ends that other corrections have laid bare. */
export function cleanEnds(text: string): Correction[] {
  return [...text.matchAll(/^\s+|\s+$/g)]
    .slice(0, text.trim() ? 2 : 1)
    .map(({ 0: from, index }) => ({ index, from, to: '', why: '首尾的空格' }));
}
