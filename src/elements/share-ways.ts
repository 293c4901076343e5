import { above } from './clicks.ts';
import { CopyLine } from './copy-line.ts';
import { part, setting } from './parts.ts';
import { quotation, unitText } from './quotation.ts';
import type { SharePanel } from './share-panel.ts';

const SAID_MS = 2000;

/** What an opened share panel does: names the point or one of its units, copies, hands over to the device. */
export class ShareWays {
  #host: SharePanel;
  #panel: HTMLElement;
  #field: HTMLInputElement;
  #line: CopyLine;
  #title: string;
  #copied: string;
  #home: string;
  #address: string;

  constructor(host: SharePanel) {
    this.#host = host;
    this.#panel = host.panel;
    this.#field = part(host, 'input', HTMLInputElement);
    this.#line = part(host, 'copy-line', CopyLine, document);
    this.#title = setting(host, 'data-title');
    this.#copied = setting(host, 'data-copied');
    this.#furnish();
    this.#home = this.#address = this.#field.value;
    this.#panel.addEventListener('click', (event) => this.#act(above(event, 'button')));
    this.#panel.addEventListener('keydown', (event) => event.key === 'Escape' && host.close());
    this.#field.addEventListener('focus', () => this.#field.select());
  }

  /** Adds what the page left to script: the buttons, and in each citation the day of access, where it says that this belongs. */
  #furnish(): void {
    const template = part(this.#host, 'template', HTMLTemplateElement, this.#panel);
    const inTemplate = (name: string): HTMLElement => part(this.#host, name, HTMLElement, template.content);
    const [native, copy] = [inTemplate('[data-native]'), inTemplate('[data-copy=citation]')];
    native.hidden = !('share' in navigator);
    copy.remove();
    template.parentElement?.prepend(template.content);
    template.replaceWith(native);
    for (const style of this.#panel.querySelectorAll('.citations b')) {
      const button = copy.cloneNode(true) as HTMLElement;
      button.setAttribute('aria-label', `${copy.textContent.trim()}：${style.textContent}`);
      style.after(button);
    }
    const today = new Date().toLocaleDateString('sv');
    for (const code of this.#panel.querySelectorAll('[data-access]')) {
      const [text, at] = [code.textContent, Number(setting(code, 'data-at'))];
      code.textContent = text.slice(0, at) + setting(code, 'data-access').replace('{date}', today) + text.slice(at);
    }
  }

  /**
   * Puts the panel beside what is handed on, and its address wherever the panel names one; opens its citations where they are asked for.
   */
  name(cites = false): void {
    if (cites) part(this.#host, '.citations', HTMLDetailsElement, this.#panel).open = true;
    const { subject, button } = this.#host;
    const own = subject === this.#host;
    this.#replace(own ? this.#home : `${this.#home}#${subject.id}`);
    // Picture and code are the point's.
    for (const way of this.#panel.querySelectorAll<HTMLElement>('.share-ways > a, details:not(.citations)')) way.hidden = !own;
    this.#panel.setAttribute('aria-label', (own ? button : this.#line.button).textContent.trim());
    (own ? button : (subject.closest('dl, header, ul, ol, blockquote') ?? subject)).after(this.#panel);
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

  async #act(button: HTMLElement | undefined): Promise<void> {
    if (!button) return;
    if (button.matches('[data-native]')) return this.#handOver();
    if (await this.#line.copy(this.#textFor(button), this.#copied)) {
      const label = button.querySelector('span') ?? button;
      const said = label.textContent;
      if (said === this.#copied) return;
      label.textContent = this.#copied;
      setTimeout(() => (label.textContent = said), SAID_MS);
    }
  }

  #textFor(button: HTMLElement): string {
    if (button.dataset.copy === 'link') return this.#address;
    if (button.dataset.copy === 'citation') return part(button, 'code', HTMLElement, button.closest('p') ?? button).textContent;
    const { subject } = this.#host;
    const own = subject === this.#host;
    const unit = own ? part(this.#host, '[data-unit]', Element, subject.closest('.duel, .point') ?? subject) : subject;
    return quotation(this.#line, unitText(unit), subject, this.#address);
  }

  /** A device may refuse to share: the link is copied instead. A reader who changes their mind is left alone. */
  async #handOver(): Promise<void> {
    try {
      await navigator.share({ title: this.#title, url: this.#address });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.#line.copy(this.#address, this.#copied);
    }
  }
}
