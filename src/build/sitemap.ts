import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { readContent } from '../content/read.ts';
import { lastChange } from '../article/last-change.ts';
import { forms, master } from '../text/forms.ts';
import { pagePath } from '../text/links.ts';

/** `sitemap-index.xml`: every page with its written forms, and with its day of change where the content tells it. `address` is the site's own. */
export function writeSitemap(address: URL): AstroIntegration {
  const inForm = (form: (typeof forms)[number], page: string): string => new URL(pagePath(address.pathname, form, page), address).href;
  let days: Map<string, string> | undefined;
  return sitemap({
    namespaces: { news: false, xhtml: true, image: false, video: false },
    filter: (url) => !/\/404\/?$/.test(url),
    serialize(item) {
      const path = new URL(item.url).pathname.slice(address.pathname.length);
      const form = forms.find((row) => row.path && path.startsWith(`${row.path}/`)) ?? master;
      const page = path.slice(form.path ? form.path.length + 1 : 0);
      const links = forms.map((row) => ({ lang: row.lang, url: inForm(row, page) }));
      days ??= daysOfChange();
      const lastmod = days.get(page);
      return { url: item.url, ...(lastmod && { lastmod }), links: [...links, { lang: 'x-default', url: inForm(master, page) }] };
    },
  });
}

/** The day on which the content of each page last changed; pages without a date in the content are left out. */
function daysOfChange(): Map<string, string> {
  const { lead, points } = readContent(process.cwd());
  const days = points.map(({ values }): [string, string] => [`${values.number}/`, values.updated]);
  const last = lead && lastChange({ lead: lead.values, points: points.map(({ values }) => values) });
  if (!last) return new Map(days);
  return new Map([['', last], ['full/', last], ...days]);
}
