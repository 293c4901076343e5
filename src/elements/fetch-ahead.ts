import { above } from './clicks.ts';
import { isThrifty } from './thrift.ts';

/**
 * Asks for a page of the site when its reader is about to open it, where the page's speculation rules mean nothing: the worker hands the
 * answer on, else the browser's cache does.
 */
export function fetchAhead(): void {
  if (HTMLScriptElement.supports?.('speculationrules')) return;
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
