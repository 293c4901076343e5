import { parseId } from '../text/ids.ts';
import { pointPath } from '../text/links.ts';
import { toHtml, toPageHtml, type Target } from '../text/to-html.ts';
import { element } from '../text/tree.ts';
import { fill } from '../words.ts';
import type { Article, Written } from './article.ts';
import { addressOf, pathTo } from './site.ts';

/** Writes a text as HTML. */
export type Html = (written: Written) => string;

/** How a page writes texts: `page` is its path below the form's own, '5/', 'full/'; a unit that stands on it is linked by its id alone. */
export function pageHtml(article: Article, page: string): Html {
  const { form, words } = article;
  const target: Target = {
    hrefOf: (id) => {
      const [living, home] = homeOf(article, id);
      return page === home || page === 'full/' ? `#${living}` : `${pathTo(form, home)}#${living}`;
    },
    reference: (id, number) => element('a', { href: `#${id}`, className: ['ref'], ariaLabel: fill(words.sourceOf, { n: number }) }, number),
  };
  return ({ nodes, isLabel = false }) => toPageHtml(nodes, target, isLabel);
}

/** How feeds write the texts of a page: absolute addresses, raised references, nothing that only our style sheet understands. */
export function feedHtml(article: Article, page: string): Html {
  const address = addressOf(article.form, page);
  const target: Target = {
    hrefOf: (id) => unitAddress(article, id),
    reference: (id, number) => element('sup', {}, element('a', { href: `${address}#${id}` }, number)),
  };
  return ({ nodes }) => toHtml(nodes, target);
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
