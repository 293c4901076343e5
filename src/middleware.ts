import { defineMiddleware } from 'astro:middleware';
import { articleUnits, unitsOf, type Article, type Point } from './article/article.ts';
import { markingNames, pageHtml } from './article/html.ts';
import { requireWhole } from './article/whole.ts';

/** Sees to it that every page holds each of its units, and no other. */
export const onRequest = defineMiddleware(async ({ props, url, routePattern }, next) => {
  const response = await next();
  const { article, point } = props as { article?: Article; point?: Point };
  if (!article || !response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const page = await response.text();
  const [isWhole, isHome] = [routePattern.endsWith('/full'), /^\/(\[\.\.\.form\])?$/.test(routePattern)];
  const units = isWhole ? articleUnits(article) : isHome ? article.lead.units : point ? unitsOf(point) : [];
  const plain = pageHtml(article, isWhole ? 'full/' : isHome ? '' : `${point?.number}/`);
  const html = isHome ? plain : markingNames(article, plain);
  requireWhole(page, url.pathname, units, ({ id, parts }) => [`id="${id}" data-unit`, ...parts.map(html)]);
  const count = page.match(/ data-unit(?![\w-])/g)?.length ?? 0;
  if (count !== units.length) throw new Error(`${url.pathname} has ${count} units in place of ${units.length}: nothing was published.`);
  return new Response(page, response);
});
