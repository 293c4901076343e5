import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { listOf } from '../../src/content/check.ts';
import { contentFrom, entriesOf, type Content } from '../../src/content/content.ts';
import { wordsForm } from '../../src/text/forms.ts';
import type { Problem } from '../../src/content/files.ts';
import { contentFolder } from '../../src/content/folder.ts';
import { readContent, readFiles } from '../../src/content/read.ts';

/** An invented article that uses every field, every kind of row, every block and every inline node. */
export const everyField = 'tests/fixtures/every-field';
/** The article of the first edition as it was; only what the format forces is adapted. */
export const firstEdition = 'tests/fixtures/first-edition';
/** An invented article of titles and paragraphs alone. */
export const plainArticle = 'tests/fixtures/articles/plain';
/** The articles that the engine is tried with: the fixtures, and the content in hand, where it has the master in which they are written. */
export const articleFolders: readonly string[] = [
  ...new Set([everyField, firstEdition, plainArticle, ...(hasMaster(contentFolder()) ? [relative('', contentFolder())] : [])]),
];

function hasMaster(folder: string): boolean {
  return (readFiles(folder).site?.values.master ?? wordsForm.id) === wordsForm.id;
}

/** The content of a folder. Throws where it has problems. */
export function goodContent(folder: string): Content {
  const reading = readContent(resolve(folder));
  if (reading.problems.length) throw new Error(listOf(reading.problems));
  return contentFrom(entriesOf(reading));
}

/** A copy of a content folder: what a test may break. Files are named from the folder. */
export interface ContentCopy {
  folder: string;
  read(file: string): string;
  write(file: string, text: string | Uint8Array): void;
  remove(file: string): void;
  /** Replaces text in a file; throws where it is not there. */
  edit(file: string, from: string | RegExp, to: string | ((found: string) => string)): void;
  /** What is wrong with the copy. */
  problems(): Problem[];
  /** The same, a line each: `points/05.md:3 title：沒有寫，請補上`. */
  told(): string[];
}

/** Copies a content folder into one of its own, gone when the test ends. */
export function copyContent(test: Pick<TestContext, 'after'>, from = everyField): ContentCopy {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(from, folder, { recursive: true });
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const write = (file: string, text: string | Uint8Array): void => writeFileSync(join(folder, file), text);
  const problems = (): Problem[] =>
    readContent(folder).problems.map((problem) => ({ ...problem, file: relative(folder, resolve(problem.file)) }));
  return {
    folder,
    read,
    write,
    remove: (file) => rmSync(join(folder, file)),
    edit(file, from, to) {
      const text = read(file);
      const changed = text.replace(from, to as string);
      if (changed === text) throw new Error(`${file} does not hold ${from}`);
      write(file, changed);
    },
    problems,
    told: () => problems().map(({ file, line, text }) => `${file}:${line} ${text}`),
  };
}
