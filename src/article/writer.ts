import { convertInline } from '../text/convert-inline.ts';
import { converterFor } from '../text/convert.ts';
import type { Dictionary } from '../text/dictionary.ts';
import type { Form } from '../text/forms.ts';
import { text, textOf, type Inline } from '../text/inline.ts';
import { phrases } from '../text/phrases.ts';
import type { Written } from './unit.ts';

/** Writes the master's text in one written form. */
export type Writer = ReturnType<typeof writerFor>;

/** The writer of a form, with the exceptions of the house. */
export function writerFor(form: Form, dictionary: Dictionary) {
  const convert = converterFor(form, dictionary);
  /** A text that may hold emphasis, links and references. */
  const inline = (master: readonly Inline[]): Written => {
    const nodes = convertInline(master, convert);
    return { nodes, text: textOf(nodes) };
  };
  const plain = (master: string): string => convert.text(master);
  return {
    inline,
    /** A plain string. */
    text: plain,
    /** Every string of a value, but those under the given keys. */
    values: <T>(master: T, except: readonly string[]): T => valuesWith(plain, master, except),
    /** A plain sentence of a front matter. */
    sentence: (master: string): Written => inline([text(master)]),
    /** Words that stand alone. */
    label: (master: string): Written => ({ ...inline([text(master)]), isLabel: true }),
    /** A heading with break hints. */
    heading(master: string): Written {
      const [first = '', ...others] = phrases(master, form.lang);
      return { ...inline([text(first), ...others.flatMap((phrase): Inline[] => [{ type: 'hint' }, text(phrase)])]), isLabel: true };
    },
  };
}

/** A value with each of its strings written otherwise, but those under the given keys. */
export function valuesWith<T>(write: (source: string) => string, value: T, except: readonly string[] = []): T {
  const written = (part: unknown): unknown => {
    if (typeof part === 'string') return write(part);
    if (Array.isArray(part)) return part.map(written);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, except.includes(key) ? item : written(item)]));
  };
  return written(value) as T;
}
