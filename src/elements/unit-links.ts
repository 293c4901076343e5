import { above, leavesToBrowser } from './clicks.ts';
import { writeClipboard } from './clipboard.ts';
import { needed } from './in-time.ts';
import { part } from './parts.ts';

/** What says what was copied or not found comes when there is something to say. Where it cannot be had, the numbers still are links. */
const copyLine = () => needed(import('./copy-line.ts')).catch(() => undefined);

/** A click on a unit's number follows the link, as without script, and copies the unit's permanent address. */
document.addEventListener('click', (event) => {
  const link = above(event, 'a.pn', HTMLAnchorElement);
  if (!link || leavesToBrowser(event)) return;
  const address = part(link, 'link[rel=canonical]', HTMLLinkElement, document).href + link.hash;
  const copying = writeClipboard(address);
  void copyLine().then((line) => line?.sayCopied(link, address, copying));
});

/** Where the address names what this page does not seem to have, the line looks closer. */
function land(): void {
  const id = location.hash.slice(1);
  if (id && !document.getElementById(id)) void copyLine();
}
land();
addEventListener('hashchange', land);

/** The button beside selected text comes with the first selection, which may have been made before this script came. */
function load({ target }: { target: EventTarget | null }): void {
  // In a field it tells nothing of the page, and to ask would lay the page out at every key.
  if (target !== document || getSelection()?.isCollapsed !== false) return;
  document.removeEventListener('selectionchange', load);
  needed(import('./quote-link.ts')).catch(() => undefined);
}
document.addEventListener('selectionchange', load);
load({ target: document });
