import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { forms, type Form } from '../../src/text/forms.ts';
import type { Tab } from './engines.ts';
import { pick, seeded } from './random.ts';
import { dist, pageAt, pages, unitsOf } from './site.ts';

/** A query, what kind of query it is, and the ids of the units that it must find, sorted. */
export interface Question {
  kind: string;
  query: string;
  units: string[];
}

const AT_ONCE = 100;
const toSimplified = Converter({ from: 'tw', to: 'cn' });

interface Unit {
  id: string;
  point: string;
  text: string;
}

/** Search's definition of sameness, told without any of its code. */
export function plain(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, '');
  return plain.replace(/["'“”‘’«»‹›「」『』]/g, '"');
}

/** The units of a form as its readers meet them: the lead on the page of the whole article, each point on its own page. */
const units = new Map(
  forms.map((form): [Form, Unit[]] => {
    const points = pages.filter((page) => page.form === form && /^\d+\/$/.test(page.page));
    const lead = unitsOf(pageAt(`/${form.path && `${form.path}/`}full/`)).filter(({ id }) => id.startsWith('p0-'));
    return [form, [...lead, ...points.flatMap(unitsOf)].map(({ id, text }) => ({ id, point: id.split('-')[0]!, text: plain(text) }))];
  }),
);

const regional = new Map(
  forms.map((form) => {
    const file = JSON.parse(readFileSync(join(dist, `search/${form.id}.json`), 'utf8')) as { words: [string, string][] };
    return [form, file.words];
  }),
);

/**
 * What a query must find in a form, by brute force: the units of the points in which each term occurs, as far as they hold any term.
 * A term is what was typed, and the article's word for a region's. Where a form has it nowhere, it is found where another form has it,
 * and wherever this form has what stands in its place.
 */
export function expected(form: Form, query: string): string[] {
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
}

function wordings(form: Form, term: string): string[] {
  return [term, ...regional.get(form)!.flatMap(([other, own]) => (term.includes(other) ? [term.replaceAll(other, own)] : []))];
}

/** What this form has where others have a writing, as far as a unit has the same length in both and it is the same but for the script: 导 for 導, not 道. */
function inPlaceOf(writing: string, own: Unit[], others: Unit[][]): string[] {
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

/** Queries made from the text of one form, to be asked in another or the same; the same ones in every run. */
export function questions(site: Form, script: Form, count: number): Question[] {
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
}

/** What the page showed for a query: the units found, in order, those shown apart, and how long it took to lay them out, in milliseconds. */
export interface Shown {
  hits: string[];
  apart: string[];
  time: number;
}

/** Asks many queries on the page of search that a tab shows, so many at a time as a driver waits for on a busy machine. */
export async function askIn(tab: Tab, queries: readonly string[]): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (let start = 0; start < queries.length; start += AT_ONCE)
    shown.push(...(await tab.run(askAll, queries.slice(start, start + AT_ONCE))));
  return shown;
}

/** Types each query into the search field of the page that is open and reads what it then shows. Runs in the page: self-contained. */
export async function askAll(queries: string[]): Promise<Shown[]> {
  const input = document.querySelector<HTMLInputElement>('input[type=search][name=q]')!;
  const results = document.querySelector<HTMLElement>('[data-search-results]')!;
  const channel = new MessageChannel();
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
  const turn = (): Promise<void> => new Promise((done) => ((channel.port1.onmessage = () => done()), channel.port2.postMessage(0)));
  const ids = (selector: string): string[] =>
    [...document.querySelectorAll<HTMLAnchorElement>(selector)].filter((hit) => !hit.closest('[hidden]')).map((hit) => hit.hash.slice(1));
  const shown: Shown[] = [];
  for (const query of queries) {
    // What the query before has drawn is not to be counted here.
    await frame();
    await turn();
    input.value = query;
    const start = performance.now();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    while (results.dataset.query !== query || results.ariaBusy !== 'false') {
      if (performance.now() - start > 10_000) throw new Error(`no answer to ${query}`);
      await turn();
    }
    results.getBoundingClientRect();
    shown.push({
      time: performance.now() - start,
      hits: ids('[data-search-results] a[data-hit]'),
      apart: ids('[data-search-fallback] a[data-hit]'),
    });
  }
  return shown;
}
