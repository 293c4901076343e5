import type { Form } from './forms.ts';

/** The path of a page in a written form below the site's base path: ('/base/', Simplified, '5/') → /base/zh-hans/5/. */
export function pagePath(base: string, form: Pick<Form, 'path'>, page: string): string {
  return `${base.replace(/\/$/, '')}/${form.path ? `${form.path}/` : ''}${page}`;
}
