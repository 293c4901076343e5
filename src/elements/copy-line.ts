import { mendedId } from '../text/touched.ts';
import { writeClipboard } from './clipboard.ts';
import { lateStyles } from './late-styles.ts';
import { part, setting } from './parts.ts';
import { quotation, unitText } from './quotation.ts';
import { SharePanel } from './share-panel.ts';

const SHOWN_MS = 8000;

/**
 * `<copy-line>`: the line at the bottom edge that says what was copied; where the clipboard refuses, it holds the text for the reader's
 * own hand.
 */
export class CopyLine extends HTMLElement {
  /** Copies the words of the unit whose link was copied. */
  readonly text = part(this, '[data-copy-text]');
  /** Shares the unit whose link was copied; shown where the page has a share panel. */
  readonly button = part(this, '[data-share-unit]');
  /** What it says of a thing that was copied, `{thing}`. */
  readonly copied = setting(this, 'data-copied');
  #refused = setting(this, 'data-refused');
  #lost = setting(this, 'data-lost');
  #status = part(this, 'p');
  #field = part(this, 'textarea', HTMLTextAreaElement);
  #close = part(this, '[data-close]');
  #timer = 0;
  #opener: Element | null = null;

  connectedCallback(): void {
    this.#close.addEventListener('click', () => this.#dismiss());
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#status.textContent && this.#dismiss());
    addEventListener('hashchange', () => this.#land());
    this.#land();
  }

  /** Says something until the next word, or until it has been read. */
  async say(text: string, stays = false): Promise<void> {
    await lateStyles();
    clearTimeout(this.#timer);
    this.#field.hidden = this.text.hidden = this.button.hidden = true;
    this.#close.hidden = !stays;
    this.#status.textContent = text;
    this.toggleAttribute('data-says', text !== '');
    if (text && !stays) this.#wait();
  }

  /**
   * Copies a text, unless that has begun, and says so; answers whether the clipboard took it. The focus goes back to what opened the line.
   */
  async copy(text: string, said: string, copying = writeClipboard(text), opener = document.activeElement): Promise<boolean> {
    this.#opener = opener;
    const copied = await copying;
    await this.say(copied ? said : this.#refused, !copied);
    if (copied) return true;
    this.#field.hidden = false;
    this.#field.value = text;
    // After the click has followed its link, which takes the focus away.
    setTimeout(() => (this.#field.focus(), this.#field.select()));
    return false;
  }

  /** Says so where the address names a passage that this page does not have, until it names one that is there. */
  #land(): void {
    let [id = ''] = location.hash.slice(1).split(':~:');
    try {
      id = decodeURIComponent(id);
    } catch {
      // Badly encoded: the name as it stands is as good as any.
    }
    const mended = mendedId(location.hash);
    if (id && !document.getElementById(id) && document.getElementById(mended)) location.replace(`#${mended}`);
    else if (id && !document.getElementById(id)) void this.say(this.#lost, true);
    else if (this.#status.textContent === this.#lost) void this.say('');
  }

  /** Goes away in time, but not from under a pointer or the focus. */
  #wait(): void {
    this.#timer = window.setTimeout(() => (this.matches(':hover, :focus-within') ? this.#wait() : this.say('')), SHOWN_MS);
  }

  #dismiss(): void {
    if (this.contains(document.activeElement) && this.#opener instanceof HTMLElement) this.#opener.focus();
    void this.say('');
  }
}

customElements.define('copy-line', CopyLine);

/**
 * Says what became of the address of a unit, which is being copied already; its words can be copied too, and where the page has a panel,
 * it can be shared.
 */
export async function sayCopied(link: HTMLAnchorElement, address: string, copying: Promise<boolean>): Promise<void> {
  const line = part(link, 'copy-line', CopyLine, document);
  await line.copy(address, line.copied.replace('{thing}', setting(link, 'aria-label')), copying, link);
  const [panel, unit] = [document.querySelector('share-panel'), link.closest('[data-unit]')];
  if (!unit) return;
  line.text.hidden = false;
  line.text.onclick = () => line.copy(quotation(line, unitText(unit), unit, address), setting(line, 'data-quoted'), undefined, link);
  if (!(panel instanceof SharePanel)) return;
  line.button.hidden = false;
  line.button.onclick = () => panel.open(unit);
}
