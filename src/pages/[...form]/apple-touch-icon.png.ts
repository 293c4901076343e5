import type { APIRoute } from 'astro';
import { formPaths, type FormProps } from '../../article/paths.ts';
import { iconPng } from '../../cards/icon.ts';

export const getStaticPaths = formPaths;

export const GET: APIRoute<FormProps> = async ({ props: { article } }) =>
  new Response(new Uint8Array(await iconPng(article, { size: 180, share: 0.72 })), { headers: { 'Content-Type': 'image/png' } });
