import { Converter } from 'opencc-js';
import { forms, type Form } from '../../src/text/forms.ts';
import { pick, seeded } from './random.ts';

/** A query, what kind of query it is, and the ids of the units that it must find, sorted. */
export interface Question {
  kind: string;
  query: string;
  units: string[];
}

/** A text that search must find: its id, the point it belongs to (`p5`), its words in plain form. */
export interface SearchText {
  id: string;
  point: string;
  text: string;
}

/** What a search over some texts must answer, told by brute force, without any of the code of search. */
export interface Oracle {
  /** The ids of the units that a query must find in a form, sorted. */
  expected(form: Form, query: string): string[];
  /** Queries made from the text of one form, to be asked in another or the same; the same ones in every run. */
  questions(site: Form, script: Form, count: number): Question[];
}

const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** Search's definition of sameness, told without any of its code. */
export function plain(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, '');
  return plain.replace(/["'“”‘’«»‹›「」『』]/g, '"');
}

/** A unit as search is to know it. */
export function searchText({ id, text }: { id: string; text: string }): SearchText {
  return { id, point: id.split('-')[0]!, text: plain(text) };
}

/**
 * The oracle of some texts.
 * @param units the texts of each form, the same units in the same order
 * @param regional the words of other regions with the article's own, by form
 */
export function oracleOf(
  units: ReadonlyMap<Form, readonly SearchText[]>,
  regional: ReadonlyMap<Form, readonly (readonly [other: string, own: string])[]>,
): Oracle {
  /**
   * The units of the points in which each term occurs, as far as they hold any term. A term is what was typed, and the article's word
   * for a region's. Where a form has it nowhere, it is found where another form has it, and wherever this form has what stands in its
   * place.
   */
  const expected = (form: Form, query: string): string[] => {
    const own = units.get(form)!;
    const others = forms.filter((other) => other !== form).map((other) => units.get(other)!);
    const holds = (term: string): boolean[] => {
      const each = wordings(form, term).map((wording) => {
        const written = own.map(({ text }) => text.includes(wording));
        if (written.includes(true)) return written;
        const instead = inPlaceOf(wording, own, others);
        return own.map(
          ({ text }, index) =>
            others.some((other) => other[index]!.text.includes(wording)) || instead.some((writing) => text.includes(writing)),
        );
      });
      return own.map((_, index) => each.some((wording) => wording[index]));
    };
    const terms = [...new Set(query.split(/\s+/).map(plain))].filter(Boolean).map(holds);
    const isFound = (point: string): boolean => terms.every((term) => own.some((unit, index) => unit.point === point && term[index]));
    return own
      .filter(({ point }, index) => terms.some((term) => term[index]) && isFound(point))
      .map(({ id }) => id)
      .sort();
  };

  const wordings = (form: Form, term: string): string[] => [
    term,
    ...regional.get(form)!.flatMap(([other, own]) => (term.includes(other) ? [term.replaceAll(other, own)] : [])),
  ];

  const questions = (site: Form, script: Form, count: number): Question[] => {
    const random = seeded(count);
    const texts = units.get(script)!.map(({ text }) => text);
    const all = texts.join('\n');
    const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
    const slice = (length: number, like: RegExp): string => {
      for (;;) {
        const text = pick(texts, random);
        const start = between(0, text.length - 1);
        const part = text.slice(start, start + length);
        if (part.length === length && part.isWellFormed() && like.test(part)) return part;
      }
    };
    const words = [...new Intl.Segmenter(script.lang, { granularity: 'word' }).segment(all)].filter(({ isWordLike }) => isWordLike);
    const latin = all.match(/[a-z][a-z0-9.-]+|\d[\d.,%]+/g) ?? [];
    const part = (length: number): string => slice(length, /^[\p{L}\p{N}]+$/u);
    const absent = (): string => {
      for (;;) {
        const near = [...part(between(2, 6))];
        near[between(0, near.length - 1)] = part(1);
        const query = near.join('');
        if (!all.includes(query) && !expected(site, query).length) return query;
      }
    };
    const kinds: Record<string, () => string> = {
      word: () => pick(words, random).segment,
      part: () => part(between(1, 6)),
      passage: () => slice(between(8, 30), /^.+[^\p{L}\p{N}].+$/u),
      latin: () => (random() < 0.5 ? pick(latin, random) : pick(latin, random).slice(between(0, 2)) || 'ai'),
      terms: () => Array.from({ length: between(2, 3) }, () => part(between(1, 3))).join(pick([' ', '　'], random)),
      absent,
      region: () => pick(regional.get(site)!, random)[0],
    };
    const names = Object.keys(kinds);
    return Array.from({ length: count }, (_, index) => {
      const kind = names[index % names.length]!;
      const query = kinds[kind]!();
      return { kind, query, units: expected(site, query) };
    });
  };

  return { expected, questions };
}

/** What this form has where others have a writing, as far as a unit has the same length in both and it is the same but for the script: 导 for 導, not 道. */
function inPlaceOf(writing: string, own: readonly SearchText[], others: readonly (readonly SearchText[])[]): string[] {
  const found = own.flatMap(({ text }, index) =>
    others.flatMap((other) => {
      const there = other[index]!.text;
      if (there.length !== text.length || !there.includes(writing)) return [];
      return [...there].flatMap((_, start) => (there.startsWith(writing, start) ? [text.slice(start, start + writing.length)] : []));
    }),
  );
  return [...new Set(found)].filter((instead) => simplified(instead) === simplified(writing));
}

/** A text character by character in Simplified, as OpenCC has it. */
function simplified(text: string): string {
  return Array.from(text, toSimplified).join('');
}
