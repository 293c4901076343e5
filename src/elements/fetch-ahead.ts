import { above } from './clicks.ts';
import { isThrifty } from './thrift.ts';

const NEXT = '.neighbours a[rel=next]';

/**
 * Lets the browser prepare the next page, now that this one is there: its speculation rules wait for the mark, for what they start takes
 * line and processor from what is being shown. Where they mean nothing, asks for a page of the site when its reader is about to open it:
 * the worker hands the answer on, else the browser's cache does.
 */
export function fetchAhead(): void {
  if (HTMLScriptElement.supports?.('speculationrules')) {
    document.querySelector(NEXT)?.setAttribute('data-ahead', '');
    return;
  }
  const asked = new Set([location.pathname]);
  const ask = (event: Event): void => {
    const link = above(event, 'a[href]', HTMLAnchorElement);
    const isOurs = link?.origin === location.origin && link.pathname.startsWith(import.meta.env.BASE_URL) && link.pathname.endsWith('/');
    if (!isOurs || asked.has(link.pathname) || isThrifty()) return;
    asked.add(link.pathname);
    fetch(link.pathname).catch(() => asked.delete(link.pathname));
  };
  for (const intent of ['pointerover', 'touchstart', 'focusin']) document.addEventListener(intent, ask, { passive: true });
}
