import type { APIRoute } from 'astro';
import { articleMarkdown } from '../../../article/markdown-copy.ts';
import { formPaths, type FormProps } from '../../../article/paths.ts';

export const getStaticPaths = formPaths;

export const GET: APIRoute<FormProps> = ({ props: { article } }) =>
  new Response(articleMarkdown(article), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
