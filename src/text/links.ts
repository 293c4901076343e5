import type { Form } from './forms.ts';

/** The path of a page in a written form below the site's base path: ('/base/', Simplified, '5/') → /base/zh-hans/5/. */
export function pagePath(base: string, form: Pick<Form, 'path'>, page: string): string {
  return `${base.replace(/\/$/, '')}/${form.path ? `${form.path}/` : ''}${page}`;
}

/** The page of a point below its form: 5 → 5/; the lead, which is point 0, stands in the whole article. */
export function pointPath(number: number): string {
  return number ? `${number}/` : 'full/';
}

/** The path of a form's search file below the site's base path. */
export function searchFilePath(form: Pick<Form, 'id'>): string {
  return `search/${form.id}.json`;
}

/** The address of a link as an output writes it: a link to a unit is written by the unit's id alone, `#p7-2`. */
export function linkAddress(url: string, hrefOf: (id: string) => string): string {
  return url.startsWith('#') ? hrefOf(url.slice(1)) : url;
}
