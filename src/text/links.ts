import type { Form } from './forms.ts';

/** The path of a page in a written form below the site's base path: ('/base/', Simplified, '5/') → /base/zh-hans/5/. */
export function pagePath(base: string, form: Pick<Form, 'path'>, page: string): string {
  return `${base.replace(/\/$/, '')}/${form.path ? `${form.path}/` : ''}${page}`;
}

/** The path of a form's search file below the site's base path. */
export function searchFilePath(form: Pick<Form, 'id'>): string {
  return `search/${form.id}.json`;
}
