import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forms, type Form } from '../../src/text/forms.ts';
import type { SearchFile } from '../../src/search/match/search-file.ts';
import type { Tab } from './engines.ts';
import { oracleOf, searchText, type SearchText } from './oracle.ts';
import { dist, pageAt, pages, tried, unitsOf } from './site.ts';

export { plain, type Question } from './oracle.ts';

const AT_ONCE = 100;

/** The units of a form as its readers meet them: the lead on the page of the whole article, each point on its own page. */
const units = new Map(
  forms.map((form): [Form, SearchText[]] => {
    const points = pages.filter((page) => page.form === form && /^\d+\/$/.test(page.page));
    const lead = unitsOf(pageAt(`/${form.path && `${form.path}/`}full/`)).filter(({ id }) => id.startsWith('p0-'));
    return [form, [...lead, ...points.flatMap(unitsOf)].map(({ id, words }) => searchText({ id, text: words }))];
  }),
);

const searchFileOf = (form: Form) => JSON.parse(readFileSync(join(dist, `search/${form.id}.json`), 'utf8')) as SearchFile;
const regional = new Map(forms.map((form) => [form, searchFileOf(form).words]));

/** What search must find on the built site. */
export const { expected, questions, writings } = oracleOf(units, regional);

/** Words of two Han that every form writes alike, those first that about ten units have: what a reader may ask for. */
const words = [
  ...new Set([...new Intl.Segmenter(forms[0]!.lang, { granularity: 'word' }).segment(textOf(forms[0]!))].map(({ segment }) => segment)),
]
  .filter((word) => /^\p{Script=Han}{2}$/u.test(word) && forms.every((form) => textOf(form).includes(word)))
  .map((word) => ({ word, distance: Math.abs(10 - units.get(forms[0]!)!.filter(({ text }) => text.includes(word)).length) }))
  .sort((a, b) => a.distance - b.distance)
  .map(({ word }) => word);
/** Three of them, one that others than the point which is tried have, where there is one, and another name, which the text has not, with the one that it has, where there are such. */
export const sought = {
  word: words[0]!,
  second: words[1]!,
  third: words[2]!,
  elsewhere: words.find((word) => units.get(forms[0]!)!.some(({ id, text }) => !isTried(id) && text.includes(word))),
  region: regional.get(forms[0]!)!.flatMap(([own, others, , longer]): [string, string][] => {
    const [name, other] = [own[0], others.find((word) => /^\p{Script=Han}+$/u.test(word))];
    return name && other && own.length === 1 && !longer ? [[other, name]] : [];
  })[0],
};
/** How many words search may suggest: names and terms of the article. */
export const suggestions = searchFileOf(forms[0]!).suggestions.length;

/** Whether a unit belongs to the point that is tried. */
function isTried(id: string): boolean {
  return id.split('-')[0] === tried.unit.split('-')[0];
}

function textOf(form: Form): string {
  return units
    .get(form)!
    .map(({ text }) => text)
    .join('\n');
}

/**
 * What the page showed for a query: the units found, in order, those shown apart, and how long it took to lay them out, in milliseconds.
 */
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
