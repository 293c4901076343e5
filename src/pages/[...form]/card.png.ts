import type { APIRoute } from 'astro';
import { formPaths, type FormProps } from '../../article/paths.ts';
import { siteCard } from '../../cards/cards.ts';

export const getStaticPaths = formPaths;

export const GET: APIRoute<FormProps> = async ({ props: { article } }) =>
  new Response(new Uint8Array(await siteCard(article).draw()), { headers: { 'Content-Type': 'image/png' } });
