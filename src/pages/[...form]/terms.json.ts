import type { APIRoute } from 'astro';
import { termPaths, type FormProps } from '../../article/paths.ts';

export const getStaticPaths = termPaths;

/** What a note beside a name says, by the id of its entry: its name, what it is. */
export const GET: APIRoute<FormProps> = ({ props: { article } }) =>
  Response.json(Object.fromEntries(article.terms.map(({ id, name, about }) => [id, [name, about]])));
