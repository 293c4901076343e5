import { above, leavesToBrowser } from './clicks.ts';
import { part } from './parts.ts';

/** Where sources stand beside the text; below, a sheet shows the one that is asked for. */
const WIDE = matchMedia('(min-width: 75rem)');

/** The source that a reference of this page leads to. */
const sourceOf = (ref: HTMLAnchorElement): HTMLElement | undefined => {
  const found = document.getElementById(ref.hash.slice(1));
  return found?.matches('ol.sources > li') ? found : undefined;
};

/** A source as a note: its number, its title as a link, and what kind of source it is. */
function noteOf(source: HTMLElement, tag: string): HTMLElement {
  const note = Object.assign(document.createElement(tag), { className: 'note' });
  const number = Object.assign(document.createElement('b'), {
    textContent: String([...source.parentElement!.children].indexOf(source) + 1),
  });
  const about = document.createElement('small');
  about.append(...part(source, '.source-kind').cloneNode(true).childNodes);
  note.append(number, part(source, '.source-name').cloneNode(true), about);
  return note;
}

/** Puts beside each paragraph the sources that it cites. */
function besideText(): void {
  for (const unit of document.querySelectorAll('.text .para')) {
    const sources = new Set([...unit.querySelectorAll<HTMLAnchorElement>('.ref a')].flatMap((ref) => sourceOf(ref) ?? []));
    if (!sources.size) continue;
    const side = Object.assign(document.createElement('div'), { className: 'side' });
    side.setAttribute('role', 'note');
    side.append(...[...sources].map((source) => noteOf(source, 'p')));
    (unit.closest('ul, ol, blockquote') ?? unit).before(side);
  }
}

/** The sheet at the lower edge: one source, closed by Escape, by a click elsewhere, or by a second one on the same number. */
class Sheet {
  #dialog = Object.assign(document.createElement('dialog'), { className: 'sheet' });
  #ref: HTMLAnchorElement | undefined;

  constructor() {
    document.body.append(this.#dialog);
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#close(true));
    document.addEventListener('click', (event) => this.#click(event));
  }

  #click(event: MouseEvent): void {
    const ref = above(event, '.ref a', HTMLAnchorElement);
    const source = ref && !WIDE.matches && !leavesToBrowser(event) ? sourceOf(ref) : undefined;
    if (!source || !ref) return void (above(event, '.sheet') ?? this.#close());
    const isShown = ref === this.#ref;
    this.#close(isShown);
    if (!isShown) {
      this.#dialog.replaceChildren(noteOf(source, 'p'));
      this.#dialog.setAttribute('aria-label', ref.getAttribute('aria-label') ?? '');
      this.#dialog.show();
      this.#ref = ref;
    }
    // Whatever failed before this, the link leads to the source.
    event.preventDefault();
  }

  #close(returns = false): void {
    if (!this.#dialog.open) return;
    this.#dialog.close();
    if (returns) this.#ref?.focus();
    this.#ref = undefined;
  }
}

/** Folds the list of a point's sources while a reader is above it; what names one of them, and paper, shows them all. */
function fold(): void {
  const [list, button] = [document.querySelector('ol.sources'), document.querySelector<HTMLElement>('[data-unfold]')];
  // Where the style sheet can't tell which source is asked for, it folds none.
  if (!list || !button || !CSS.supports('selector(:has(a))') || list.getBoundingClientRect().top < innerHeight) return;
  const show = (folded: boolean): void => {
    list.toggleAttribute('data-folded', folded);
    button.setAttribute('aria-expanded', String(!folded));
  };
  button.hidden = false;
  button.addEventListener('click', () => show(!list.hasAttribute('data-folded')));
  show(true);
}

/** Shows the sources of a page beside its text or in a sheet; the styles hold. */
export function showSources(): void {
  new Sheet();
  if (!document.querySelector('.point-page')) return;
  let isBeside = false;
  const place = (): void => void (WIDE.matches && !isBeside && ((isBeside = true), besideText()));
  place();
  WIDE.addEventListener('change', place);
  fold();
}
