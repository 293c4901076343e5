import type { APIRoute } from 'astro';
import { pointPaths, type PointProps } from '../../../article/paths.ts';
import { pointPortrait } from '../../../cards/cards.ts';

export const getStaticPaths = pointPaths;

export const GET: APIRoute<PointProps> = async ({ props: { article, point } }) =>
  new Response(new Uint8Array(await pointPortrait(article, point).draw()), { headers: { 'Content-Type': 'image/png' } });
