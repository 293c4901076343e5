import type { Section } from './body.ts';
import type { Dictionary } from '../text/dictionary.ts';
import { houseOf } from './house.ts';
import type { Checked, Files, Reading } from './read.ts';

type ValuesOf<Key extends keyof Files> = NonNullable<Files[Key]> extends Checked<infer T> ? T : never;
/** A file with a body: its fields and its sections. */
export type WithSections<T> = T & { sections: Section[] };
/** The fields of a point. */
export type PointValues = Reading['points'][number]['values'];

/** The content as plain values, good and whole: what a written form is made from; `dictionary` has the names of its people too. */
export type Content = { [Key in Exclude<keyof Files, 'about' | 'lead' | 'points' | 'dictionary'>]: ValuesOf<Key> } & {
  about: { sections: Section[] };
  lead: WithSections<ValuesOf<'lead'>> | undefined;
  points: WithSections<PointValues>[];
  dictionary: Dictionary;
};

/** A file of the content as an entry of a collection. */
export interface ContentEntry {
  id: string;
  data: { values: unknown; sections?: Section[] };
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
      data: { values: checked.values, ...('sections' in checked && { sections: checked.sections }) },
      body: checked.file.body,
      filePath: checked.file.file,
    }));
}

/** The content that entries hold. */
export function contentFrom(entries: readonly ContentEntry[]): Content {
  const points: unknown[] = [];
  const whole: Record<string, unknown> = { about: { sections: [] }, points };
  for (const { id, data } of entries) {
    const { values, sections } = data;
    const value = sections ? { ...(values as object), sections } : values;
    if (id.startsWith('points/')) points.push(value);
    else whole[id] = value;
  }
  const content = whole as unknown as Content;
  return { ...content, dictionary: houseOf(content) };
}
