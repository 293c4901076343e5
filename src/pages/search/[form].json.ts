import type { APIRoute } from 'astro';
import { searchPaths, type FileProps } from '../../search/index/paths.ts';

/** One search file a written form. */
export const getStaticPaths = () => searchPaths('search/', '.json', 'form');

export const GET: APIRoute<FileProps> = ({ props: { bytes } }) => new Response(bytes, { headers: { 'Content-Type': 'application/json' } });
