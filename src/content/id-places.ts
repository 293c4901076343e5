import { textOf } from '../text/inline.ts';
import { formatId, type IdKind } from '../text/ids.ts';
import type { ContentFile } from './files.ts';
import { numbered } from './numbered.ts';
import type { Files } from './read.ts';

/** A place in the content that has, or should have, an id. */
export interface IdPlace {
  id: string | undefined;
  kind: IdKind;
  point: number;
  file: ContentFile;
  line: number;
  /** Its words in the master, for their digest; a source's are the key of its row. */
  words: string;
  /** What was read there and carries the id; titles and theses carry none. `end`: where in the body the id of a paragraph goes. */
  carrier?: { id?: string | undefined; mark?: string; end?: number };
  /** Where its row stands in the front matter. */
  path?: [field: string, index: number];
}

/** The places by their ids. */
export type Places = ReadonlyMap<string, IdPlace>;

/** Every place of the content that carries a permanent id, in the order of files and lines. */
export function idPlaces(content: Pick<Files, 'lead' | 'points' | 'headings'>): IdPlace[] {
  const known = new Set(content.headings?.values.map(({ heading }) => heading));
  return numbered(content).flatMap(
    ({ number: point, file, title, thesis, counter, verdict, sections, units, sources, figures, charts, indicators }) => {
      const fixed = (kind: IdKind, words: string | undefined) =>
        words === undefined ? [] : [{ id: formatId({ point, kind, number: 0 }), kind, words, line: file.lineOf([kind]) }];
      const rows = <T extends { id?: string | undefined }>(kind: IdKind, field: string, list: T[], words: (row: T) => string) =>
        list.map((row, index) => {
          const path: [string, number] = [field, index];
          return { id: row.id, kind, words: words(row), line: file.lineOf(path), carrier: row, path };
        });
      const places: Omit<IdPlace, 'point' | 'file'>[] = [
        ...fixed('title', title),
        ...fixed('thesis', thesis),
        ...fixed('counter', counter),
        ...fixed('verdict', verdict?.text),
        ...rows('figure', 'figures', figures, ({ value, unit, label, date }) => value + unit + label + date),
        ...rows(
          'chart',
          'charts',
          charts,
          ({ title, rows: data }) => title + data.map((row) => row.label + (row.value ?? `${row.low}–${row.high}`)).join(''),
        ),
        ...rows('indicator', 'indicators', indicators, (row) => row.when + row.watch + row.for + row.against),
        ...rows('source', 'sources', sources, ({ source }) => source),
        ...sections
          .filter(({ heading }) => heading && !known.has(heading))
          .map((section) => ({
            id: section.id,
            kind: 'section' as const,
            words: section.heading,
            line: file.bodyLine + section.line - 1,
            carrier: section,
          })),
        ...units.map((unit) => ({
          id: unit.id,
          kind: 'paragraph' as const,
          words: textOf(unit.content),
          line: file.bodyLine + unit.line - 1,
          carrier: unit,
        })),
      ];
      return places.map((place) => ({ ...place, point, file }));
    },
  );
}
