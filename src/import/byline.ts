import { dayIn } from './dates.ts';
import type { Line } from './lines.ts';
import type { Piece, Take } from './pieces.ts';
import { AFTER_NAMES, BYLINE, DAY_LABEL } from './signs.ts';

const HAN_NAME = /^[\p{Script=Han}][\p{Script=Han}·・‧•]{1,9}$/u;
const LATIN_NAME = /^[\p{Script=Latin}][\p{Script=Latin}.'’ -]{1,40}$/u;
const BETWEEN = /\s*[、,，／/;；&＆|｜]\s*/;
/** A Chinese name is rarely longer without a dot in it; a longer word is a sentence. */
const LONGEST = 4;
const nothing: Take = (kind, start, text) => ({ kind, start, text });

/** Reads a line that says who wrote the article, and perhaps on which day; undefined where it is none. */
export function readByline({ start, text }: Line, take: Take = nothing): { authors: Piece[]; day: string | undefined } | undefined {
  const label = BYLINE.exec(text)?.[0];
  if (!label) return undefined;
  const day = dayIn(text.slice(label.length));
  const end = day ? label.length + day.index : text.length;
  const written = text.slice(label.length, end).replace(/[|｜·•\s（(]+$/, '');
  const names = namesIn(written.replace(AFTER_NAMES, ''));
  if (!names.length) return undefined;
  let at = label.length;
  let before = 0;
  const authors = names.map((name) => {
    at = text.indexOf(name, at);
    if (at > before) take('label', start + before, text.slice(before, at));
    before = at += name.length;
    return take('author', start + at - name.length, name);
  });
  if (day) {
    if (end > before) take('label', start + before, text.slice(before, end));
    take('date', start + end, text.slice(end, end + day.length));
    before = end + day.length;
  }
  if (before < text.length) take(day ? 'credit' : 'label', start + before, text.slice(before));
  return { authors, day: day?.day };
}

/** Names separated by 、 or commas, or by spaces: a space within Latin letters is that of one name. None where one of them is no name. */
function namesIn(text: string): string[] {
  const parts = text.split(BETWEEN).flatMap((part) => part.split(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u));
  const names = parts.map((part) => part.trim()).filter(Boolean);
  const isName = (name: string): boolean =>
    LATIN_NAME.test(name) || (HAN_NAME.test(name) && (/[·・‧•]/.test(name) || name.length <= LONGEST));
  return names.every(isName) ? names : [];
}

/**
 * Reads a line that says on which day the article came out, and perhaps where; undefined where it is none.
 * @param isPart the line is the beginning of a paragraph that is known to be a dateline
 */
export function readDateline({ start, text }: Line, take: Take = nothing, isPart = false): { day: string | undefined } | undefined {
  const day = dayIn(text);
  if (!day) return undefined;
  const [before, after] = [text.slice(0, day.index), text.slice(day.index + day.length)];
  const label = DAY_LABEL.exec(before)?.[0] ?? '';
  const place = before.slice(label.length).trim();
  const isAlone = /^\p{Script=Han}{0,6}[（(【|｜·]?$/u.test(place) && (!after || /^\s*[）)】]?(?:\s|[|｜·•／/]|$)/.test(after));
  if (!isPart && (!isAlone || text.length > 60 || /[。！？!?；]/.test(text))) return undefined;
  if (before) take('label', start, before);
  take('date', start + day.index, text.slice(day.index, day.index + day.length));
  if (after) take(/[\p{L}\p{N}]/u.test(after) ? 'credit' : 'label', start + day.index + day.length, after);
  return { day: day.day };
}
