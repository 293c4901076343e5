import type { Article } from './article.ts';

/** The day on which any of the article's text last changed, YYYY-MM-DD. */
export function lastChange({ lead, points }: Article): string {
  return points.reduce((last, { updated }) => (updated > last ? updated : last), lead.updated);
}
