import { loadLink } from '../../elements/load-link.ts';

/** Begins to fetch a file as `fetch` will ask for it, so that whoever does finds it under way; rejects where it cannot be had. */
export const preload = (href: string): Promise<unknown> => loadLink({ rel: 'preload', href, as: 'fetch', crossOrigin: 'anonymous' });
