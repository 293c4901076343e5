import type { APIRoute } from 'astro';
import { readArticle } from '../article/read.ts';
import { sitemap } from '../article/sitemap.ts';
import { master } from '../text/forms.ts';

export const GET: APIRoute = async () =>
  new Response(await sitemap(await readArticle(master)), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
