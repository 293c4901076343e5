import { resolve } from 'node:path';
import type { z } from 'astro/zod';
import { unitsIn, type Section, type WrittenUnit } from './body.ts';
import { wordProblems } from './check-text.ts';
import { checkReading } from './check.ts';
import { provideIds } from './stamp.ts';
import { idsSchema } from './ids-schema.ts';
import { listMarkdown, readContentFile, type ContentFile, type Problem } from './files.ts';
import {
  aboutSchema,
  dictionarySchema,
  leadSchema,
  personSchema,
  pointSchema,
  regionsSchema,
  siteSchema,
  sourceSchema,
  termSchema,
} from './schema.ts';

/** A content file with its values as the schema knows them. */
export interface Checked<T> {
  file: ContentFile;
  values: T;
}
/** The same with the sections of its body. */
export interface CheckedBody<T> extends Checked<T> {
  sections: Section[];
}

/** The files of the content as written; one that breaks its schema is left out. */
export interface Files {
  site: Checked<z.infer<typeof siteSchema>> | undefined;
  ids: Checked<z.infer<typeof idsSchema>> | undefined;
  about: CheckedBody<z.infer<typeof aboutSchema>> | undefined;
  lead: CheckedBody<z.infer<typeof leadSchema>> | undefined;
  points: CheckedBody<z.infer<typeof pointSchema>>[];
  sources: Checked<z.infer<typeof sourceSchema>[]> | undefined;
  people: Checked<z.infer<typeof personSchema>[]> | undefined;
  terms: Checked<z.infer<typeof termSchema>[]> | undefined;
  dictionary: Checked<z.infer<typeof dictionarySchema>> | undefined;
  regions: Checked<z.infer<typeof regionsSchema>> | undefined;
}

/** The whole content, read and judged: its files and all that is wrong, in the order of files and lines. It may be published where nothing is. */
export interface Reading extends Files {
  problems: Problem[];
}

type PointFields = z.infer<typeof pointSchema>;

/** What the lead (as point 0) and a point have in common: sources, units, and the file they stand in; the lead has no title of its own. */
export interface Numbered
  extends
    Pick<PointFields, 'number' | 'sources' | 'figures' | 'indicators'>,
    Partial<Pick<PointFields, 'title' | 'thesis' | 'counter' | 'verdict'>> {
  file: ContentFile;
  units: WrittenUnit[];
}

/** The lead and the points, in the order of their files. */
export function numbered({ lead, points }: Pick<Files, 'lead' | 'points'>): Numbered[] {
  const first = lead
    ? [{ number: 0, sources: lead.values.sources, figures: [], indicators: [], file: lead.file, units: unitsIn(lead.sections) }]
    : [];
  return [...first, ...points.map(({ file, sections, values }) => ({ ...values, file, units: unitsIn(sections) }))];
}

/** The folder of the content: `CONTENT`, or `content/` of the project. */
export function contentFolder(): string {
  return resolve(process.env.CONTENT || 'content');
}

/** The files in which editors write texts, read but not judged. */
export function filesIn(folder: string): ContentFile[] {
  const lists = ['site', 'sources', 'people', 'terms', 'dictionary', 'regions'].map((name) => `${name}.yaml`);
  return ['about.md', 'lead.md', ...listMarkdown(folder, 'points'), ...lists].map((name) => readContentFile(folder, name));
}

/** Reads a content folder, each file once, and lists what is wrong in each; never throws on bad content. */
export function readFiles(folder: string): Reading {
  const problems: Problem[] = [];
  const one = <T>(name: string, schema: z.ZodType<T>): Checked<T> | undefined => validate(readContentFile(folder, name), schema, problems);
  const withBody = <T>(name: string, schema: z.ZodType<T>): CheckedBody<T> | undefined => {
    const checked = one(name, schema);
    return checked && { ...checked, sections: checked.file.sections };
  };
  const files: Files = {
    site: one('site.yaml', siteSchema),
    ids: one('ids.yaml', idsSchema),
    about: withBody('about.md', aboutSchema),
    lead: withBody('lead.md', leadSchema),
    points: listMarkdown(folder, 'points')
      .map((path) => withBody(path, pointSchema))
      .filter((point) => point !== undefined),
    sources: one('sources.yaml', sourceSchema.array()),
    people: one('people.yaml', personSchema.array()),
    terms: one('terms.yaml', termSchema.array()),
    dictionary: one('dictionary.yaml', dictionarySchema),
    regions: one('regions.yaml', regionsSchema),
  };
  return { ...files, problems: inOrder(problems) };
}

/**
 * Reads a content folder and lists everything wrong within and between its files at once; never throws on bad content.
 * @param provisional new units get the ids that `npm run ids` would give them, for an editor to see at once
 */
export function readContent(folder: string, provisional = false): Reading {
  const { problems, ...files } = readFiles(folder);
  if (provisional) provideIds(files);
  return { ...files, problems: inOrder([...problems, ...checkReading(files, problems)]) };
}

const inOrder = (problems: Problem[]): Problem[] => problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);

function validate<T>(file: ContentFile, schema: z.ZodType<T>, problems: Problem[]): Checked<T> | undefined {
  problems.push(...file.problems);
  if (file.values === undefined) return undefined;
  const result = schema.safeParse(file.values);
  if (result.success) return { file, values: result.data };
  problems.push(...wordProblems(file));
  for (const issue of result.error.issues) {
    const field = issue.path.join('.');
    const line = file.lineOf(issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path);
    problems.push({
      file: file.file,
      line,
      text: `${field ? `${field}: ` : ''}${say(issue, issue.path.length ? valueAt(file.values, issue.path) : file.values)}`,
    });
  }
  return undefined;
}

function say(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.join(', ')}: remove it or mend its spelling`;
  if (value === undefined) return 'is missing: add it';
  if (value === null) return 'is empty: write it';
  if (issue.code === 'invalid_type' && /^Invalid/.test(issue.message))
    return wanted[issue.expected]?.(value) ?? `is no ${issue.expected}: write one`;
  return `${issue.message}${typeof value === 'string' && value.trim() ? ` (it is “${value}”)` : ''}`;
}

/** What a field wants, by the schema's name for it, and has not. */
const wanted: Partial<Record<string, (value: unknown) => string>> = {
  array: () => 'is no list: write “- ” before each item, or [ ] around them',
  object: () => 'is no set of fields: write “name: value” for each',
  string: (value) =>
    typeof value === 'object'
      ? 'is no text: write one, in quotes where it begins with [ or {'
      : `${String(value)} is read as ${typeof value === 'number' ? 'a number' : 'true or false'}: put it in quotes, "${String(value)}"`,
};

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], values);
}
