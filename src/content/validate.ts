import type { z } from 'astro/zod';
import { wordProblems } from './check-text.ts';
import type { ContentFile, Problem } from './files.ts';

/** A content file with its values as the schema knows them. */
export interface Checked<T> {
  file: ContentFile;
  values: T;
}

/**
 * The values of a file as its schema knows them; undefined where they break it. What is wrong goes to the problems, an editor's sentence
 * each.
 */
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
      text: `${field ? `${field}：` : ''}${say(issue, issue.path.length ? valueAt(file.values, issue.path) : file.values)}`,
    });
  }
  return undefined;
}

function say(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return `沒有${issue.keys.join('、')}這個欄位，請刪掉，或改正拼法`;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (value === undefined) return '沒有寫，請補上';
  if (value === null) return '是空的，請寫上';
  if (issue.code === 'invalid_type' && /^Invalid/.test(issue.message))
    return wanted[issue.expected]?.(value) ?? `不是${issue.expected}，請改正`;
  return `${issue.message}${typeof value === 'string' && value.trim() ? `（現在寫的是「${value}」）` : ''}`;
}

const noFields = (): string => '不是一組欄位，每個請寫成「欄位: 內容」';

/** What a field wants, by the schema's name for it, and has not. */
const wanted: Partial<Record<string, (value: unknown) => string>> = {
  array: () => '不是清單，請在每一項前面寫「- 」，或用[ ]括起來',
  object: noFields,
  record: noFields,
  string: (value) =>
    typeof value === 'object'
      ? '不是文字，請寫文字，以[或{開頭的要加引號'
      : `${String(value)}會讀成${typeof value === 'number' ? '數字' : 'true或false'}，請加引號，寫成"${String(value)}"`,
};

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], values);
}
