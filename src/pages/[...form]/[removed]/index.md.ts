import type { APIRoute } from 'astro';
import { removedMarkdown } from '../../../article/copy.ts';
import { removedPaths, type RemovedProps } from '../../../article/paths.ts';

export const getStaticPaths = removedPaths;

export const GET: APIRoute<RemovedProps> = ({ props: { article, removed } }) =>
  new Response(removedMarkdown(article, removed), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
