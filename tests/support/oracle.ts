import { Converter } from 'opencc-js';
import { forms, type Form } from '../../src/text/forms.ts';
import { counted } from './counted.ts';
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
  /** The same with its spaces, and with its numbers in one writing. */
  spaced: string;
  counted: string;
}

/** Names of one meaning, as the search file has them. */
export type Names = readonly [own: readonly string[], others: readonly string[], id?: string, longer?: readonly string[]];

/** What a search over some texts must answer, told by brute force, without any of the code of search. */
export interface Oracle {
  /** The ids of the units that a query must find in a form, sorted. */
  expected(form: Form, query: string): string[];
  /** Queries made from the text of one form, to be asked in another or the same; the same ones in every run. */
  questions(site: Form, script: Form, count: number): Question[];
  /** What a query's terms are looked for as: as typed, and under their other names. */
  writings(form: Form, query: string): string[];
}

const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** Search's definition of sameness, told without any of its code. */
export function plain(text: string): string {
  return spaced(text).replaceAll(' ', '');
}

function spaced(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ');
  return plain.replace(/["'“”‘’«»‹›「」『』]/g, '"');
}

/** A unit as search is to know it. */
export function searchText({ id, text }: { id: string; text: string }): SearchText {
  return { id, point: id.split('-')[0]!, text: plain(text), spaced: spaced(text), counted: counted(plain(text)) };
}

/**
 * The oracle of some texts.
 * @param units the texts of each form, the same units in the same order
 * @param regional the names of each meaning, by form
 */
export function oracleOf(units: ReadonlyMap<Form, readonly SearchText[]>, regional: ReadonlyMap<Form, readonly Names[]>): Oracle {
  const numberedNames = new Map(
    Array.from(regional, ([form, names]) => {
      const rows = names.map(([own, others]): Names => [own.map(counted), others.map(counted)]);
      return [form, rows.filter((row) => row.flat().some(isNumbered))];
    }),
  );
  /**
   * The units of the points in which each term occurs, as far as they hold any term. A term is what was typed, and as whole words each
   * other name of it that the article has, and its numbers in any writing. Where a form has it nowhere, it is found where another form
   * has it, and wherever this form has what stands in its place; else where the Simplified shapes are alike.
   */
  const expected = (form: Form, query: string): string[] => {
    const own = units.get(form)!;
    const others = forms.filter((other) => other !== form).map((other) => units.get(other)!);
    const names = regional.get(form)!;
    const numbered = numberedNames.get(form)!;
    const occurs = (wording: string, isWhole: boolean): boolean[] => {
      const has = (unit: SearchText, part: string): boolean =>
        isWhole ? wholeIn(unit.spaced, part, longerOf(names, wording)) : unit.text.includes(part);
      const written = own.map((unit) => has(unit, wording));
      if (written.includes(true)) return written;
      const instead = inPlaceOf(wording, own, others);
      const spelled = own.map(
        (unit, index) => others.some((other) => has(other[index]!, wording)) || instead.some((writing) => has(unit, writing)),
      );
      if (spelled.includes(true)) return spelled;
      const shapes = simplified(wording);
      return own.map((unit) => has(simplifiedUnit(unit), shapes));
    };
    const holds = ({ text, quoted }: { text: string; quoted: boolean }): boolean[] => {
      const others = quoted ? [] : wordings(names, text);
      const each = [occurs(text, false), ...others.map((wording) => occurs(wording, true))];
      const numbers = (quoted ? [] : [text, ...others])
        .map(counted)
        .filter(isNumbered)
        .flatMap((wording) => [wording, ...wordings(numbered, wording)]);
      return own.map((unit, index) => each.some((wording) => wording[index]) || numbers.some((wording) => unit.counted.includes(wording)));
    };
    const terms = termsOf(query, names).map(holds);
    const isFound = (point: string): boolean => terms.every((term) => own.some((unit, index) => unit.point === point && term[index]));
    const named = /^(?:第|p)?(\d+)[.-]([a-z]?\d+|[tcv])段?$/.exec(plain(query));
    return own
      .filter(
        ({ id, point }, index) => (terms.some((term) => term[index]) && isFound(point)) || (named && id === `p${named[1]}-${named[2]}`),
      )
      .map(({ id }) => id)
      .sort();
  };

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
    const named = regional.get(site)!.flatMap(([own, others]) => [...own, ...others]);
    /** An article may have no Latin word, and no name. */
    const kinds: Record<string, () => string> = {
      word: () => pick(words, random).segment,
      part: () => part(between(1, 6)),
      passage: () => slice(between(8, 30), /^.+[^\p{L}\p{N}].+$/u),
      ...(latin.length && { latin: () => (random() < 0.5 ? pick(latin, random) : pick(latin, random).slice(between(0, 2)) || 'ai') }),
      terms: () => Array.from({ length: between(2, 3) }, () => part(between(1, 3))).join(pick([' ', '　'], random)),
      absent,
      ...(named.length && { name: () => pick(named, random) }),
    };
    const names = Object.keys(kinds);
    return Array.from({ length: count }, (_, index) => {
      const kind = names[index % names.length]!;
      const query = kinds[kind]!();
      return { kind, query, units: expected(site, query) };
    });
  };

  const writings = (form: Form, query: string): string[] =>
    termsOf(query, regional.get(form)!).flatMap(({ text, quoted }) => [text, ...(quoted ? [] : wordings(regional.get(form)!, text))]);

  return { expected, questions, writings };
}

/** A query cut into its terms: what stands in quotation marks, else what spaces part, but for words that make up a name. */
function termsOf(query: string, names: readonly Names[]): { text: string; quoted: boolean }[] {
  const keys = new Set(names.flatMap(([own, others]) => [...own, ...others].map(keyOf)));
  const parts = query.split(/((?<!\S)["“「『＂][^"“”「」『』＂]+["”」』＂](?!\S))|\s+/u).filter((part) => part?.trim());
  const terms = parts.map((part) => {
    const quoted = /^["“「『＂][^"“”「」『』＂]+["”」』＂]$/u.test(part);
    return { quoted, text: plain(quoted ? part.slice(1, -1) : part) };
  });
  for (let length = Math.min(8, terms.length); length > 1; length -= 1)
    for (let at = 0; at + length <= terms.length; at += 1) {
      const run = terms.slice(at, at + length);
      const latin = (text: string): boolean => /[a-z0-9]/.test(text);
      const isSpaced = run.every(({ text }, index) => !index || latin(run[index - 1]!.text.slice(-1)) || latin(text.slice(0, 1)));
      const text = run.map((term) => term.text).join('');
      if (isSpaced && run.every(({ quoted }) => !quoted) && keys.has(keyOf(text))) terms.splice(at, length, { text, quoted: false });
    }
  return [...new Map(terms.filter(({ text }) => text).map((term) => [JSON.stringify(term), term])).values()];
}

/** Whether a text that is counted holds a number. */
const isNumbered = (text = ''): boolean => text.includes('«');

/** Names can be put for names without end. */
const MOST = 32;
const keyOf = (name: string): string => name.replace(/[^\p{L}\p{N}.]/gu, '');
const longerOf = (names: readonly Names[], wording: string): readonly string[] =>
  names.find(([own, , , longer]) => longer && own.includes(wording))?.[3] ?? [];

/** What a term says in the article's names for the same. */
function wordings(names: readonly Names[], term: string): string[] {
  const all = new Set<string>([term]);
  for (const [own, others] of names)
    if ([...own, ...others].some((name) => keyOf(name) === keyOf(term))) own.forEach((name) => all.add(name));
  for (const text of all)
    for (const [own, others] of names)
      for (const name of [...own, ...others].filter((name) => text.includes(name)))
        for (const other of own)
          if (all.size < MOST && other !== name && !(other.includes(name) && text.includes(other)))
            all.add(text.replace(whole(name), other));
  all.delete(term);
  return [...all];
}

const NUMERALS = '\\d〇零一二兩两三四五六七八九十百千萬万億亿兆%';
const BEGINS = [
  ['[a-z\\d]', '[a-z\\d]'],
  [`[${NUMERALS}]`, `[${NUMERALS}]`],
  ['\\d', '\\d[.,]'],
] as const;
const ENDS = [
  ['[a-z\\d]', '[a-z\\d]'],
  [`[${NUMERALS}]`, `[${NUMERALS}]`],
  ['\\d', '[.,]\\d'],
] as const;

/** A name where it neither begins nor ends inside a Latin word or a number; between its characters there may be spaces. */
function whole(name: string): RegExp {
  const begins = BEGINS.filter(([own]) => new RegExp(`^${own}`).test(name)).map(([, before]) => `(?<!${before})`);
  const ends = ENDS.filter(([own]) => new RegExp(`${own}$`).test(name)).map(([, after]) => `(?!${after})`);
  return new RegExp(begins.join('') + Array.from(name, (character) => RegExp.escape(character)).join(' ?') + ends.join(''), 'g');
}

function wholeIn(text: string, name: string, longer: readonly string[]): boolean {
  const hidden = longer.reduce((rest, long) => rest.replace(whole(long), '□'), text);
  return whole(name).test(hidden);
}

/**
 * What this form has where others have a writing, as far as a unit has the same length in both and it is the same but for the script: 导
 * for 導, not 道.
 */
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

const simplifiedUnits = new WeakMap<SearchText, SearchText>();
function simplifiedUnit(unit: SearchText): SearchText {
  const known = simplifiedUnits.get(unit) ?? { ...unit, text: simplified(unit.text), spaced: simplified(unit.spaced) };
  simplifiedUnits.set(unit, known);
  return known;
}

/** A text character by character in Simplified, as OpenCC has it. */
function simplified(text: string): string {
  return Array.from(text, toSimplified).join('');
}
