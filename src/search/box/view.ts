import { readTerms } from '../match/query.ts';
import { fill, type Words } from '../../words.ts';
import type { Reply } from './index.ts';
import { make, showAnswer } from './list.ts';
import { furnish } from './parts.ts';
import styles from '../../styles/search-results.css?inline';

const ANNOUNCE_AFTER = 400;
const SLOW_AFTER = 150;
const LONGEST_QUOTE = 24;
const MOST_WRITINGS = 4;

/** What a search box shows below its field. */
export class SearchView {
  readonly #box: HTMLElement;
  #words: Words['searchBox'] | undefined;
  #timer = 0;

  constructor(box: HTMLElement) {
    this.#box = box;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
  }

  /** Takes the words that came with the index, and with them the parts that hold answers. */
  furnish(words: Words['searchBox']): void {
    if (!this.#words) furnish(this.#box, words);
    this.#words = words;
  }

  /** The links to units, exact ones before those of a part, as the arrow keys go through them. */
  get options(): HTMLAnchorElement[] {
    return [...this.#box.querySelectorAll<HTMLAnchorElement>('[role=listbox]:not([hidden]) a')];
  }

  /** An answer is awaited; says so when it takes long. */
  wait(): void {
    this.#part('[data-search-results]').ariaBusy = 'true';
    this.#say(this.#box.dataset.searching!, SLOW_AFTER);
  }

  /** Shows what a query brought, once the box is furnished. */
  show(query: string, reply: Reply): void {
    const words = this.#words!;
    const { found, part } = reply;
    const root = this.#box.dataset.root!;
    const none = readTerms(query).length > 0 && !found.length;
    showAnswer(this.#part('#hits'), reply, root);
    this.#part('[data-search-none]').hidden = !none;
    this.#part('[data-search-failed]').hidden = true;
    this.#part('[data-search-fallback]').hidden = !none;
    this.#text('[data-search-part]', part ? fill(words.part, { part: part.text }) : '');
    showAnswer(this.#part('#part-hits'), part?.answer ?? { found: [], writings: [] }, root);
    this.#part('[data-search-fallback] ul').replaceChildren(
      ...reply.suggestions.map((word) => make('li', {}, make('button', { type: 'button', value: word }, word))),
    );
    this.#settle(query, found.length > 0 || part !== undefined);
    this.#say(none ? fill(words.none, { query: quote(query) }) : count(query, reply, words), ANNOUNCE_AFTER);
  }

  /** Says that nothing can be searched now. */
  fail(): void {
    for (const list of this.#box.querySelectorAll<HTMLElement>('[role=listbox], [data-search-none], [data-search-fallback]'))
      list.hidden = true;
    const failed = this.#part('[data-search-failed]');
    failed.hidden = false;
    this.#settle(undefined, false);
    this.#say(failed.firstChild!.textContent!, 0);
  }

  #settle(query: string | undefined, expanded: boolean): void {
    const results = this.#part('[data-search-results]');
    if (query === undefined) delete results.dataset.query;
    else results.dataset.query = query;
    results.ariaBusy = 'false';
    this.#part('input[name=q]').ariaExpanded = String(expanded);
    // In the next frame, which lays out anyway.
    requestAnimationFrame(() => (this.#part('.search-scroll').scrollTop = 0));
  }

  #say(text: string, after: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void (this.#part('[role=status]').textContent = text), after);
  }

  #text(selector: string, text: string): void {
    this.#part(selector).textContent = text;
    this.#part(selector).hidden = !text;
  }

  #part(selector: string): HTMLElement {
    return this.#box.querySelector<HTMLElement>(selector)!;
  }
}

const quote = (query: string): string => {
  const characters = [...query.trim()];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}……` : characters.join('');
};

function count(query: string, { found, writings }: Reply, words: Words['searchBox']): string {
  if (!found.length) return '';
  const terms = readTerms(query);
  const others = writings.filter((writing) => !terms.includes(writing)).slice(0, MOST_WRITINGS);
  const total = fill(words.found, { n: found.reduce((sum, { hits }) => sum + hits.length, 0), m: found.length });
  return total + (others.length ? fill(words.also, { words: others.join('、') }) : '');
}
