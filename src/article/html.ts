import { parseId } from '../text/ids.ts';
import { pointPath } from '../text/links.ts';
import { withMentions } from '../text/mentions.ts';
import { toHtml, toPageHtml, type Target } from '../text/to-html.ts';
import { element } from '../text/tree.ts';
import { fill } from '../text/fill.ts';
import type { Article } from './article.ts';
import { once } from './once.ts';
import type { Written } from './unit.ts';
import { addressOf, pathTo } from './site.ts';

/** Writes a text as HTML. */
export type Html = (written: Written) => string;

/** What writes the latest pages of an article: a page is written, then checked, and a few others have a part in it. */
const latest = new WeakMap<Article, Map<string, Html>>();
const FEW = 4;

/**
 * How a page ('5/', 'full/' …) writes texts: the style sheet draws the numbers of sources, so that a browser copies and finds the sentence
 * without them.
 */
export function pageHtml(article: Article, page: string): Html {
  const pages = latest.get(article) ?? new Map<string, Html>();
  latest.set(article, pages);
  const html = pages.get(page) ?? once(writePage(article, page));
  if (pages.size >= FEW && !pages.has(page)) pages.clear();
  pages.set(page, html);
  return html;
}

function writePage(article: Article, page: string): Html {
  const { words } = article;
  const target: Target = {
    hrefOf: (id) => unitHref(article, page, id),
    termHref: (id) => `${pathTo(article.form, 'terms/')}#${id}`,
    reference: (id, number) =>
      element(
        'sup',
        { className: ['ref'] },
        element('a', { href: unitHref(article, page, id), dataN: number, ariaLabel: fill(words.sourceOf, { n: number }) }),
      ),
  };
  return ({ nodes, isLabel = false }) => toPageHtml(nodes, target, isLabel);
}

/** The same with the first mention of each person and term in a text leading to its entry. */
export function markingNames(article: Article, html: Html): Html {
  return marked(html, article);
}

const marked = once((html: Html, { findNames }: Article): Html =>
  once((written) => html(written.isLabel ? written : { ...written, nodes: withMentions(written.nodes, findNames) })),
);

/** How feeds write the texts of a page: absolute addresses, raised references, nothing that only our style sheet understands. */
export function feedHtml(article: Article, page: string): Html {
  const address = addressOf(article.form, page);
  const target: Target = {
    hrefOf: (id) => unitAddress(article, id),
    reference: (id, number) => element('sup', {}, element('a', { href: `${address}#${id}` }, number)),
  };
  return ({ nodes }) => toHtml(nodes, target);
}

/** How a page links to a unit or a source, or to the one that holds its text now: by its id alone where it stands on the page. */
export function unitHref(article: Article, page: string, id: string): string {
  const [living, home] = homeOf(article, id);
  return page === home || page === 'full/' ? `#${living}` : `${pathTo(article.form, home)}#${living}`;
}

/** The absolute address of a unit, or of the one that holds its text now. */
export function unitAddress(article: Article, id: string): string {
  const [living, home] = homeOf(article, id);
  return `${addressOf(article.form, home)}#${living}`;
}

function homeOf({ moved }: Article, id: string): [id: string, page: string] {
  const living = moved.get(id) ?? id;
  return [living, pointPath(parseId(living)?.point ?? 0)];
}
