import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { forms, master } from '../text/forms.ts';
import type { Article } from './article.ts';
import { hasTimeline } from './events.ts';
import { hasTerms } from './terms.ts';
import { lastChange } from './last-change.ts';
import { addressOf } from './site.ts';

/** The file that lists the pages, below the site's base path. */
export const SITEMAP = 'sitemap-0.xml';

/** Every page of every written form with its other forms, and the day of its last change where the content tells it. */
export async function sitemap(article: Article): Promise<string> {
  const last = lastChange(article);
  const days: [page: string, lastmod?: string][] = [
    ['', last],
    ...article.points.map(({ number, updated }): [string, string] => [`${number}/`, updated]),
    ...article.removed.map(({ number }): [string] => [`${number}/`]),
    ...(hasTerms(article) ? [['terms/'] as [string]] : []),
    ...(hasTimeline(article) ? [['timeline/'] as [string]] : []),
    ['about/'],
    ['full/', last],
    ['search/'],
  ];
  const links = (page: string) => [
    ...forms.map((form) => ({ lang: form.lang, url: addressOf(form, page) })),
    { lang: 'x-default', url: addressOf(master, page) },
  ];
  const rows = forms.flatMap((form) =>
    days.map(([page, lastmod]) => ({ url: addressOf(form, page), ...(lastmod && { lastmod }), links: links(page) })),
  );
  return written(rows, new SitemapStream({ xmlns: { news: false, video: false, image: false, xhtml: true } }));
}

/** The index of the sitemap, which is what crawlers are told of. */
export function sitemapIndex(article: Article): Promise<string> {
  return written([{ url: addressOf(master, SITEMAP), lastmod: lastChange(article) }], new SitemapIndexStream());
}

async function written(rows: object[], stream: SitemapStream | SitemapIndexStream): Promise<string> {
  return String(await streamToPromise(Readable.from(rows).pipe(stream)));
}
