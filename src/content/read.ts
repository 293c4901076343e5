import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import type { Section } from './body.ts';
import { checkReading } from './check.ts';
import { idPlaces } from './id-places.ts';
import { provideIds } from './stamp.ts';
import { idsSchema } from './ids-schema.ts';
import { daysOf } from './days.ts';
import { absentFile, listMarkdown, problemIn, readContentFile, type ContentFile, type Problem } from './files.ts';
import { headingSchema, siteSchema, wordsSchema } from './site-schema.ts';
import { aboutSchema, leadSchema, pointSchema } from './text-schema.ts';
import { dictionarySchema, eventSchema, personSchema, regionsSchema, sourceSchema, termSchema } from './list-schema.ts';
import { validate, type Checked } from './validate.ts';

export type { Checked } from './validate.ts';
/** The same with the sections of its body. */
export interface CheckedBody<T> extends Checked<T> {
  sections: Section[];
}

/** A text with its days, said by itself or known otherwise. */
type Dated<T> = Omit<T, 'published' | 'updated'> & { published: string; updated: string };
type LeadFields = Dated<z.infer<typeof leadSchema>>;
type PointFields = Dated<z.infer<typeof pointSchema>> & { number: number };

/** The files of the content as written; one that breaks its schema is left out, as a lead that was not written is. */
export interface Files {
  site: Checked<z.infer<typeof siteSchema>> | undefined;
  ids: Checked<z.infer<typeof idsSchema>> | undefined;
  about: CheckedBody<z.infer<typeof aboutSchema>> | undefined;
  lead: CheckedBody<LeadFields> | undefined;
  points: CheckedBody<PointFields>[];
  headings: Checked<z.infer<typeof headingSchema>[]> | undefined;
  sources: Checked<z.infer<typeof sourceSchema>[]> | undefined;
  people: Checked<z.infer<typeof personSchema>[]> | undefined;
  terms: Checked<z.infer<typeof termSchema>[]> | undefined;
  events: Checked<z.infer<typeof eventSchema>[]> | undefined;
  dictionary: Checked<z.infer<typeof dictionarySchema>> | undefined;
  regions: Checked<z.infer<typeof regionsSchema>> | undefined;
  /** Words of the interface in place of the engine's. */
  words: Checked<z.infer<typeof wordsSchema>> | undefined;
}

/** The whole content, read and judged: its files and all that is wrong, in the order of files and lines. It may be published where nothing is. */
export interface Reading extends Files {
  problems: Problem[];
  /** No unit has an id yet: each has a provisional one, and the article is not to be published before `npm run ids`. */
  isNew: boolean;
}

/** The files in which editors write texts, read but not judged. */
export function filesIn(folder: string): ContentFile[] {
  const lists = ['site', 'headings', 'sources', 'people', 'terms', 'events', 'dictionary', 'regions', 'words'].map(
    (name) => `${name}.yaml`,
  );
  return ['about.md', 'lead.md', ...listMarkdown(folder, 'points'), ...lists]
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => readContentFile(folder, name));
}

/** Reads a content folder, each file once, and lists what is wrong in each; never throws on bad content. */
export function readFiles(folder: string): Reading {
  const problems: Problem[] = [];
  const one = <T>(name: string, schema: z.ZodType<T>): Checked<T> | undefined => validate(readContentFile(folder, name), schema, problems);
  /** A list that an article may do without. */
  const list = <T>(name: string, schema: z.ZodType<T>, none: T): Checked<T> | undefined =>
    existsSync(join(folder, name)) ? one(name, schema) : { file: absentFile(folder, name, none), values: none };
  const withBody = <T>(name: string, schema: z.ZodType<T>): CheckedBody<T> | undefined => {
    const checked = existsSync(join(folder, name)) ? one(name, schema) : undefined;
    return checked && { ...checked, sections: checked.file.sections };
  };
  const site = one('site.yaml', siteSchema);
  const days = daysOf(folder, site?.values.published);
  const lead = withBody('lead.md', leadSchema);
  const points = listMarkdown(folder, 'points').flatMap((name): Files['points'] => {
    const point = withBody(name, pointSchema);
    if (!point) return [];
    const { number = numberIn(name) } = point.values;
    if (!number) problems.push(problemIn(point.file, ['number'], '沒有寫，請補上，或用號碼當檔名，例如05.md'));
    return number ? [{ ...point, values: { ...point.values, ...days(name, point.values), number } }] : [];
  });
  const files: Files = {
    site,
    ids: list('ids.yaml', idsSchema, { published: {}, retired: [] }),
    about: withBody('about.md', aboutSchema),
    lead: lead && { ...lead, values: { ...lead.values, ...days('lead.md', lead.values) } },
    points,
    headings: list('headings.yaml', headingSchema.array(), []),
    sources: list('sources.yaml', sourceSchema.array(), []),
    people: list('people.yaml', personSchema.array(), []),
    terms: list('terms.yaml', termSchema.array(), []),
    events: list('events.yaml', eventSchema.array(), []),
    dictionary: list('dictionary.yaml', dictionarySchema, {}),
    regions: list('regions.yaml', regionsSchema, { opencc: [], ours: [] }),
    words: list('words.yaml', wordsSchema, {}),
  };
  return { ...files, problems: inOrder(problems), isNew: isNew(files) };
}

/**
 * Reads a content folder and lists everything wrong within and between its files at once; never throws on bad content.
 * @param provisional new units get the ids that `npm run ids` would give them, for an editor to see at once
 */
export function readContent(folder: string, provisional = false): Reading {
  const { problems, isNew, ...files } = readFiles(folder);
  if (provisional || isNew) provideIds(files);
  return { ...files, isNew, problems: inOrder([...problems, ...checkReading(files, problems)]) };
}

/** Whether no unit of an article has an id, nor ever had. */
function isNew(files: Files): boolean {
  const carriers = idPlaces(files).filter(({ carrier, kind }) => carrier && kind !== 'source');
  return !Object.keys(files.ids?.values.published ?? {}).length && carriers.every(({ id }) => id === undefined);
}

/** The number that a file has as its name, `points/05.md`. */
const numberIn = (name: string): number => Number(/(\d+)\.md$/.exec(name)?.[1] ?? 0);

const inOrder = (problems: Problem[]): Problem[] => problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
