import { textDirective } from '../text/text-directive.ts';
import type { CopyLine } from './copy-line.ts';
import { readPage } from './page-text.ts';
import { quotation } from './quotation.ts';

const GAP = 8;
/** Below the handles and the system's own menu on touch screens. */
const TOUCH_GAP = 56;
const PLACE = '[data-unit], .sources li, section[id], article[id]';

/** `<quote-link>`: a button beside selected text that copies it with its source and a link that finds it again. */
class QuoteLink extends HTMLElement {
  #range: Range | undefined;
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

  #show(): void {
    const selection = getSelection();
    this.#range = selection?.rangeCount && !selection.isCollapsed && selection.toString().trim() ? selection.getRangeAt(0) : undefined;
    const inText = this.#range && document.querySelector('main')?.contains(this.#range.commonAncestorContainer);
    this.hidden = !inText;
    if (inText) this.#place([...this.#range!.getClientRects()].at(-1) ?? this.#range!.getBoundingClientRect());
  }

  /** Below the end of the selection, inside the window. */
  #place(end: DOMRect): void {
    const gap = matchMedia('(pointer: coarse)').matches ? TOUCH_GAP : GAP;
    const inset = document.documentElement.clientWidth - this.offsetWidth - GAP;
    this.style.insetInlineStart = `${Math.max(GAP, Math.min(end.right - this.offsetWidth / 2, inset)) + scrollX}px`;
    this.style.insetBlockStart = `${end.bottom + gap + scrollY}px`;
  }

  #copy(): void {
    const line = document.querySelector<CopyLine>('copy-line');
    const page = this.#range && readPage(this.#range);
    if (!line || !page) return;
    const node = this.#range!.startContainer;
    const start = node instanceof Element ? node : node.parentElement!;
    const place = start.closest(PLACE);
    const directive = textDirective(page.text, page.start, page.end, document.documentElement.lang);
    const fragment = `${place ? `#${place.id}` : ''}${directive ? `${place ? '' : '#'}:~:${directive}` : ''}`;
    const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')!.href + fragment;
    line.copy(quotation(page.quote, start, address), line.dataset.quoted ?? '');
  }
}

customElements.define('quote-link', QuoteLink);
