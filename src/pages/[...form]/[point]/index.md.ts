import type { APIRoute } from 'astro';
import { pointMarkdown } from '../../../article/markdown-copy.ts';
import { pointPaths, type PointProps } from '../../../article/paths.ts';

export const getStaticPaths = pointPaths;

export const GET: APIRoute<PointProps> = ({ props: { article, point } }) =>
  new Response(pointMarkdown(article, point), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
