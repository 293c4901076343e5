import { pagePath } from '../text/links.ts';
import type { Form } from '../text/forms.ts';

/** The path of a page of this build in a written form: '5/' → /zh-hans/5/. */
export function pathTo(form: Form, page: string): string {
  return pagePath(import.meta.env.BASE_URL, form, page);
}

/** The absolute address of a page of this build. */
export function addressOf(form: Form, page: string): string {
  return new URL(pathTo(form, page), import.meta.env.SITE).href;
}
