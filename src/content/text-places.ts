import { unitsIn } from './body.ts';
import type { Files } from './read.ts';
import type { ContentFile } from './files.ts';

/** One text that an editor wrote: a value of a front matter or a list, or a block of a body. */
export interface TextPlace {
  file: string;
  text: string;
  /** A paragraph may carry its id and citations. */
  isParagraph: boolean;
  /** The line of the file on which the character at an index of the text stands. */
  lineAt(index: number): number;
}

/** Every text of the content that readers may come to see: values first, then the blocks of the bodies. */
export function textPlaces({ site, about, lead, points, sources, people, terms, dictionary }: Files): TextPlace[] {
  const lists = [site, sources, people, terms, dictionary].filter((list) => list !== undefined);
  const bodies = [about, lead, ...points].filter((body) => body !== undefined);
  return [
    ...[...bodies, ...lists].flatMap(({ file }) => valuesOf(file, file.values, [])),
    ...bodies.flatMap(({ file, sections }) => [
      ...sections.map(({ heading, line }) => ({
        file: file.file,
        text: heading,
        isParagraph: false,
        lineAt: () => file.bodyLine + line - 1,
      })),
      ...unitsIn(sections).map(({ source, line }) => ({
        file: file.file,
        text: source,
        isParagraph: true,
        lineAt: (index: number) => file.bodyLine + line - 1 + source.slice(0, index).split('\n').length - 1,
      })),
    ]),
  ];
}

function valuesOf(file: ContentFile, value: unknown, path: PropertyKey[]): TextPlace[] {
  if (typeof value === 'string') return [{ file: file.file, text: value, isParagraph: false, lineAt: () => file.lineOf(path) }];
  if (Array.isArray(value)) return value.flatMap((item, index) => valuesOf(file, item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => valuesOf(file, item, [...path, key]));
}
