import type { APIRoute } from 'astro';
import { formPaths, type FormProps } from '../../article/paths.ts';
import { iconSvg } from '../../cards/icon.ts';

export const getStaticPaths = formPaths;

export const GET: APIRoute<FormProps> = async ({ props: { article } }) =>
  new Response(await iconSvg(article), { headers: { 'Content-Type': 'image/svg+xml' } });
