import { above, leavesToBrowser } from './clicks.ts';
import { inTime, needed } from './in-time.ts';

/** What a note says, by the id of its entry: its name, what it is. */
type Notes = Record<string, [name: string, about: string]>;

/** The name that was clicked last: what comes late for another is not shown. */
let latest: HTMLAnchorElement | undefined;
let asked: Promise<Notes> | undefined;

/** The note of this page: one popover, closed by Escape, by its button, or by a click elsewhere. */
const note = Object.assign(document.createElement('div'), { className: 'term-note', popover: 'auto' });

// The name of a person or term shows what it is where it stands; where that cannot be, it leads to its entry.
document.addEventListener('click', (event) => {
  const link = above(event, 'a.term', HTMLAnchorElement);
  if (!link || leavesToBrowser(event) || !('showPopover' in note)) return;
  event.preventDefault();
  latest = link;
  show(link).catch(() => link === latest && location.assign(link.href));
});

async function show(link: HTMLAnchorElement): Promise<void> {
  asked ??= fetch(new URL('../terms.json', link.href.replace(/#.*/, ''))).then((answer) => answer.json() as Promise<Notes>);
  const [name = '', about = ''] = (await inTime(needed(asked)).catch(forget))[link.hash.slice(1)] ?? [];
  if (link !== latest) return;
  const more = Object.assign(document.createElement('a'), { href: link.href, textContent: `${name} →`, autofocus: true });
  const text = Object.assign(document.createElement('p'), { textContent: about });
  note.replaceChildren(text, more);
  note.setAttribute('role', 'note');
  note.setAttribute('aria-label', name);
  // Within a landmark of the page.
  (document.querySelector('main') ?? document.body).append(note);
  note.showPopover();
}

/** A file that did not come is asked for again by the next click. */
function forget(error: unknown): never {
  asked = undefined;
  throw error;
}
