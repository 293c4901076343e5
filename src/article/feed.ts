import type { ElementContent } from 'hast';
import { element, hasClass, parseHtml, printHtml } from '../text/tree.ts';
import { withoutHints } from '../text/phrases.ts';
import type { Article, Point } from './article.ts';
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
    html: entryHtml(point, addressOf(form, `${point.number}/`)),
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

function entryHtml({ thesis, sections }: Point, address: string): string {
  const units = [thesis, ...sections.flatMap(({ units }) => units)];
  return units
    .map(({ html }) => printHtml([element('p', {}, ...forFeed(parseHtml(html).children as ElementContent[], address))]))
    .join('\n');
}

/** Links lead to the page, references are raised; spans that only serve the page's own style sheet go. */
function forFeed(nodes: ElementContent[], address: string): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const children = forFeed(node.children, address);
    if (node.tagName === 'span') return children;
    if (node.tagName !== 'a') return [{ ...node, children }];
    const link = element('a', { href: new URL(String(node.properties.href), address).href }, ...children);
    return [hasClass(node, 'ref') ? element('sup', {}, link) : link];
  });
}
