import { above, leavesToBrowser } from '../../elements/clicks.ts';
import { recall } from '../../elements/device-memory.ts';
import { SEARCH_LIMIT, inTime, tellMissing } from '../../elements/in-time.ts';
import { lateStyles } from '../../elements/late-styles.ts';
import { part, setting } from '../../elements/parts.ts';
import { whenShown } from '../../elements/shown.ts';
import { preload } from './preload.ts';

/**
 * `<search-entry>`: the way into search. Loads nothing of it before the reader shows intent; then opens its dialog or, on the page
 * of search, which has none, moves to its field.
 */
class SearchEntry extends HTMLElement {
  #dialog = this.querySelector('dialog');
  #loading = false;

  connectedCallback(): void {
    for (const opener of document.querySelectorAll<HTMLElement>('[data-open-search]')) {
      if (recall('slash')) opener.querySelector('kbd')?.remove();
      for (const intent of ['pointerover', 'focus']) opener.addEventListener(intent, () => this.#load());
      opener.addEventListener('click', (event) => {
        if (leavesToBrowser(event)) return;
        // Safari does not focus what is clicked; the focus is to return here.
        opener.focus();
        this.#open();
        event.preventDefault();
      });
    }
    document.addEventListener('keydown', (event) => {
      if (!isShortcut(event) || above(event, 'input, textarea, select, [contenteditable]')) return;
      this.#open();
      event.preventDefault();
    });
    this.addEventListener('click', (event) => {
      if (event.target === this.#dialog || above(event, '[data-close-search]')) this.#dialog?.close();
      if (above(event, '[data-retry]')) this.#load();
    });
    this.addEventListener('focusin', () => this.#load());
    // On the page of search the reader may have come to the field before this script.
    if (!this.#dialog && (location.search || this.matches(':focus-within'))) this.#load();
    whenShown(() => {
      if (recall('landings'))
        import('./marks.ts').then(
          (marks) => marks.markLanding(),
          () => undefined,
        );
    });
  }

  #load(): void {
    if (this.#loading) return;
    const template = this.#dialog?.querySelector('template');
    template?.replaceWith(template.content);
    const box = part(this, 'search-box');
    const index = setting(box, 'data-index');
    const [status, failed] = [part(this, '[role=status]'), part(this, '[data-search-failed]')];
    this.#loading = true;
    void lateStyles();
    preload(index).catch(() => undefined);
    const started = (): void => {
      // It has not come, or could not start.
      if (box.matches(':defined')) return;
      this.#loading = failed.hidden = false;
      status.textContent = failed.firstChild?.textContent ?? '';
      tellMissing();
    };
    // The box imports the marks: named here, they come at the same time.
    inTime(Promise.all([import('./search-box.ts'), import('./marks.ts')]), SEARCH_LIMIT).then(started, started);
  }

  #open(): void {
    this.#load();
    const field = part(this, 'input', HTMLInputElement);
    if (!this.#dialog?.open) this.#dialog?.showModal();
    field.select();
    field.focus();
  }
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return !event.shiftKey && event.key.toLowerCase() === 'k';
  return event.key === '/' && !recall('slash');
}

customElements.define('search-entry', SearchEntry);
