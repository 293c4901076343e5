/** The hit that the arrow keys have chosen for a field, a combobox in ARIA's terms. */
export class Choice {
  /** Undefined while the reader is in the text. */
  current: HTMLAnchorElement | undefined;
  readonly #input: HTMLInputElement;

  constructor(input: HTMLInputElement) {
    this.#input = input;
  }

  /** Goes to the next of some hits (1) or to the one before (-1), around; above the first the reader is back in the text. */
  move(hits: readonly HTMLAnchorElement[], step: 1 | -1): void {
    const at = this.current ? hits.indexOf(this.current) : -1;
    if (step > 0) this.set(hits[(at + 1) % hits.length]);
    else this.set(at < 0 ? hits[hits.length - 1] : hits[at - 1]);
  }

  /** Chooses a hit, or none. */
  set(hit?: HTMLAnchorElement): void {
    this.current?.setAttribute('aria-selected', 'false');
    this.current = hit;
    if (!hit) return this.#input.removeAttribute('aria-activedescendant');
    hit.setAttribute('aria-selected', 'true');
    hit.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', hit.id);
  }
}
