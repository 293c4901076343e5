import { withoutHints } from '../text/phrases.ts';
import type { Article, History, Point } from './article.ts';
import type { Source } from './unit.ts';
import { lastChange } from './last-change.ts';
import { addressOf } from './site.ts';
import { claimed } from './voice.ts';

type Node = Record<string, unknown>;

/**
 * What a page is, as schema.org describes it. Our text is by the site, as its author and publisher; the authors of the article it
 * discusses stand in `isBasedOn` alone. `image` is the address of the page's card.
 */
export function structuredData(article: Article, page: string, title: string, image: string, point?: Point): Node {
  const nodeOf: Record<string, () => Node> = {
    '': () => articleNode(article),
    'full/': () => ({ ...articleNode(article), citation: citations(article) }),
  };
  const node = point ? pointNode(article, point) : (nodeOf[page]?.() ?? pageNode(article, page, title));
  return { '@context': 'https://schema.org', ...node, inLanguage: article.form.lang, image };
}

function pointNode(article: Article, point: Point): Node {
  const { site } = article;
  return {
    ...partNode(article, point),
    description: claimed(article, point.thesis),
    about: claim(article, point),
    articleSection: point.group.name,
    datePublished: point.published,
    dateModified: point.updated,
    ...signed(article),
    isPartOf: { '@type': 'AnalysisNewsArticle', '@id': addressOf(article.form, 'full/'), headline: withoutHints(site.title) },
    isBasedOn: basis(article),
    citation: point.sources.map(citation),
    ...corrected(point.corrections),
  };
}

function articleNode(article: Article): Node {
  const { form, site, lead, points } = article;
  return {
    '@type': 'AnalysisNewsArticle',
    '@id': addressOf(form, 'full/'),
    url: addressOf(form, 'full/'),
    headline: withoutHints(site.title),
    description: site.description,
    datePublished: site.published,
    dateModified: lastChange(article),
    ...signed(article),
    hasPart: points.map((point) => partNode(article, point)),
    isBasedOn: basis(article),
    ...corrected([lead, ...points].flatMap(({ corrections }) => corrections)),
  };
}

/** What the whole article cites, each once: for the page that has it all, as the home page has not. */
function citations({ lead, points }: Article): string[] {
  return [...new Set([lead, ...points].flatMap(({ sources }) => sources.map(citation)))];
}

function pageNode({ form, site }: Article, page: string, title: string): Node {
  const home = addressOf(form, '');
  return {
    '@type': 'WebPage',
    '@id': addressOf(form, page),
    url: addressOf(form, page),
    name: title,
    isPartOf: { '@type': 'WebSite', '@id': home, name: site.name },
  };
}

function partNode({ form }: Article, { number, title }: Point): Node {
  const address = addressOf(form, `${number}/`);
  return { '@type': 'AnalysisNewsArticle', '@id': address, url: address, headline: title.text, position: number };
}

function signed({ form, site }: Article): Node {
  const organisation = { '@type': 'Organization', name: site.name, url: addressOf(form, '') };
  return { author: organisation, publisher: organisation };
}

function basis({ site: { sourceArticle } }: Article): Node {
  const { authors, platform, date, url } = sourceArticle;
  return {
    '@type': 'Article',
    url,
    author: authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: platform },
    datePublished: date,
  };
}

const corrected = (corrections: History['corrections']): Node =>
  corrections.length
    ? { correction: corrections.map(({ date, text }) => ({ '@type': 'CorrectionComment', text: text.text, datePublished: date })) }
    : {};

/** The thesis as the claim of the authors who are discussed. */
function claim(article: Article, { thesis }: Point): Node {
  const { author } = basis(article);
  return { '@type': 'Claim', text: thesis.text, author, appearance: basis(article) };
}

/** Their names stand in the page. */
const citation = ({ url }: Source): string => url;
