import type { APIRoute } from 'astro';
import { formPaths, type FormProps } from '../../article/paths.ts';

export const getStaticPaths = formPaths;

/** What a page says of itself where it is a stored copy, or older than the site. */
export const GET: APIRoute<FormProps> = ({ props: { article } }) => Response.json(article.words.notices);
