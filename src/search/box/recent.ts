import { recall, remember } from '../../elements/device-memory.ts';
import { part } from '../../elements/parts.ts';
import { make } from './list.ts';

const MOST = 6;

/** Remembers a query that led somewhere, on this device only. */
export function rememberSearch(query: string): void {
  const searches = recall('searches') ?? [];
  if (query.trim()) remember('searches', [query, ...searches.filter((other) => other !== query)].slice(0, MOST));
}

/** Shows the remembered queries in the part of a box that is hidden while there are none; its other button forgets them all. */
export function showRecent(box: HTMLElement, shown: boolean): void {
  const searches = shown ? (recall('searches') ?? []) : [];
  part(box, '[data-search-recent]').hidden = !searches.length;
  part(box, '[data-search-recent] ul').replaceChildren(
    ...searches.map((query) => make('li', {}, make('button', { type: 'button', value: query }, query))),
  );
}

/** Forgets every remembered query. */
export function forgetSearches(): void {
  remember('searches');
}
