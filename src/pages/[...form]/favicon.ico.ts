import type { APIRoute } from 'astro';
import { formPaths, type FormProps } from '../../article/paths.ts';
import { favicon } from '../../cards/icon.ts';

export const getStaticPaths = formPaths;

export const GET: APIRoute<FormProps> = async ({ props: { article } }) =>
  new Response(new Uint8Array(await favicon(article)), { headers: { 'Content-Type': 'image/x-icon' } });
