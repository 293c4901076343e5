import type { Words } from '../words.ts';
import { fill } from '../text/fill.ts';

/**
 * Says in a line at the foot of the window what its reader has to know of this copy of the page, and offers to load it anew. Its words
 * come by a file whose name no build changes. Rejects where even that cannot be had.
 * @param since when a stored copy was stored
 */
export async function sayOfPage(what: 'stored' | 'older', since: Date): Promise<void> {
  const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href;
  const words: Words['notices'] = await (await fetch(new URL('notices.json', manifest))).json();
  const date = since.toLocaleString(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
  const text = document.createElement('span');
  text.setAttribute('role', 'status');
  const anew = Object.assign(document.createElement('a'), { href: location.href, textContent: words.anew });
  const dismiss = Object.assign(document.createElement('button'), { type: 'button', textContent: words.dismiss });
  const [note, line] = [document.createElement('page-note'), document.createElement('p')];
  anew.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  dismiss.addEventListener('click', () => {
    const place = note.closest('dialog')?.querySelector('input') ?? document.querySelector('main');
    note.remove();
    place?.focus({ preventScroll: true });
  });
  line.append(text, anew, dismiss);
  note.append(line);
  document.querySelector('page-note')?.remove();
  // Beside an open dialog nothing can be clicked.
  const dialog = document.querySelector('dialog.search[open]');
  (dialog ?? document.body).append(note);
  dialog?.addEventListener('close', () => note.isConnected && document.body.append(note), { once: true });
  // A live region is read when its text changes, not when it comes with it.
  setTimeout(() => (text.textContent = fill(words[what], { date })));
}
