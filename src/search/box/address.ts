const LONGEST = 2_000;
const AFTER = 250;

/** Keeps the address of the page of search in step with its field: one step of history per search, not per letter. */
export class SearchAddress {
  #typing = false;
  #timer = 0;

  /** The query in the address. */
  get query(): string {
    return new URLSearchParams(location.search).get('q') ?? '';
  }

  /** The reader is typing. */
  typed(query: string): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#write(query), AFTER);
  }

  /** The reader has typed what was meant, or has gone back or forward: what comes next is another search. */
  settle(query: string): void {
    clearTimeout(this.#timer);
    this.#write(query);
    this.#typing = false;
  }

  #write(query: string): void {
    if (query === this.query) return;
    const address = `${location.pathname}${query ? `?${String(new URLSearchParams({ q: query }))}` : ''}`;
    if (address.length > LONGEST) return;
    if (this.#typing) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#typing = true;
  }
}
