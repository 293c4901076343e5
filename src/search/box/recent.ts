import { recall, remember } from '../../elements/device-memory.ts';
import { make } from './list.ts';

const MOST = 6;

/** Remembers a query that led somewhere, on this device only. */
export function rememberSearch(query: string): void {
  const searches = recall<string[]>('searches') ?? [];
  if (query.trim()) remember('searches', [query, ...searches.filter((other) => other !== query)].slice(0, MOST));
}

/** Shows the remembered queries in the list of a part that is hidden while there are none; its other button forgets them all. */
export function showRecent(part: HTMLElement, shown: boolean): void {
  const searches = shown ? (recall<string[]>('searches') ?? []) : [];
  part.hidden = !searches.length;
  part
    .querySelector('ul')!
    .replaceChildren(
      ...searches.map((query) => make('li', {}, Object.assign(make('button', { type: 'button' }, query), { value: query }))),
    );
}

/** Forgets every remembered query. */
export function forgetSearches(): void {
  remember('searches');
}
