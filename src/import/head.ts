import { readByline, readDateline } from './byline.ts';
import type { Line } from './lines.ts';
import type { Doubt, Kind, Piece, Take } from './pieces.ts';
import { ALTERNATIVE, CAPTION, CREDIT, ENDS, IMAGE, RULE, SCENE, TITLE_LABEL, WIRE } from './signs.ts';

/** What stands before the first point. */
export interface Head {
  title?: Piece;
  authors: Piece[];
  /** YYYY-MM-DD. */
  date?: string;
  lead: Piece[];
}

const LONGEST_TITLE = 60;
/** A line of the lead without any mark that is no longer than this is a caption. */
const LONGEST_CAPTION = 45;
const SENTENCE = /[。；;！!？?]/;
const MARKED = /^#{1,6}\s*/;
const INTRODUCTION = /^(?:導言|导言|引言|前言|導語|导语|編者按|编者按|摘要|目錄|目录)[：:]?$/;

/** Reads the lines before the first point: title, byline, dateline, images, captions; the rest is the lead. */
export function readHead(lines: readonly Line[], take: Take, doubts: Doubt[]): Head {
  const head: Head = { authors: [], lead: [] };
  let isAfterImage = false;
  lines.forEach((line, index) => {
    const { start, text } = line;
    const wasAfterImage = isAfterImage;
    isAfterImage = takeMark(line, take);
    if (isAfterImage || RULE.test(text)) return;
    const label = TITLE_LABEL.exec(text)?.[0] ?? '';
    if (label || (!head.title && !head.authors.length && !head.lead.length && isTitle(lines, index))) {
      head.title ??= takeTitle(line, label, take);
      return;
    }
    const byline = head.authors.length ? undefined : readByline(line, take);
    const dateline = byline ?? readDateline(line, take);
    head.authors.push(...(byline?.authors ?? []));
    if (dateline) return void (head.date = readDay(line, dateline.day, head.date, doubts));
    if (WIRE.test(text)) head.date ??= readWire(text);
    if (CREDIT.test(text)) take('credit', start, text);
    else if (INTRODUCTION.test(text.replace(MARKED, ''))) take('markup', start, text);
    else if (CAPTION.test(text)) take('caption', start, text);
    else if (wasAfterImage && text.length <= LONGEST_TITLE && !ENDS.test(text)) take('caption', start, text);
    else {
      const isBare = text.length <= LONGEST_CAPTION && !SENTENCE.test(text) && !ENDS.test(text);
      const isCaption = isBare && (SCENE.test(text) || !/[，,]/.test(text));
      if (isCaption) take('caption', start, text);
      else head.lead.push(takeText('lead', line, take));
      const where = isCaption ? '像是圖說，沒有放進導言；若是正文或標題，請放回去' : '沒有句末的標點，留在導言；若是圖說，請刪去';
      if (isBare) doubts.push({ line: line.number, text: `「${text}」${where}` });
    }
  });
  return head;
}

/** Takes an image mark or a line across the page; answers whether it was an image. The words of an image are its caption. */
export function takeMark({ start, text }: Line, take: Take): boolean {
  const isImage = IMAGE.test(text);
  if (!isImage && RULE.test(text)) take('rule', start, text);
  if (!isImage) return false;
  const words = ALTERNATIVE.exec(text)?.[1]?.trim();
  const at = words ? text.indexOf(words) : text.length;
  if (at) take('image', start, text.slice(0, at));
  if (words) take('caption', start + at, words);
  if (words) take('image', start + at + words.length, text.slice(at + words.length));
  return true;
}

/** Takes a line as text; the marks of a Markdown heading or quotation before it are left out. */
export function takeText(kind: Kind, { start, text }: Line, take: Take): Piece {
  const mark = /^(?:#{1,6}\s*|>\s*)*/.exec(text)?.[0] ?? '';
  if (mark.length === text.length) return take(kind, start, text);
  if (mark) take('markup', start, mark);
  return take(kind, start + mark.length, text.slice(mark.length));
}

function takeTitle(line: Line, label: string, take: Take): Piece {
  const { start, text } = line;
  const mark = label || (/^(?:#{1,6}\s*)?(?:\*\*|__)?/.exec(text)?.[0] ?? '');
  const tail = label ? '' : (/(?:\*\*|__)?\s*#*$/.exec(text)?.[0] ?? '');
  const isWhole = mark.length + tail.length >= text.length;
  if (isWhole) return take('title', start, text);
  if (mark) take(label ? 'label' : 'markup', start, mark);
  if (tail) take('markup', start + text.length - tail.length, tail);
  return take('title', start + mark.length, text.slice(mark.length, text.length - tail.length));
}

/** A headline: a Markdown heading, or the first line where it is short and no sentence ends it. */
function isTitle(lines: readonly Line[], index: number): boolean {
  const text = lines[index]!.text;
  if (text.length > LONGEST_TITLE || IMAGE.test(text) || CAPTION.test(text) || CREDIT.test(text)) return false;
  if (readByline(lines[index]!) || readDateline(lines[index]!) || WIRE.test(text)) return false;
  if (MARKED.test(text)) return !INTRODUCTION.test(text.replace(MARKED, ''));
  return !/[。；;，,：:、…]$/.test(text) && !/[。；;]/.test(text) && !INTRODUCTION.test(text);
}

function readDay({ number, text }: Line, day: string | undefined, before: string | undefined, doubts: Doubt[]): string | undefined {
  if (!before && !day && /\d/.test(text)) doubts.push({ line: number, text: `「${text}」裡的日期不完整，沒有採用` });
  return before ?? day;
}

const readWire = (text: string): string | undefined =>
  readDateline({ number: 0, start: 0, text: WIRE.exec(text)?.[0] ?? '' }, undefined, true)?.day;
