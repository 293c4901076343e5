import { above } from '../../elements/clicks.ts';
import { Late, SEARCH_LIMIT, inTime, needed } from '../../elements/in-time.ts';
import { part, setting } from '../../elements/parts.ts';
import { forgetSearches, rememberSearch, showRecent } from './recent.ts';
import { SearchAddress } from './address.ts';
import { Choice } from './choice.ts';
import { makeStep } from './dialog-step.ts';
import { SearchIndex, type Reply } from './index.ts';
import { markLanding, rememberLanding } from './marks.ts';
import { watchTyping } from './typing.ts';
import { SearchView } from './view.ts';

const LONGEST_SUBMITTED = 500;

/** `<search-box>`: a field, a combobox to ARIA, and what it finds as one types; in a dialog, or on the page of search, whose address follows. */
class SearchBox extends HTMLElement {
  readonly #input = part(this, 'input[name=q]', HTMLInputElement);
  readonly #form = part(this, 'form', HTMLFormElement);
  readonly #file = setting(this, 'data-index');
  readonly #folder = setting(this, 'data-pagefind');
  readonly #dialog = this.closest('dialog');
  readonly #address = this.#dialog ? undefined : new SearchAddress();
  readonly #view = new SearchView(this);
  #index: Promise<SearchIndex> | undefined;
  #reply: Reply | undefined;
  #asked: string | undefined;
  readonly #choice = new Choice(this.#input);
  readonly #isComposing = watchTyping(
    this.#input,
    () => this.#typed(),
    () => void this.#rest(),
  );

  connectedCallback(): void {
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#form.addEventListener('submit', (event) => this.#submit(event));
    this.#dialog?.addEventListener('cancel', (event) => this.#isComposing() && event.preventDefault());
    for (const click of ['click', 'auxclick'] as const) this.addEventListener(click, (event) => this.#click(event));
    const fill = (): void => this.#fill(this.#address?.query ?? '');
    if (this.#address) addEventListener('popstate', fill);
    if (this.#input.value) this.#typed();
    else fill();
    if (this.#dialog) makeStep(this.#dialog);
  }

  #typed(): void {
    this.#address?.typed(this.#input.value);
    void this.#ask();
  }

  /** Gboard composes Latin words too, and ends none before a space: one that rests is answered where it is found. */
  async #rest(): Promise<void> {
    const query = this.#input.value;
    const reply = await this.#open()
      .then((index) => index.ask(query))
      .catch(() => undefined);
    if (reply?.found.length && this.#isComposing() && query === this.#input.value) this.#typed();
  }

  #fill(query: string): void {
    this.#input.value = query;
    this.#address?.settle(query);
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const query = this.#input.value;
    if (query === this.#asked) return;
    this.#asked = query;
    this.#choice.set();
    this.#view.wait();
    try {
      await inTime(needed(this.#answer(query)), SEARCH_LIMIT);
    } catch (error) {
      // What is only late goes on coming; a second request would be in its way.
      if (!(error instanceof Late)) this.#index = undefined;
      if (query === this.#asked) this.#view.fail();
    }
  }

  /** Shows what a query brings, however late. */
  async #answer(query: string): Promise<void> {
    const index = await this.#open();
    const reply = await index.ask(query);
    if (query !== this.#asked) return;
    this.#reply = reply;
    this.#view.show(index, query, reply);
    showRecent(this, !query.trim());
  }

  #open(): Promise<SearchIndex> {
    return (this.#index ??= SearchIndex.open(this.#file, this.#folder));
  }

  #key(event: KeyboardEvent): void {
    // Safari ends a composition before the key that confirmed it, which then tells of itself by 229 only.
    if (this.#isComposing() || event.isComposing || event.keyCode === 229) {
      // Chromium would clear the field, and with it the composition.
      if (event.key === 'Escape') event.preventDefault();
      return;
    }
    const { current } = this.#choice;
    if (event.key === 'ArrowDown') this.#choice.move(this.#view.options, 1);
    else if (event.key === 'ArrowUp') this.#choice.move(this.#view.options, -1);
    else if (event.key === 'Escape' && this.#input.value) this.#fill('');
    // WebKit's field keeps the key from its dialog.
    else if (event.key === 'Escape' && this.#dialog) this.#dialog.close();
    else if (event.key === 'Enter' && current) this.#follow(current, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  }

  #follow(option: HTMLAnchorElement, inNewTab: boolean): void {
    if (!inNewTab) return option.click();
    this.#leave(option);
    window.open(option.href, '_blank', 'noopener');
  }

  #click(event: MouseEvent): void {
    const target = above(event, 'a, button');
    if (target?.closest('[data-search-terms]') && event.type === 'click') this.#dialog?.close();
    if (target?.dataset.hit && target instanceof HTMLAnchorElement) {
      this.#leave(target);
      if (event.type === 'auxclick' || event.ctrlKey || event.metaKey || event.shiftKey) return;
      this.#dialog?.close();
      if (target.pathname === location.pathname) setTimeout(markLanding);
    } else if (event.type === 'click' && target instanceof HTMLButtonElement) this.#press(target);
  }

  #press(button: HTMLButtonElement): void {
    if (button.value) {
      this.#fill(button.value);
      this.#input.focus();
    } else if ('forget' in button.dataset) {
      forgetSearches();
      showRecent(this, false);
      this.#input.focus();
    } else if ('retry' in button.dataset) {
      this.#index = this.#asked = undefined;
      void this.#ask();
    }
  }

  /** The reader goes where a link leads: what is to be marked there, and what was searched, is remembered. */
  #leave(option: HTMLAnchorElement): void {
    const inPart = option.closest('[data-search-fallback]');
    rememberLanding(option, (inPart ? this.#reply?.part?.answer : this.#reply)?.writings ?? []);
    rememberSearch(this.#input.value);
    this.#address?.settle(this.#input.value);
  }

  #submit(event: SubmitEvent): void {
    if (this.#address || this.#input.value.length > LONGEST_SUBMITTED) event.preventDefault();
    this.#address?.settle(this.#input.value);
    rememberSearch(this.#input.value);
  }
}

customElements.define('search-box', SearchBox);
