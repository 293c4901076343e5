import type { APIRoute } from 'astro';
import { addressOf } from '../article/site.ts';
import { master } from '../text/forms.ts';

/** Every crawler may read everything. */
export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${addressOf(master, 'sitemap-index.xml')}\n`);
