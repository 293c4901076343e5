import type { z } from 'astro/zod';
import { wordProblems } from './check-text.ts';
import type { ContentFile, Problem } from './files.ts';

/** A content file with its values as the schema knows them. */
export interface Checked<T> {
  file: ContentFile;
  values: T;
}

/** The values of a file as its schema knows them; undefined where they break it. What is wrong goes to the problems, an editor's sentence each. */
export function validate<T>(file: ContentFile, schema: z.ZodType<T>, problems: Problem[]): Checked<T> | undefined {
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
