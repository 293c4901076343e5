import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import type { Section } from './body.ts';
import { checkReading } from './check.ts';
import { idPlaces } from './id-places.ts';
import { provideIds } from './stamp.ts';
import { daysOf } from './days.ts';
import { absentFile, listMarkdown, problemIn, readContentFile, type ContentFile, type Problem } from './files.ts';
import { headingSchema, siteSchema, wordsSchema } from './site-schema.ts';
import { aboutSchema, leadSchema, pointSchema } from './text-schema.ts';
import { dictionarySchema, eventSchema, idsSchema, personSchema, regionsSchema, sourceSchema, termSchema } from './list-schema.ts';
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

/** The lists that an article may do without: the schema of each, and what it says where it was not written. */
const lists = {
  ids: [idsSchema, { published: {}, retired: [] }],
  headings: [headingSchema.array(), []],
  sources: [sourceSchema.array(), []],
  people: [personSchema.array(), []],
  terms: [termSchema.array(), []],
  events: [eventSchema.array(), []],
  dictionary: [dictionarySchema, {}],
  regions: [regionsSchema, { opencc: [], ours: [] }],
  words: [wordsSchema, {}],
} as const satisfies Record<string, readonly [z.ZodType, none: unknown]>;

type Lists = { [Name in keyof typeof lists]: Checked<z.infer<(typeof lists)[Name][0]>> | undefined };

/** The files of the content as written; one that breaks its schema is left out, as a lead that was not written is. */
export interface Files extends Lists {
  site: Checked<z.infer<typeof siteSchema>> | undefined;
  about: CheckedBody<z.infer<typeof aboutSchema>> | undefined;
  lead: CheckedBody<LeadFields> | undefined;
  points: CheckedBody<PointFields>[];
}

/**
 * The whole content, read and judged: its files and all that is wrong, in the order of files and lines. It may be published where nothing
 * is.
 */
export interface Reading extends Files {
  problems: Problem[];
  /** No unit has an id yet: each has a provisional one, and the article is not to be published before `npm run ids`. */
  isNew: boolean;
}

/** The files in which editors write texts, read but not judged. */
export function filesIn(folder: string): ContentFile[] {
  const written = Object.keys({ site: siteSchema, ...lists }).filter((name) => name !== 'ids');
  return ['about.md', 'lead.md', ...listMarkdown(folder, 'points'), ...written.map((name) => `${name}.yaml`)]
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => readContentFile(folder, name));
}

/** Reads a content folder, each file once, and lists what is wrong in each; never throws on bad content. */
export function readFiles(folder: string): Reading {
  const problems: Problem[] = [];
  const one = <T>(name: string, schema: z.ZodType<T>): Checked<T> | undefined => validate(readContentFile(folder, name), schema, problems);
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
  const listed = Object.entries(lists).map(([key, [schema, none]]) => {
    const name = `${key}.yaml`;
    return [key, existsSync(join(folder, name)) ? one<unknown>(name, schema) : { file: absentFile(folder, name, none), values: none }];
  });
  const files: Files = {
    about: withBody('about.md', aboutSchema),
    lead: lead && { ...lead, values: { ...lead.values, ...days('lead.md', lead.values) } },
    points,
    site,
    ...(Object.fromEntries(listed) as Lists),
  };
  return { ...files, problems: inOrder(problems), isNew: isNew(files) };
}

/**
 * Reads a content folder and lists everything wrong at once; never throws on bad content. `provisional`: new units get the ids that `npm
 * run ids` would give.
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
