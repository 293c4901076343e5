import { recall } from '../../elements/device-memory.ts';
import { lateStyles } from '../../elements/late-styles.ts';
import { preload } from './preload.ts';

/**
 * `<search-entry>`: the way into search. Loads nothing of it before the reader shows intent; then opens its dialog or, on the page
 * of search, which has none, moves to its field.
 */
class SearchEntry extends HTMLElement {
  #loading = false;

  connectedCallback(): void {
    for (const opener of document.querySelectorAll<HTMLElement>('[data-open-search]')) {
      if (recall('slash') === 'off') opener.querySelector('kbd')?.remove();
      for (const intent of ['pointerover', 'focus']) opener.addEventListener(intent, () => this.#load());
      opener.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        // Safari does not focus what is clicked; the focus is to return here.
        opener.focus();
        this.#open();
      });
    }
    document.addEventListener('keydown', (event) => {
      if (!isShortcut(event) || (event.target as Element).closest('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      this.#open();
    });
    const dialog = this.querySelector('dialog');
    this.addEventListener('click', ({ target }) => {
      if (target === dialog || (target as Element).closest('[data-close-search]')) dialog?.close();
      if ((target as Element).closest('[data-retry]')) this.#load();
    });
    this.addEventListener('focusin', () => this.#load());
    if (!dialog && location.search) this.#load();
    if (recall('landings')) void import('./marks.ts').then(({ markLanding }) => markLanding());
  }

  #load(): void {
    if (this.#loading) return;
    this.#loading = true;
    void lateStyles();
    const { index } = this.querySelector<HTMLElement>('search-box')!.dataset;
    preload(index!).catch(() => undefined);
    // The box imports the marks: named here, they come at the same time.
    Promise.all([import('./search-box.ts'), import('./marks.ts')]).catch(() => {
      this.#loading = false;
      const failed = this.querySelector<HTMLElement>('[data-search-failed]')!;
      failed.hidden = false;
      this.querySelector('[role=status]')!.textContent = failed.firstChild!.textContent;
    });
  }

  #open(): void {
    this.#load();
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    this.querySelector('input')?.select();
    this.querySelector('input')?.focus();
  }
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k';
  return event.key === '/' && recall('slash') !== 'off';
}

customElements.define('search-entry', SearchEntry);
