import { readSentence } from './body.ts';
import type { ContentFile, Problem } from './files.ts';
import type { Checked, Files } from './read.ts';
import type { SourceText, Span } from './source-text.ts';
import { textFaults, type Markup } from './text-faults.ts';

/** One text that an editor wrote: a value of a front matter or a list, a heading or a unit of a body. */
export interface TextPlace extends SourceText {
  file: string;
  /** What it may hold besides words. */
  markup: Markup;
  /** Whether its Han are to have the shapes of the master. */
  isChinese: boolean;
  /** The line of the file on which the character at an index of the text stands. */
  lineAt(index: number): number;
}

/** Every text of the content that readers may come to see: values first, then the body, file by file. */
export function textPlaces({ regions: _, ...files }: Files): TextPlace[] {
  const checked: unknown[] = Object.values(files).flat();
  return checked.flatMap((file) => (isChecked(file) ? placesIn(file.file) : []));
}

const isChecked = (file: unknown): file is Checked<unknown> => typeof file === 'object' && file !== null && 'values' in file;

/** The texts of one file, but for the wordings of other written forms. */
export function placesIn(file: ContentFile): TextPlace[] {
  const rows = Array.isArray(file.values) ? (file.values as ({ lang?: unknown } | null)[]) : [];
  return file.texts
    .filter(({ path }) => path?.at(-1) !== 'form')
    .flatMap((written) => (isSentence(written) ? sentencesIn(written) : [written]))
    .map((written) => {
      const { path, isHeading, spans } = written;
      const isUnit = !path && file.name !== 'about.md';
      return {
        ...written,
        file: file.file,
        markup: isHeading ? 'heading' : path && !isSentence(written) ? 'none' : isUnit ? 'unit' : 'inline',
        // What is said of other written forms, or in another language, may hold their characters.
        isChinese: file.name !== 'dictionary.yaml' && rows[Number(path?.[0])]?.lang !== 'ja',
        lineAt: (index) => file.text.slice(0, spans()[index]?.[0]).split('\n').length,
      };
    });
}

/** Fields that may hold inline Markdown. */
const isSentence = ({ path }: SourceText): boolean => path?.[0] === 'corrections' && path.at(-1) === 'text';

function sentencesIn(field: SourceText): SourceText[] {
  return readSentence(field.text).texts.map(({ text, spans }) => ({
    ...field,
    text,
    spans() {
      const outer = field.spans();
      return spans().map(([from, to]): Span => [outer[from]?.[0] ?? 0, outer[to - 1]?.[1] ?? 0]);
    },
  }));
}

/**
 * What is wrong with the words themselves: marks, spaces, quotations and characters not of the master form, stray marks of ids and
 * citations.
 */
export function checkText(content: Files): Problem[] {
  return textPlaces(content).flatMap(problemsAt);
}

/** The same of one file, whatever its fields are worth. */
export function wordProblems(file: ContentFile): Problem[] {
  return placesIn(file).flatMap(problemsAt);
}

function problemsAt({ file, text, markup, isChinese, lineAt }: TextPlace): Problem[] {
  return textFaults(text, markup, isChinese).map((fault) => ({ file, line: lineAt(fault.index), text: fault.text }));
}
