import type { CopyLine } from './copy-line.ts';
import { quotation, unitText } from './quotation.ts';
import type { SharePanel } from './share-panel.ts';

const SAID_MS = 2000;

/** What an opened share panel does: names the point or one of its units, copies, hands over to the device. */
export class ShareWays {
  #host: SharePanel;
  #panel: HTMLElement;
  #field: HTMLInputElement;
  #home: string;
  #address: string;
  #line = document.querySelector<CopyLine>('copy-line')!;

  constructor(host: SharePanel) {
    this.#host = host;
    this.#panel = host.panel;
    this.#field = this.#panel.querySelector('input')!;
    this.#home = this.#address = this.#field.value;
    for (const button of this.#panel.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false;
    if ('share' in navigator) this.#panel.querySelector<HTMLElement>('[data-native]')!.hidden = false;
    this.#panel.addEventListener('click', (event) => this.#act((event.target as Element).closest('button')));
    this.#panel.addEventListener('keydown', (event) => event.key === 'Escape' && host.close());
    this.#field.addEventListener('focus', () => this.#field.select());
  }

  /** Puts the panel beside what is handed on, and its address wherever the panel names one. */
  name(): void {
    const { subject, button } = this.#host;
    const own = subject === this.#host;
    this.#replace(own ? this.#home : `${this.#home}#${subject.id}`);
    this.#panel.ariaLabel = (own ? button : this.#line.button).textContent.trim();
    (own ? button : (subject.closest('dl, header') ?? subject)).after(this.#panel);
    const today = new Date().toLocaleDateString('sv');
    for (const day of this.#panel.querySelectorAll<HTMLElement>('[data-access]'))
      day.textContent = day.dataset.access!.replace('{date}', today);
    if (!own) void this.#line.say('');
  }

  #replace(to: string): void {
    const from = this.#address;
    for (const link of this.#panel.querySelectorAll<HTMLAnchorElement>('a[rel]'))
      link.href = link.href.replace(encodeURIComponent(from), encodeURIComponent(to));
    for (const code of this.#panel.querySelectorAll('code'))
      for (const node of code.childNodes) if (node instanceof Text) node.data = node.data.replace(from, to);
    this.#field.value = this.#address = to;
  }

  async #act(button: HTMLButtonElement | null): Promise<void> {
    const { title, copied } = this.#host.dataset;
    if (!button) return;
    if (button.matches('[data-native]')) return this.#handOver(title!);
    if (await this.#line.copy(this.#textFor(button), copied!)) {
      const label = button.querySelector('span')!;
      const said = label.textContent;
      if (said === copied) return;
      label.textContent = copied!;
      setTimeout(() => (label.textContent = said), SAID_MS);
    }
  }

  #textFor(button: HTMLButtonElement): string {
    if (button.dataset.copy === 'link') return this.#address;
    if (button.dataset.copy === 'citation') return button.parentElement!.querySelector('code')!.textContent;
    const { subject } = this.#host;
    const unit = subject === this.#host ? subject.closest('section')!.querySelector('[data-unit]')! : subject;
    return quotation(unitText(unit), subject, this.#address);
  }

  /** A device may refuse to share: the link is copied instead. A reader who changes their mind is left alone. */
  async #handOver(title: string): Promise<void> {
    try {
      await navigator.share({ title, url: this.#address });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.#line.copy(this.#address, this.#host.dataset.copied!);
    }
  }
}
