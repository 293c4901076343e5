import { lateStyles } from './late-styles.ts';
import type { ShareWays } from './share-ways.ts';

/** `<share-panel>`: makes a button and a panel of its `<details>`; what the panel can do comes when it is first opened. */
export class SharePanel extends HTMLElement {
  button = this.querySelector('button')!;
  panel = this.querySelector<HTMLElement>('.share')!;
  #ways: ShareWays | undefined;

  connectedCallback(): void {
    this.querySelector('details')!.replaceWith(this.panel);
    this.panel.hidden = true;
    this.button.hidden = false;
    this.button.addEventListener('click', () => (this.panel.hidden ? this.open(this) : this.#ways?.close()));
  }

  /** Opens the panel for the point (the element itself) or for one of its units. */
  async open(subject: Element): Promise<void> {
    const [{ ShareWays }] = await Promise.all([import('./share-ways.ts'), lateStyles()]);
    this.#ways ??= new ShareWays(this);
    this.#ways.open(subject);
  }
}

customElements.define('share-panel', SharePanel);
