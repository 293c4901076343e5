import { withoutHints } from '../text/phrases.ts';
import type { Article, Point } from './article.ts';
import type { Unit } from './unit.ts';
import { feedHtml } from './html.ts';
import { requireWhole } from './whole.ts';
import { lastChange } from './last-change.ts';
import { addressOf } from './site.ts';

/** One point as an entry of a feed; its id is its permanent address, its dates are those of the content (midnight UTC). */
export interface FeedEntry {
  id: string;
  title: string;
  summary: string;
  html: string;
  group: string;
  published: Date;
  updated: Date;
}

/** A form's feed before it is written in a format. */
export interface FeedContent {
  title: string;
  home: string;
  lang: string;
  author: string;
  description: string;
  updated: Date;
  entries: FeedEntry[];
}

/** The points of a form as a feed, the last changed first. */
export function feedOf(article: Article): FeedContent {
  const { form, site, points } = article;
  const entries = points.map((point) => ({
    id: addressOf(form, `${point.number}/`),
    title: `${point.numeral}、${point.title.text}`,
    summary: point.thesis.text,
    html: entryHtml(article, point),
    group: point.group.name,
    published: new Date(point.published),
    updated: new Date(point.updated),
  }));
  return {
    title: `${site.name}：${withoutHints(site.title)}`,
    home: addressOf(form, ''),
    lang: form.lang,
    author: site.name,
    description: site.description,
    updated: new Date(lastChange(article)),
    entries: entries.sort((a, b) => b.updated.getTime() - a.updated.getTime()),
  };
}

function entryHtml(article: Article, { number, thesis, sections }: Point): string {
  const html = feedHtml(article, `${number}/`);
  const paragraph = (unit: Unit): string => `<p>${html(unit)}</p>`;
  const blocks = sections
    .flatMap(({ blocks }) => blocks)
    .map(({ type, start, units }) => {
      if (type === 'paragraph') return units.map(paragraph).join('\n');
      if (type === 'quote') return `<blockquote>${units.map(paragraph).join('\n')}</blockquote>`;
      const items = units.map((unit) => `<li>${html(unit)}</li>`).join('');
      return start === undefined ? `<ul>${items}</ul>` : `<ol start="${start}">${items}</ol>`;
    });
  const entry = [paragraph(thesis), ...blocks].join('\n');
  requireWhole(entry, `The feed's entry of point ${number}`, [thesis, ...sections.flatMap(({ units }) => units)], (unit) => [html(unit)]);
  return entry;
}
