import { Refusal } from '../content/point-order.ts';
import { findHeadings, type Heading } from './headings.ts';
import { readHead, takeMark, takeText, type Head } from './head.ts';
import { linesOf, trimmed, type Line } from './lines.ts';
import type { Doubt, Piece, Take } from './pieces.ts';
import { CAPTION, ENDS, FIRST_SENTENCE, RULE } from './signs.ts';
import { tailAt } from './tail.ts';

/** A point as it was found; `stated` is the number that the text gives it, `number` the one it gets. */
export interface FoundPoint {
  number: number;
  stated: number;
  title: Piece;
  /** Its paragraphs, and headings (`section`) where the text has some. */
  body: Piece[];
}

/** A numbered article, taken apart: every piece is a stretch of the text, in order; between them is white space. */
export interface Recognised extends Head {
  points: FoundPoint[];
  pieces: Piece[];
  doubts: Doubt[];
}

/** A heading that is longer holds a paragraph too. */
const LONGEST_TITLE = 60;
const SECTION = /^#{1,6}\s*(?=\S)/;
const MARKUP = /^(?:\*\*|__)+\s*|\s*(?:\*\*|__)+\s*#*$|\s+#+$/g;

/** Takes the text of a numbered article apart. Throws a refusal where it has no numbered point. */
export function recognise(text: string): Recognised {
  const lines = linesOf(text);
  const { headings, contents, doubts } = findHeadings(lines);
  const [first] = headings;
  if (!first) throw new Refusal('找不到編號的論點（1.、1、（1）、一、第一……）：這個指令只匯入編了號的文章。');
  const pieces: Piece[] = [];
  const take: Take = (kind, start, written) => {
    const piece = { kind, ...trimmed(written, start) };
    if (piece.text) pieces.push(piece);
    return piece;
  };
  for (const line of contents) take('contents', line.start, line.text);
  const head = readHead(
    lines.slice(0, first.at).filter((line) => !contents.includes(line)),
    take,
    doubts,
  );
  const isInOrder = headings.every(({ number }, index) => number > (headings[index - 1]?.number ?? 0));
  if (!isInOrder) doubts.push({ text: '編號有重複或倒退，各則改依出現的先後編為1、2、3……，原文的編號列在上面' });
  const points = headings.map((heading, index): FoundPoint => {
    const below = lines.slice(heading.at + 1, headings[index + 1]?.at).filter((line) => !contents.includes(line));
    const number = isInOrder ? heading.number : index + 1;
    return { number, stated: heading.number, ...readPoint(heading, below, headings[index + 1] === undefined, take, doubts) };
  });
  for (const { number, title, body } of points)
    if (!body.length) doubts.push({ text: `第${number}則「${title.text.slice(0, 16)}」沒有內文：請補寫` });
  return { ...head, points, pieces: pieces.sort((a, b) => a.start - b.start), doubts };
}

function readPoint(
  { line, length }: Heading,
  below: readonly Line[],
  isLast: boolean,
  take: Take,
  doubts: Doubt[],
): Pick<FoundPoint, 'title' | 'body'> {
  take('number', line.start, line.text.slice(0, length));
  const isBare = length === line.text.length && below.length > 0;
  const rest = isBare ? below[0]! : { ...line, ...trimmed(line.text.slice(length), line.start + length) };
  const lines = isBare ? below.slice(1) : below;
  const end = isLast ? tailAt([line, ...lines], doubts) - 1 : lines.length;
  for (const { start, text } of lines.slice(end)) take('notice', start, text);

  const [sentence] = FIRST_SENTENCE.exec(rest.text) ?? [];
  const isSplit = sentence !== undefined && (rest.text.length > LONGEST_TITLE || end === 0);
  const title = takeHeading(isSplit ? { ...rest, text: sentence } : rest, take);
  const body: Piece[] = [];
  if (isSplit) {
    body.push(take('paragraph', rest.start + sentence.length, rest.text.slice(sentence.length)));
    doubts.push({ line: line.number, text: `標題與內文在同一行，在「${title.text.slice(-12)}」之後分開` });
  } else if (rest.text.length > LONGEST_TITLE) doubts.push({ line: line.number, text: `標題有${rest.text.length}個字，請看是否含了內文` });
  return { title, body: [...body, ...readBody(lines.slice(0, end), take)] };
}

/** Takes the words of a heading, without the marks of Markdown around them. */
function takeHeading({ start, text }: Line, take: Take): Piece {
  const marks = [...text.matchAll(MARKUP)];
  if (marks.reduce((sum, [mark]) => sum + mark.length, 0) >= text.length) return take('heading', start, text);
  for (const { 0: mark, index } of marks) take('markup', start + index, mark);
  const from = marks[0]?.index === 0 ? marks[0][0].length : 0;
  const last = marks.at(-1);
  return take('heading', start + from, text.slice(from, last && last.index > 0 ? last.index : undefined));
}

function readBody(lines: readonly Line[], take: Take): Piece[] {
  let isAfterImage = false;
  return lines.flatMap((line): Piece[] => {
    const { start, text } = line;
    const wasAfterImage = isAfterImage;
    isAfterImage = takeMark(line, take);
    if (isAfterImage || RULE.test(text)) return [];
    const isCaption = CAPTION.test(text) || (wasAfterImage && text.length <= LONGEST_TITLE && !ENDS.test(text));
    if (!isCaption) return [takeText(SECTION.test(text) ? 'section' : 'paragraph', line, take)];
    take('caption', start, text);
    return [];
  });
}
