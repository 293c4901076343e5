import { readTerms } from '../match/query.ts';
import { adoptStyles } from '../../elements/adopt-styles.ts';
import { part, setting } from '../../elements/parts.ts';
import { fill } from '../../text/fill.ts';
import type { Words } from '../../words.ts';
import type { Reply, SearchIndex } from './index.ts';
import { make, showAnswer } from './list.ts';
import { showEntries } from './entries.ts';
import { furnish } from './furnish.ts';
import styles from '../../styles/search-results.css?inline';

const ANNOUNCE_AFTER = 400;
const SLOW_AFTER = 150;
const LONGEST_QUOTE = 24;
const MOST_WRITINGS = 4;

/** What a search box shows below its field. */
export class SearchView {
  readonly #box: HTMLElement;
  readonly #results: HTMLElement;
  readonly #failed: HTMLElement;
  readonly #status: HTMLElement;
  readonly #scroll: HTMLElement;
  readonly #root: string;
  readonly #searching: string;
  #furnished = false;
  #timer = 0;

  constructor(box: HTMLElement) {
    this.#box = box;
    this.#results = part(box, '[data-search-results]');
    this.#failed = part(box, '[data-search-failed]');
    this.#status = part(box, '[role=status]');
    this.#scroll = part(box, '.search-scroll');
    this.#root = setting(box, 'data-root');
    this.#searching = setting(box, 'data-searching');
    adoptStyles(styles);
  }

  /** The links to units, exact ones before those of a part, as the arrow keys go through them. */
  get options(): HTMLAnchorElement[] {
    return [...this.#box.querySelectorAll<HTMLAnchorElement>('[role=listbox]:not([hidden]) a')];
  }

  /** An answer is awaited; says so when it takes long. */
  wait(): void {
    this.#results.setAttribute('aria-busy', 'true');
    this.#say(this.#searching, SLOW_AFTER);
  }

  /** Shows what a query brought, in the words that came with the index; the first time it makes the parts that hold answers. */
  show({ words, start }: Pick<SearchIndex, 'words' | 'start'>, query: string, reply: Reply): void {
    if (!this.#furnished) furnish(this.#box, words, start, this.#root);
    this.#furnished = true;
    const { found, part: apart } = reply;
    const terms = readTerms(query).map(({ text }) => text);
    const none = terms.length > 0 && !found.length;
    void showEntries(this.#part('[data-search-terms]'), reply.entries, this.#root);
    showAnswer(this.#part('#hits'), reply, this.#root);
    this.#part('[data-search-none]').hidden = !none;
    this.#failed.hidden = true;
    this.#part('[data-search-start]').hidden = terms.length > 0;
    this.#part('[data-search-fallback]').hidden = !none;
    this.#text('[data-search-part]', apart ? fill(words.part, { part: apart.text }) : '');
    showAnswer(this.#part('#part-hits'), apart?.answer ?? { found: [], writings: [] }, this.#root);
    this.#part('[data-search-fallback] ul').replaceChildren(
      ...reply.suggestions.map((word) => make('li', {}, make('button', { type: 'button', value: word }, word))),
    );
    this.#settle(query, found.length > 0 || apart !== undefined);
    this.#say(none ? fill(words.none, { query: quote(query) }) : count(terms, reply, words), ANNOUNCE_AFTER);
  }

  /** Says that nothing can be searched now. */
  fail(): void {
    for (const list of this.#box.querySelectorAll<HTMLElement>(
      '[role=listbox], [data-search-terms], [data-search-none], [data-search-fallback]',
    ))
      list.hidden = true;
    this.#failed.hidden = false;
    this.#settle(undefined, false);
    this.#say(this.#failed.firstChild?.textContent ?? '', 0);
  }

  #settle(query: string | undefined, expanded: boolean): void {
    if (query === undefined) delete this.#results.dataset.query;
    else this.#results.dataset.query = query;
    this.#results.setAttribute('aria-busy', 'false');
    this.#part('input[name=q]').setAttribute('aria-expanded', String(expanded));
    // In the next frame, which lays out anyway.
    requestAnimationFrame(() => (this.#scroll.scrollTop = 0));
  }

  #say(text: string, after: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void (this.#status.textContent = text), after);
  }

  #text(selector: string, text: string): void {
    this.#part(selector).textContent = text;
    this.#part(selector).hidden = !text;
  }

  #part(selector: string): HTMLElement {
    return part(this.#box, selector);
  }
}

const quote = (query: string): string => {
  const characters = [...query.trim()];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}……` : characters.join('');
};

function count(terms: readonly string[], { found, writings }: Reply, words: Words['searchBox']): string {
  if (!found.length) return '';
  const others = writings.filter((writing) => !terms.includes(writing)).slice(0, MOST_WRITINGS);
  const total = fill(words.found, { n: found.reduce((sum, { hits }) => sum + hits.length, 0), m: found.length });
  return total + (others.length ? fill(words.also, { words: others.join('、') }) : '');
}
