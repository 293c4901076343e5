import { lateStyles } from './late-styles.ts';

const SHOWN_MS = 8000;

/** `<copy-line>`: the line at the bottom edge that says what was copied; where the clipboard refuses, it holds the text for the reader's own hand. */
export class CopyLine extends HTMLElement {
  #timer = 0;
  #opener: HTMLElement | undefined;
  #status = this.querySelector('p')!;
  #field = this.querySelector('textarea')!;
  #close = this.querySelector<HTMLElement>('[data-close]')!;
  /** Shares the unit whose link was copied; shown where the page has a share panel. */
  button = this.querySelector('button')!;

  connectedCallback(): void {
    this.#close.addEventListener('click', () => this.#dismiss());
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.said && this.#dismiss());
  }

  /** What it says now. */
  get said(): string {
    return this.#status.textContent;
  }

  /** Says something until the next word, or until it has been read. */
  async say(text: string, stays = false): Promise<void> {
    await lateStyles();
    clearTimeout(this.#timer);
    this.#field.hidden = this.button.hidden = true;
    this.#close.hidden = !stays;
    this.#status.textContent = text;
    if (text && !stays) this.#wait();
  }

  /** Copies a text and says so; answers whether the clipboard took it. */
  async copy(text: string, said: string): Promise<boolean> {
    this.#opener = document.activeElement as HTMLElement;
    try {
      await navigator.clipboard.writeText(text);
      await this.say(said);
      return true;
    } catch {
      await this.say(this.dataset.refused!, true);
      this.#field.hidden = false;
      this.#field.value = text;
      // After the click has followed its link, which takes the focus away.
      setTimeout(() => (this.#field.focus(), this.#field.select()));
      return false;
    }
  }

  /** Goes away in time, but not from under a pointer or the focus. */
  #wait(): void {
    this.#timer = window.setTimeout(() => (this.matches(':hover, :focus-within') ? this.#wait() : this.say('')), SHOWN_MS);
  }

  #dismiss(): void {
    if (this.contains(document.activeElement)) this.#opener?.focus();
    void this.say('');
  }
}

customElements.define('copy-line', CopyLine);
