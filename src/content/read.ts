import type { z } from 'astro/zod';
import { listMarkdown, readContentFile, type ContentFile, type Problem } from './files.ts';
import {
  aboutSchema,
  dictionarySchema,
  idsSchema,
  leadSchema,
  personSchema,
  pointSchema,
  regionsSchema,
  siteSchema,
  sourceSchema,
  termSchema,
} from './schema.ts';
import { readBlocks, type Block } from './blocks.ts';

/** A content file with its values as the schema knows them. */
export interface Checked<T> {
  file: ContentFile;
  values: T;
}
/** The same with the blocks of its body. */
export interface CheckedBody<T> extends Checked<T> {
  blocks: Block[];
}

/** The whole content as written, before any conversion. A file that breaks its schema is left out and stands in `problems`. */
export interface Content {
  site?: Checked<z.infer<typeof siteSchema>>;
  ids?: Checked<z.infer<typeof idsSchema>>;
  about?: CheckedBody<z.infer<typeof aboutSchema>>;
  lead?: CheckedBody<z.infer<typeof leadSchema>>;
  points: CheckedBody<z.infer<typeof pointSchema>>[];
  sources: Checked<z.infer<typeof sourceSchema>[]> | undefined;
  people: Checked<z.infer<typeof personSchema>[]> | undefined;
  terms: Checked<z.infer<typeof termSchema>[]> | undefined;
  dictionary: Checked<z.infer<typeof dictionarySchema>> | undefined;
  regions: Checked<z.infer<typeof regionsSchema>> | undefined;
  problems: Problem[];
}

/** What the lead (as point 0) and a point have in common: sources, units, and the file they stand in. */
export interface Numbered extends Pick<z.infer<typeof pointSchema>, 'number' | 'sources' | 'figures' | 'indicators'> {
  file: ContentFile;
  blocks: Block[];
}

/** The lead and the points, in the order of their files. */
export function numbered({ lead, points }: Pick<Content, 'lead' | 'points'>): Numbered[] {
  const first = lead ? [{ ...lead, number: 0, sources: lead.values.sources, figures: [], indicators: [] }] : [];
  return [...first, ...points.map(({ file, blocks, values }) => ({ ...values, file, blocks }))];
}

/** Reads `content/` below a folder against its schemas and lists everything wrong in single files; never throws on bad content. */
export function readContent(root: string): Content {
  const problems: Problem[] = [];
  const one = <T>(path: string, schema: z.ZodType<T>): Checked<T> | undefined => validate(readContentFile(root, path), schema, problems);
  const withBody = <T>(path: string, schema: z.ZodType<T>): CheckedBody<T> | undefined => {
    const checked = one(path, schema);
    return checked && { ...checked, blocks: readBlocks(checked.file.body) };
  };
  return {
    site: one('content/site.yaml', siteSchema),
    ids: one('content/ids.yaml', idsSchema),
    about: withBody('content/about.md', aboutSchema),
    lead: withBody('content/lead.md', leadSchema),
    points: listMarkdown(root, 'content/points')
      .map((path) => withBody(path, pointSchema))
      .filter((point) => point !== undefined),
    sources: one('content/sources.yaml', sourceSchema.array()),
    people: one('content/people.yaml', personSchema.array()),
    terms: one('content/terms.yaml', termSchema.array()),
    dictionary: one('content/dictionary.yaml', dictionarySchema),
    regions: one('content/regions.yaml', regionsSchema),
    problems,
  };
}

function validate<T>(file: ContentFile, schema: z.ZodType<T>, problems: Problem[]): Checked<T> | undefined {
  problems.push(...file.problems);
  if (file.problems.length) return undefined;
  const result = schema.safeParse(file.values);
  if (result.success) return { file, values: result.data };
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
  if (issue.code === 'invalid_type' && /^Invalid/.test(issue.message)) return `is no ${issue.expected}: write one`;
  return `${issue.message}${typeof value === 'string' && value.trim() ? ` (it is “${value}”)` : ''}`;
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], values);
}
