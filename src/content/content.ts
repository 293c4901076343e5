import type { Section } from './body.ts';
import type { Dictionary } from '../text/dictionary.ts';
import { houseOf } from './house.ts';
import type { Checked, Files, Reading } from './read.ts';

type ValuesOf<Key extends keyof Files> = NonNullable<Files[Key]> extends Checked<infer T> ? T : never;
/** A file with a body: its fields and its sections. */
export type WithSections<T> = T & { sections: Section[] };
/** The fields of a point. */
export type PointValues = Reading['points'][number]['values'];

/** The content as plain values, good and whole: what a written form is made from. */
export interface Content {
  site: ValuesOf<'site'>;
  ids: ValuesOf<'ids'>;
  about: { sections: Section[] };
  lead: WithSections<ValuesOf<'lead'>> | undefined;
  points: WithSections<PointValues>[];
  headings: ValuesOf<'headings'>;
  sources: ValuesOf<'sources'>;
  people: ValuesOf<'people'>;
  terms: ValuesOf<'terms'>;
  events: ValuesOf<'events'>;
  /** Its own words, and the names of its people. */
  dictionary: Dictionary;
  regions: ValuesOf<'regions'>;
  words: ValuesOf<'words'>;
}

/** A file of the content as an entry of a collection. */
export interface ContentEntry {
  id: string;
  data: { values: unknown; sections: Section[] };
  body: string;
  filePath: string;
}

/** The files of a reading as entries, an entry a file: `site`, `lead`, `points/05` … */
export function entriesOf({ problems: _, isNew: __, ...files }: Reading): ContentEntry[] {
  return Object.values(files)
    .flat()
    .filter((checked) => checked !== undefined)
    .map((checked) => ({
      id: checked.file.name.replace(/\.\w+$/, ''),
      data: { values: checked.values, sections: 'sections' in checked ? checked.sections : [] },
      body: checked.file.body,
      filePath: checked.file.file,
    }));
}

/** The content that entries hold. Throws where a file is missing. */
export function contentFrom(entries: readonly ContentEntry[]): Content {
  const known = new Map(entries.map(({ id, data }) => [id, data]));
  const at = (id: string): ContentEntry['data'] => {
    const data = known.get(id);
    if (!data) throw new Error(`The content has no ${id}.`);
    return data;
  };
  const withSections = ({ values, sections }: ContentEntry['data']) => ({ ...(values as object), sections });
  const text = (id: string) => (known.has(id) ? withSections(at(id)) : undefined);
  const points = [...known].filter(([id]) => id.startsWith('points/')).map(([, data]) => withSections(data));
  const whole: Record<keyof Content, unknown> = {
    site: at('site').values,
    ids: at('ids').values,
    about: text('about') ?? { sections: [] },
    lead: text('lead'),
    points,
    headings: at('headings').values,
    sources: at('sources').values,
    people: at('people').values,
    terms: at('terms').values,
    events: at('events').values,
    dictionary: at('dictionary').values,
    regions: at('regions').values,
    words: at('words').values,
  };
  const content = whole as Content;
  return { ...content, dictionary: houseOf(content) };
}
