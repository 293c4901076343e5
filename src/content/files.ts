import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';

/** One thing wrong in the content: where, what, and how to mend it. */
export interface Problem {
  file: string;
  line: number;
  text: string;
}

/** A file of the content, read but not judged: its values, where each stands, and for Markdown its body. */
export interface ContentFile {
  /** Path from the folder of the content, `points/05.md`. */
  name: string;
  /** Path from the folder in hand, `content/points/05.md`. */

  file: string;
  /** The whole text of the file. */
  text: string;
  values: unknown;
  document: Document;
  /** The line (from 1) on which the value at a path begins, or its nearest parent's. */
  lineOf(path: readonly PropertyKey[]): number;
  body: string;
  /** The line of the file on which the body begins. */
  bodyLine: number;
  problems: Problem[];
}

/** What is wrong with the value at a path of a file. */
export function problemIn(file: ContentFile, path: readonly PropertyKey[], text: string): Problem {
  return { file: file.file, line: file.lineOf(path), text: `${path.join('.')}: ${text}` };
}

const FENCE = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Reads one file of a content folder; what makes it unreadable is told in `problems`, never thrown. */
export function readContentFile(folder: string, name: string): ContentFile {
  const file = relative(process.cwd(), join(folder, name)).replaceAll('\\', '/');
  const problems: Problem[] = [];
  const tell = (line: number, text: string): void => void problems.push({ file, line, text });
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, name)));
  } catch (error) {
    tell(
      1,
      error instanceof TypeError
        ? 'is not UTF-8 text: save it as UTF-8'
        : `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}): the article needs this file`,
    );
  }
  if (!problems.length && !text.trim()) tell(1, 'is empty: write it, or delete the file');
  const markdown = file.endsWith('.md');
  const fence = markdown ? FENCE.exec(text) : null;
  const hasFence = fence?.index === 0;
  if (markdown && text.trim() && !hasFence) tell(1, 'has no front matter: begin the file with a line ---, the fields, and a line ---');
  const lines = new LineCounter();
  const document = parseDocument(markdown ? (hasFence ? `\n${fence[1]}` : '') : text, { lineCounter: lines });
  for (const error of document.errors) tell(lines.linePos(error.pos[0]).line, `is no valid YAML: ${error.message.split('\n')[0]}`);
  const body = hasFence ? text.slice(fence[0].length) : '';
  return {
    name,
    file,
    text,
    document,
    problems,
    body,
    values: document.errors.length ? undefined : document.toJS(),
    bodyLine: hasFence ? fence[0].split('\n').length : 1,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
        if (node?.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
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
