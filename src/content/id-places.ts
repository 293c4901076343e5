import { textOf } from '../text/inline.ts';
import { formatId, type IdKind } from '../text/ids.ts';
import type { Section, WrittenUnit } from './body.ts';
import type { PointValues } from './content.ts';
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
  return numbered(content).flatMap(({ number: point, file, sections, units, ...fields }): IdPlace[] => {
    const once = (kind: IdKind, words: string | undefined): IdPlace[] =>
      words === undefined ? [] : [{ point, file, kind, words, id: formatId({ point, kind, number: 0 }), line: file.lineOf([kind]) }];
    const rows = <T extends { id?: string | undefined }>(kind: IdKind, field: string, list: T[], words: (row: T) => string): IdPlace[] =>
      list.map((carrier, index) => {
        const path: [string, number] = [field, index];
        return { point, file, kind, words: words(carrier), id: carrier.id, line: file.lineOf(path), carrier, path };
      });
    const inBody = (kind: IdKind, carrier: Section | WrittenUnit, words: string): IdPlace => {
      const line = file.bodyLine + carrier.line - 1;
      return { point, file, kind, words, id: carrier.id, line, carrier };
    };
    const { title, thesis, counter, verdict, figures, charts, indicators, sources } = fields;
    return [
      ...once('title', title),
      ...once('thesis', thesis),
      ...once('counter', counter),
      ...once('verdict', verdict?.text),
      ...rows('figure', 'figures', figures, ({ value, unit, label, date }) => value + unit + label + date),
      ...rows('chart', 'charts', charts, (chart) => chart.title + chart.rows.map(wordsOfDatum).join('')),
      ...rows('indicator', 'indicators', indicators, (row) => row.when + row.watch + row.for + row.against),
      ...rows('source', 'sources', sources, ({ source }) => source),
      ...sections.filter(({ heading }) => heading && !known.has(heading)).map((section) => inBody('section', section, section.heading)),
      ...units.map((unit) => inBody('paragraph', unit, textOf(unit.content))),
    ];
  });
}

type Datum = PointValues['charts'][number]['rows'][number];
const wordsOfDatum = ({ label, value, low, high }: Datum): string => label + (value ?? `${low}–${high}`);
