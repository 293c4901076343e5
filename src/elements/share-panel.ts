import { inTime, needed } from './in-time.ts';
import { lateStyles } from './late-styles.ts';
import { part } from './parts.ts';
import type { ShareWays } from './share-ways.ts';

/** `<share-panel>`: makes a button and a panel of its `<details>`; what the panel can do comes when it is first opened. */
export class SharePanel extends HTMLElement {
  readonly button = part(this, '[data-share]');
  readonly panel = part(this, '.share');
  /** What is handed on: the point, which is this element, or one of its units. */
  subject: Element = this;
  #details = part(this, 'details', HTMLDetailsElement);
  #ways: ShareWays | undefined;

  connectedCallback(): void {
    // Who opened it before this script came keeps it until it is closed.
    if (this.#details.open) return void (this.#details.ontoggle = () => this.connectedCallback());
    part(this, '[data-print]').onclick = () => print();
    part(this, '[data-cite]').onclick = () => this.open(this, true);
    this.button.onclick = () => (this.panel.hidden || this.subject !== this ? this.open(this) : this.close());
    this.#details.replaceWith(this.panel);
    this.panel.hidden = true;
    for (const button of this.querySelectorAll<HTMLElement>('.act')) button.hidden = false;
  }

  /** Opens the panel for the point or for one of its units, with its citations where they are asked for. */
  async open(subject: Element, cites?: boolean): Promise<void> {
    this.subject = subject;
    try {
      // Late, they still come to the panel that is open.
      await inTime(this.#name(cites));
    } catch (error) {
      // Address, code, links and citations need nothing more.
      console.error(error);
      // Unless something else was asked for meanwhile.
      if (this.subject !== subject) return;
      this.subject = this;
    }
    this.#show(true);
    if (subject !== this) this.panel.focus({ preventScroll: true });
  }

  async #name(cites?: boolean): Promise<void> {
    const [{ ShareWays }] = await needed(Promise.all([import('./share-ways.ts'), lateStyles()]));
    (this.#ways ??= new ShareWays(this)).name(cites);
  }

  /** Closes the panel and goes back to where it was opened. */
  close(): void {
    this.#show(false);
    (this.subject.querySelector<HTMLElement>('.pn') ?? this.button).focus();
  }

  #show(open: boolean): void {
    this.panel.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open && this.subject === this));
  }
}

customElements.define('share-panel', SharePanel);
