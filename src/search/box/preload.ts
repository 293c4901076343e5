import { loadLink } from '../../elements/load-link.ts';

/** Begins to fetch a file as `fetch` will ask for it, so that whoever does finds it under way; answers whether it came. */
export const preload = (href: string): Promise<boolean> => loadLink({ rel: 'preload', href, as: 'fetch', crossOrigin: 'anonymous' });
