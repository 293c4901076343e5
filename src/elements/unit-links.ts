import type { CopyLine } from './copy-line.ts';
import type { SharePanel } from './share-panel.ts';

const line = document.querySelector<CopyLine>('copy-line')!;
const panel = document.querySelector<SharePanel>('share-panel');

/** A click on a unit's number follows the link, as without script, and copies the unit's permanent address. */
document.addEventListener('click', async (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.pn');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')!.href + link.hash;
  await line.copy(address, line.dataset.copied!.replace('{thing}', link.ariaLabel!));
  line.button.hidden = !panel;
  line.button.onclick = () => panel?.open(link.closest('[data-unit]')!);
});

/** Says so where the address names a passage that this page does not have, until it names one that is there. */
function land(): void {
  let id = location.hash.slice(1).split(':~:')[0]!;
  try {
    id = decodeURIComponent(id);
  } catch {
    // Badly encoded: the name as it stands is as good as any.
  }
  const { lost } = line.dataset;
  if (id && !document.getElementById(id)) void line.say(lost!, true);
  else if (line.said === lost) void line.say('');
}
land();
addEventListener('hashchange', land);

/** The button beside selected text comes with the first selection. */
document.addEventListener('selectionchange', function load({ target }) {
  // In a field it tells nothing of the page, and to ask would lay the page out at every key.
  if (target !== document || getSelection()?.isCollapsed !== false) return;
  document.removeEventListener('selectionchange', load);
  // Where it cannot be had, the numbers still are links.
  import('./quote-link.ts').catch(() => undefined);
});
