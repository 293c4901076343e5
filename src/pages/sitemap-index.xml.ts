import type { APIRoute } from 'astro';
import { readArticle } from '../article/read.ts';
import { sitemapIndex } from '../article/sitemap.ts';
import { master } from '../text/forms.ts';

export const GET: APIRoute = async () =>
  new Response(await sitemapIndex(await readArticle(master)), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
