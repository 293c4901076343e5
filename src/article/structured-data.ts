import { withoutHints } from '../text/phrases.ts';
import type { Article, History, Point } from './article.ts';
import type { Source } from './unit.ts';
import { lastChange } from './last-change.ts';
import { addressOf } from './site.ts';
import { claimed } from './voice.ts';

type Node = Record<string, unknown>;

/**
 * What a page is, as schema.org describes it: ours is by the site; the authors who are discussed stand in `isBasedOn` alone. `image` is
 * its card's address.
 */
export function structuredData(article: Article, page: string, title: string, image: string, point?: Point): Node {
  const isArticle = page === '' || page === 'full/';
  const node = point ? pointNode(article, point) : isArticle ? articleNode(article) : pageNode(article, page, title);
  // The home page has not the text that cites, nor what was corrected in it.
  const whole = page === 'full/' && { citation: citations(article), ...corrected(corrections(article)) };
  return { '@context': 'https://schema.org', ...node, ...whole, inLanguage: article.form.lang, image };
}

function pointNode(article: Article, point: Point): Node {
  const { site } = article;
  return {
    ...partNode(article, point),
    description: claimed(article, { text: point.summary }),
    ...claim(article, point),
    ...(point.group.name && { articleSection: point.group.name }),
    datePublished: point.published,
    dateModified: point.updated,
    ...signed(article),
    isPartOf: { '@type': 'AnalysisNewsArticle', '@id': addressOf(article.form, 'full/'), headline: withoutHints(site.title) },
    ...basis(article),
    citation: point.sources.map(citation),
    ...corrected(point.corrections),
  };
}

function articleNode(article: Article): Node {
  const { form, site, points } = article;
  return {
    '@type': 'AnalysisNewsArticle',
    '@id': addressOf(form, 'full/'),
    url: addressOf(form, 'full/'),
    headline: withoutHints(site.title),
    description: site.description,
    datePublished: site.published,
    dateModified: lastChange(article),
    ...signed(article),
    ...(site.rights && { copyrightNotice: site.rights }),
    hasPart: points.map((point) => partNode(article, point)),
    ...basis(article),
  };
}

const corrections = ({ lead, points }: Article): History['corrections'] => [lead, ...points].flatMap((part) => part.corrections);

/** What the whole article cites, each once. */
function citations({ lead, points }: Article): string[] {
  return [...new Set([lead, ...points].flatMap(({ sources }) => sources.map(citation)))];
}

function pageNode({ form, site }: Article, page: string, title: string): Node {
  const [home, address] = [addressOf(form, ''), addressOf(form, page)];
  const isPartOf = { '@type': 'WebSite', '@id': home, name: site.name };
  return { '@type': 'WebPage', '@id': address, url: address, name: title, isPartOf };
}

function partNode({ form }: Article, { number, title }: Point): Node {
  const address = addressOf(form, `${number}/`);
  return { '@type': 'AnalysisNewsArticle', '@id': address, url: address, headline: title.text, position: number };
}

function signed({ form, site: { on, authors, name } }: Article): Node {
  const organisation = { '@type': 'Organization', name, url: addressOf(form, '') };
  return { author: !on && authors.length ? authors.map(person) : organisation, publisher: organisation };
}

const person = (name: string): Node => ({ '@type': 'Person', name });

/** The article that is discussed, if one is. */
function basis({ site: { on } }: Article): { isBasedOn?: Node } {
  if (!on) return {};
  const { authors, platform, date, url } = on;
  const publisher = { '@type': 'Organization', name: platform };
  return { isBasedOn: { '@type': 'Article', url, author: authors.map(person), publisher, datePublished: date } };
}

const corrected = (corrections: History['corrections']): Node =>
  corrections.length
    ? { correction: corrections.map(({ date, text }) => ({ '@type': 'CorrectionComment', text: text.text, datePublished: date })) }
    : {};

/** The thesis as the claim of the authors who are discussed, if any are. */
function claim(article: Article, { thesis }: Point): Node {
  const { isBasedOn: appearance } = basis(article);
  return thesis && appearance ? { about: { '@type': 'Claim', text: thesis.text, author: appearance.author, appearance } } : {};
}

/** Their names stand in the page. */
const citation = ({ url }: Source): string => url;
