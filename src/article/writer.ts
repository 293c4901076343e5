import { convertInline } from '../text/convert-inline.ts';
import { converterFor } from '../text/convert.ts';
import type { Dictionary } from '../text/dictionary.ts';
import type { Form } from '../text/forms.ts';
import { text, textOf, type Inline } from '../text/inline.ts';
import { phrases } from '../text/phrases.ts';
import type { Written } from './unit.ts';

/** Writes the master's text in one written form. */
export interface Writer {
  /** A plain string. */
  text(master: string): string;
  /** Every string of a value, but those under the given keys. */
  values<T>(master: T, except: readonly string[]): T;
  /** A text that may hold emphasis, links and references. */
  inline(master: readonly Inline[]): Written;
  /** A plain sentence of a front matter. */
  sentence(master: string): Written;
  /** Words that stand alone. */
  label(master: string): Written;
  /** A heading with break hints. */
  heading(master: string): Written;
}

/** The writer of a form, with the exceptions of the house. */
export function writerFor(form: Form, dictionary: Dictionary): Writer {
  const convert = converterFor(form, dictionary);
  const inline = (master: readonly Inline[]): Written => {
    const nodes = convertInline(master, convert);
    return { nodes, text: textOf(nodes) };
  };
  return {
    text: (master) => convert.text(master),
    values: (master, except) => valuesWith((source) => convert.text(source), master, except),
    inline,
    sentence: (master) => inline([text(master)]),
    label: (master) => ({ ...inline([text(master)]), isLabel: true }),
    heading: (master) => ({
      ...inline(
        phrases(master, form.lang).flatMap((phrase, index): Inline[] => (index ? [{ type: 'hint' }, text(phrase)] : [text(phrase)])),
      ),
      isLabel: true,
    }),
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
