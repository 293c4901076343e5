import type { APIRoute } from 'astro';
import { pointPaths, type PointProps } from '../../../article/paths.ts';
import { addressOf } from '../../../article/site.ts';
import { qrSvg } from '../../../cards/qr.ts';

export const getStaticPaths = pointPaths;

export const GET: APIRoute<PointProps> = ({ props: { article, point } }) =>
  new Response(qrSvg(addressOf(article.form, `${point.number}/`)), { headers: { 'Content-Type': 'image/svg+xml' } });
