import { LAST_NUMBER } from '../text/numerals.ts';
import { textFaults } from '../content/text-faults.ts';
import type { Form } from '../text/forms.ts';
import { accountOf, type Account } from './account.ts';
import { formOf, scriptOf } from './characters.ts';
import { improve, type Improved } from './improve.ts';
import { kinds, type Doubt, type Piece } from './pieces.ts';
import { recognise } from './recognise.ts';
import { DOT } from './typography.ts';

/** What the person who imports may say of a text. */
export interface Wishes {
  from?: Form | undefined;
  master?: Form | undefined;
  title?: string | undefined;
  rights?: string | undefined;
  /** Told of every piece that is done. */
  progress?: (done: number, all: number) => void;
}

/** A point as it is written: its paragraphs, and headings where the text has some. */
export interface ImportedPoint {
  number: number;
  title: string;
  body: { text: string; isHeading: boolean }[];
}

/** An article brought to the master's form, with all that the report tells. */
export interface Imported {
  source: Form;
  master: Form;
  title: string | undefined;
  authors: string[];
  date: string | undefined;
  rights: string | undefined;
  lead: string[];
  points: ImportedPoint[];
  /** What is kept apart, in the words of the input. */
  apart: Piece[];
  improved: Improved[];
  doubts: Doubt[];
  account: Account;
}

/** Reads the text of a numbered article and brings it to the master's form. Throws a refusal where it has no numbered point. */
export function readArticle(
  input: string,
  { from = scriptOf(input), master = formOf('zh-Hant'), title, rights, progress }: Wishes = {},
): Imported {
  const found = recognise(input);
  const doubts = [...found.doubts];
  if (title !== undefined && found.title) {
    found.title.kind = 'unused';
    doubts.push({ text: `原文的標題「${found.title.text}」沒有採用，用的是--title所給的` });
  }
  const setting = { source: from, master, names: found.authors.map(({ text }) => text) };
  const used = found.pieces.filter(({ kind }) => kinds[kind].is === 'text' || kind === 'author');
  const done = new Map<Piece, Improved>();
  for (const piece of used) {
    done.set(piece, improve(piece, setting));
    progress?.(done.size, used.length);
  }
  const textOf = (piece: Piece): string => done.get(piece)?.text ?? piece.text;
  const written = (pieces: readonly Piece[]): Piece[] => pieces.filter((piece) => textOf(piece));
  const points = found.points.map(({ number, title: heading, body }) => ({
    number,
    title: textOf(heading),
    body: written(body).map((piece) => ({ text: textOf(piece), isHeading: piece.kind === 'section' })),
  }));
  for (const { piece, text, changes } of done.values()) {
    doubts.push(...faultsOf(piece, text, input, master));
    for (const { why, from, to, before, index } of changes)
      if (why === DOT)
        doubts.push({
          line: lineAt(input, piece),
          text: `「${before.slice(Math.max(0, index - 6), index + 6)}」的${from.trim()}改成了${to}，請核對`,
        });
  }
  const last = Math.max(...points.map(({ number }) => number));
  if (last > LAST_NUMBER) doubts.push({ text: `論點編到第${last}則，網站的網址只到第${LAST_NUMBER}則：請合併或分成幾篇` });
  const improved = [...done.values()];
  return {
    source: from,
    master,
    title: title ?? (found.title && textOf(found.title)),
    authors: found.authors.map(textOf),
    date: found.date,
    rights,
    lead: written(found.lead).map(textOf),
    points,
    apart: found.pieces.filter(({ kind }) => kinds[kind].is === 'apart'),
    improved,
    doubts: doubts.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    account: accountOf(
      input,
      found.pieces,
      improved.filter(({ piece }) => kinds[piece.kind].is === 'text'),
    ),
  };
}

/** What the check of the content would tell of a text and has no one answer. */
function faultsOf(piece: Piece, text: string, input: string, master: Form): Doubt[] {
  const markup = ['title', 'heading', 'section'].includes(piece.kind) ? 'none' : 'inline';
  return textFaults(text, markup, true, master).map((fault) => ({
    line: lineAt(input, piece),
    text: `${fault.text}（「${text.slice(0, 16)}」；網站要等這裡改好才建得成）`,
  }));
}

const lineAt = (input: string, { start }: Piece): number => input.slice(0, start).split(/\r\n|[\n\r]/).length;
