import type { APIRoute } from 'astro';
import { calendarOf } from '../../article/calendar.ts';
import { timelinePaths, type FormProps } from '../../article/paths.ts';

export const getStaticPaths = timelinePaths;

/** The timeline to subscribe to. */
export const GET: APIRoute<FormProps> = ({ props: { article } }) =>
  new Response(calendarOf(article), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
