import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stringify, type Document } from 'yaml';
import { readBody, type Section } from './body.ts';
import type { Slip, SourceText, Span } from './source-text.ts';
import { readYaml } from './yaml.ts';

/** One thing wrong in the content: where, what, and how to mend it. */
export interface Problem extends Slip {
  file: string;
}

/** A file of the content, read but not judged: its values, its texts, where each stands, and for Markdown its body. */
export interface ContentFile {
  /** Path from the folder of the content, `points/05.md`. */
  name: string;
  /** Path from the folder in hand, `content/points/05.md`. */
  file: string;
  /** The whole text of the file. */
  text: string;
  /** Undefined where the file cannot be read; then it has one problem. */
  values: unknown;
  document: Document;
  texts: SourceText[];
  /** The line (from 1) on which the value at a path begins, or its nearest parent's. */
  lineOf(path: readonly PropertyKey[]): number;
  body: string;
  /** The line of the file on which the body begins. */
  bodyLine: number;
  sections: Section[];
  problems: Problem[];
}

/** What is wrong with the value at a path of a file. */
export function problemIn(file: ContentFile, path: readonly PropertyKey[], text: string): Problem {
  return { file: file.file, line: file.lineOf(path), text: `${path.join('.')}：${text}` };
}

/** What is wrong at a line of the body of a file. */
export function problemAt({ file, bodyLine }: ContentFile, line: number, text: string): Problem {
  return { file, line: bodyLine + line - 1, text };
}

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;
const LIKE_A_FENCE = /^\s*[-－—–]{2,}\s*$/;

/** Reads one file of a content folder; what makes it unreadable is told in `problems`, never thrown. */
export function readContentFile(folder: string, name: string): ContentFile {
  const file = relative(process.cwd(), join(folder, name)).replaceAll('\\', '/');
  try {
    return parseContentFile(file, name, new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, name))));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const text = error instanceof TypeError ? '不是UTF-8的文字，請存成UTF-8' : `讀不到（${code ?? String(error)}），文章少不了這個檔案`;
    return { ...parseContentFile(file, name, ''), problems: [{ file, line: 1, text }] };
  }
}

/** A list that was not written, as if it said that there is nothing: what a command writes into it makes the file. */
export function absentFile(folder: string, name: string, none: unknown): ContentFile {
  return parseContentFile(relative(process.cwd(), join(folder, name)).replaceAll('\\', '/'), name, stringify(none));
}

/** A file of the content with a given text. */
export function parseContentFile(file: string, name: string, text: string): ContentFile {
  const isMarkdown = name.endsWith('.md');
  const fence = isMarkdown ? FENCE.exec(text) : null;
  const hasFence = fence?.index === 0;
  const front = hasFence ? `\n${fence[1]}` : '';
  const yaml = readYaml(isMarkdown ? front : text);
  const body = hasFence ? text.slice(fence[0].length) : '';
  const bodyLine = hasFence ? fence[0].split('\n').length : 1;
  const { sections, texts, problems } = readBody(body);
  const unread = unreadable(text, isMarkdown && !hasFence) ?? (yaml.values === undefined ? openFence(front, yaml.problems[0]) : undefined);
  const found = unread ? [unread] : [...yaml.problems, ...problems.map(({ line, text }) => ({ line: bodyLine + line - 1, text }))];
  // The front matter is read with one line break in place of its opening line.
  const shift = hasFence ? text.indexOf('\n') : 0;
  return {
    name,
    file,
    text,
    values: unread ? undefined : yaml.values,
    document: yaml.document,
    texts: [...yaml.texts.map((field) => moved(field, shift)), ...texts.map((written) => moved(written, text.length - body.length))],
    lineOf: yaml.lineOf,
    body,
    bodyLine,
    sections,
    problems: found.map((problem) => ({ file, ...problem })),
  };
}

/** The Markdown files below a content folder, in the order of their names; none where there is no such folder. */
export function listMarkdown(folder: string, below: string): string[] {
  try {
    return readdirSync(join(folder, below))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => `${below}/${name}`);
  } catch {
    return [];
  }
}

function moved(written: SourceText, by: number): SourceText {
  return { ...written, spans: () => written.spans().map(([from, to]): Span => [from + by, to + by]) };
}

/** What keeps a file from being read at all. */
function unreadable(text: string, hasNoFence: boolean): Slip | undefined {
  if (!text.trim()) return { line: 1, text: '是空的，請寫上內容，或刪掉檔案' };
  const old = /\r(?!\n)/.exec(text);
  if (old)
    return {
      line: text.slice(0, old.index).split('\n').length,
      text: '有一行只用CR換行，那是上個世紀的寫法，請改用LF換行存檔',
    };
  if (!hasNoFence) return undefined;
  const rows = text.split('\n');
  const first = rows.findIndex((row) => row.trim());
  const later = rows.findIndex((row, index) => index > first && LIKE_A_FENCE.test(row));
  if (!LIKE_A_FENCE.test(rows[first] ?? '')) return { line: 1, text: '開頭沒有欄位，請在檔案最前面寫一行---、各個欄位，再一行---' };
  if (first > 0 || !/^---[ \t]*\r?$/.test(rows[0] ?? '')) return { line: first + 1, text: '欄位要從第一行開始，那一行只寫---，請移到那裡' };
  if (later > 0) return { line: later + 1, text: '這一行結束不了開頭的欄位，請從行首寫---，不要寫別的' };
  return { line: 1, text: '這裡開始的欄位沒有結束，請在最後一個欄位下面寫一行---' };
}

/** What keeps a front matter from being read; a heading in it says that the line which closes it is missing. */
function openFence(front: string, problem: Slip | undefined): Slip | undefined {
  const at = front.search(/^##+ /m);
  const line = front.slice(0, at).split('\n').length;
  return at < 0 || line > (problem?.line ?? 0) ? problem : { line, text: '欄位之間出現了標題，請在它上面寫一行---，結束欄位' };
}
