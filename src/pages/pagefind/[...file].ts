import type { APIRoute } from 'astro';
import { searchPaths, type FileProps } from '../../search/index/paths.ts';

/** The files of Pagefind's index. */
export const getStaticPaths = () => searchPaths('pagefind/', '', 'file');

export const GET: APIRoute<FileProps> = ({ props: { bytes }, params: { file = '' } }) =>
  new Response(bytes, { headers: { 'Content-Type': file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream' } });
