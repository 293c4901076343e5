import { textDirective } from '../text/text-directive.ts';
import { lateStyles } from './late-styles.ts';
import { CopyLine } from './copy-line.ts';
import { readPage } from './page-text.ts';
import { part, setting } from './parts.ts';
import { quotation } from './quotation.ts';

const GAP = 8;
/** Below the handles and the system's own menu on touch screens. */
const TOUCH_GAP = 56;
const PLACE = '[data-unit], .sources li, section[id], article[id]';

/** `<quote-link>`: a button beside selected text that copies it with its source and a link that finds it again. */
class QuoteLink extends HTMLElement {
  #main = part(this, 'main', HTMLElement, document);
  #line = part(this, 'copy-line', CopyLine, document);
  #address = part(this, 'link[rel=canonical]', HTMLLinkElement, document).href;
  #quoted = setting(this.#line, 'data-quoted');
  #timer = 0;

  connectedCallback(): void {
    document.addEventListener('selectionchange', this);
    addEventListener('resize', this);
    this.addEventListener('pointerdown', (event) => event.preventDefault());
    this.addEventListener('click', () => this.#copy());
    this.handleEvent();
  }

  disconnectedCallback(): void {
    document.removeEventListener('selectionchange', this);
    removeEventListener('resize', this);
  }

  handleEvent(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#show(), 150);
  }

  /** What is selected of the main part, if anything. */
  get #range(): Range | undefined {
    const selection = getSelection();
    if (!selection?.rangeCount || !selection.toString().trim()) return undefined;
    const range = selection.getRangeAt(0);
    return this.#main.contains(range.commonAncestorContainer) ? range : undefined;
  }

  async #show(): Promise<void> {
    if (this.#range) await lateStyles();
    const range = this.#range;
    this.hidden = !range;
    if (range) this.#place([...range.getClientRects()].at(-1) ?? range.getBoundingClientRect());
  }

  /** Below the end of the selection, inside the window. */
  #place(end: DOMRect): void {
    const gap = matchMedia('(pointer: coarse)').matches ? TOUCH_GAP : GAP;
    const inset = document.documentElement.clientWidth - this.offsetWidth - GAP;
    this.style.insetInlineStart = `${Math.max(GAP, Math.min(end.right - this.offsetWidth / 2, inset)) + scrollX}px`;
    this.style.insetBlockStart = `${end.bottom + gap + scrollY}px`;
  }

  #copy(): void {
    const range = this.#range;
    const page = range && readPage(range);
    const { lang } = document.documentElement;
    const start = range?.startContainer instanceof Element ? range.startContainer : range?.startContainer.parentElement;
    if (!page || !start) return;
    const id = start.closest(PLACE)?.id ?? '';
    // Firefox before 125 finds no words: there the link leads to the unit.
    const directive = 'Segmenter' in Intl && textDirective(page.text, page.start, page.end, lang, page.numbers);
    const fragment = directive ? `#${id}:~:${directive}` : id && `#${id}`;
    void this.#line.copy(quotation(this.#line, page.quote, start, this.#address + fragment), this.#quoted);
  }
}

customElements.define('quote-link', QuoteLink);
