import * as OpenCC from 'opencc-js';
import type { Root, Nodes } from 'hast';
import type { Form } from './forms.ts';
export function converterFor(form: Form) {
  const c = form.converter ? OpenCC.Converter(form.converter as never) : (s: string) => s;
  return { text: c as (s: string) => string };
}
export function convertTree(root: Root, c: { text(s: string): string }) {
  const walk = (n: Nodes) => {
    if (n.type === 'text') n.value = c.text(n.value);
    else if ('children' in n) n.children.forEach(walk);
  };
  walk(root);
}
