import { lateStyles } from './late-styles.ts';

const SHOWN_MS = 8000;

/** `<copy-line>`: the line at the bottom edge that says what was copied; where the clipboard refuses, it holds the text for the reader's own hand. */
export class CopyLine extends HTMLElement {
  #timer = 0;
  #status = this.querySelector('p')!;
  #field = this.querySelector('textarea')!;
  /** Shares the unit whose link was copied; shown where the page has a share panel. */
  button = this.querySelector('button')!;

  connectedCallback(): void {
    this.addEventListener('keydown', (event) => event.key === 'Escape' && this.say(''));
  }

  /** Says something until the next word, or until it has been read. */
  async say(text: string | undefined, stays = false): Promise<void> {
    await lateStyles();
    clearTimeout(this.#timer);
    this.#field.hidden = this.button.hidden = true;
    this.#status.textContent = text!;
    if (!stays) this.#timer = window.setTimeout(() => this.matches(':hover, :focus-within') || this.say(''), SHOWN_MS);
  }

  /** Copies a text and says so; answers whether the clipboard took it. */
  async copy(text: string, said: string | undefined): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text);
      await this.say(said);
      return true;
    } catch {
      await this.say(this.dataset.refused, true);
      this.#field.hidden = false;
      this.#field.value = text;
      // After the click has followed its link, which takes the focus away.
      setTimeout(() => (this.#field.focus(), this.#field.select()));
      return false;
    }
  }
}

customElements.define('copy-line', CopyLine);
