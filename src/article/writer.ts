import type { Element, Nodes, Root } from 'hast';
import { phrases, withoutHints } from '../text/phrases.ts';
import { element, plainText, printHtml } from '../text/tree.ts';
import { keepTail, squeezeMarks } from '../text/typography.ts';
import { convertTree } from '../text/convert-tree.ts';
import { converterFor } from '../text/convert.ts';
import type { Dictionary } from '../text/dictionary.ts';
import type { Form } from '../text/forms.ts';
import type { Written } from './article.ts';

/** Writes the master's text in one written form, with the typography of the page. */
export interface Writer {
  /** A plain string. */
  text(master: string): string;
  /** Every string of a value, but those under the given keys. */
  values<T>(master: T, except: string[]): T;
  /** A tree, in place and answered. */
  tree(master: Root): Root;
  /** A paragraph of a converted tree. */
  paragraph(converted: Element): Written;
  /** A sentence from the front matter. */
  inline(master: string): Written;
  /** A heading with break hints. */
  heading(master: string): Written;
}

/** The writer of a form, with the exceptions of the house. */
export function writerFor(form: Form, dictionary: Dictionary): Writer {
  const convert = converterFor(form, dictionary);
  const tree = <T extends Nodes>(master: T): T => (convertTree(master, convert), master);
  const paragraph = (converted: Element): Written => {
    squeezeMarks(converted);
    keepTail(converted);
    return { html: printHtml(converted.children), text: plainText(converted) };
  };
  const values = (value: unknown, except: string[]): unknown => {
    if (typeof value === 'string') return convert.text(value);
    if (Array.isArray(value)) return value.map((item) => values(item, except));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, except.includes(key) ? item : values(item, except)]));
  };
  return {
    text: (master) => convert.text(master),
    values: (master, except) => values(master, except) as typeof master,
    tree,
    paragraph,
    inline: (master) => paragraph(tree(element('p', {}, master))),
    heading(master) {
      const parts = phrases(master, form.lang).flatMap((phrase, index) => (index ? [element('wbr', {}), phrase] : [phrase]));
      const heading = tree(element('h1', {}, ...parts));
      squeezeMarks(heading);
      return { html: printHtml(heading.children), text: withoutHints(plainText(heading)) };
    },
  };
}
