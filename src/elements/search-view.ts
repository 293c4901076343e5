import { readTerms } from '../text/query.ts';
import { fill, type Words } from '../words.ts';
import type { Reply } from './search-index.ts';
import { make, showAnswer } from './search-list.ts';
import styles from '../styles/search-results.css?inline';

const ANNOUNCE_AFTER = 400;
const SLOW_AFTER = 150;
const LONGEST_QUOTE = 24;
const MOST_WRITINGS = 4;

type ViewWords = Pick<Words['finder'], 'found' | 'also' | 'none' | 'part' | 'searching' | 'failed'>;

/** What a search box shows below its field. */
export class SearchView {
  readonly #box: HTMLElement;
  readonly #words: ViewWords;
  #timer = 0;

  constructor(box: HTMLElement) {
    this.#box = box;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
    this.#words = JSON.parse(box.dataset.words!) as ViewWords;
  }

  /** The links to units, exact ones before those of a part, as the arrow keys go through them. */
  get options(): HTMLAnchorElement[] {
    return [...this.#box.querySelectorAll<HTMLAnchorElement>('[role=listbox]:not([hidden]) a')];
  }

  /** An answer is awaited; says so when it takes long. */
  wait(): void {
    this.#part('[data-search-results]').ariaBusy = 'true';
    this.#say(this.#words.searching, SLOW_AFTER);
  }

  /** Shows what a query brought. */
  show(query: string, reply: Reply): void {
    const { found, part, terms } = reply;
    const root = this.#box.dataset.root!;
    const none = readTerms(query).length > 0 && !found.length;
    showAnswer(this.#part('#hits'), reply, root);
    this.#part('[data-search-none]').hidden = !none;
    this.#part('[data-search-failed]').hidden = true;
    this.#part('[data-search-fallback]').hidden = !none;
    this.#text('[data-search-part]', part ? fill(this.#words.part, { part: part.text }) : '');
    showAnswer(this.#part('#part-hits'), part?.answer ?? { found: [], writings: [] }, root);
    this.#part('[data-search-words]').replaceChildren(
      ...reply.suggestions.map((word) => make('li', {}, make('button', { type: 'button', value: word }, word))),
    );
    this.#part('[data-search-terms]').hidden = !terms.length;
    this.#part('[data-search-terms] ul').replaceChildren(
      ...terms.map(([id, name]) => make('li', {}, make('a', { href: `${root}terms/#${id}` }, name))),
    );
    this.#settle(query, found.length > 0 || part !== undefined);
    this.#say(none ? fill(this.#words.none, { query: quote(query) }) : this.#count(query, reply), ANNOUNCE_AFTER);
  }

  /** Says that nothing can be searched now. */
  fail(): void {
    for (const list of this.#box.querySelectorAll<HTMLElement>(
      '[role=listbox], [data-search-none], [data-search-fallback], [data-search-terms]',
    ))
      list.hidden = true;
    this.#part('[data-search-failed]').hidden = false;
    this.#settle(undefined, false);
    this.#say(this.#words.failed, 0);
  }

  #count(query: string, { found, writings }: Reply): string {
    if (!found.length) return '';
    const terms = readTerms(query);
    const others = writings.filter((writing) => !terms.includes(writing)).slice(0, MOST_WRITINGS);
    const count = fill(this.#words.found, { n: found.reduce((sum, { hits }) => sum + hits.length, 0), m: found.length });
    return count + (others.length ? fill(this.#words.also, { words: others.join('、') }) : '');
  }

  #settle(query: string | undefined, expanded: boolean): void {
    const results = this.#part('[data-search-results]');
    if (query === undefined) delete results.dataset.query;
    else results.dataset.query = query;
    results.ariaBusy = 'false';
    this.#part('input[role]').ariaExpanded = String(expanded);
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
