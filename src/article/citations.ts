import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { gbt7714 } from '../text/gb-t-7714.ts';
import { fill } from '../words.ts';
import type { Article, Point } from './article.ts';
import { addressOf } from './site.ts';

/** How to cite a point in one style: the text before and after the day of access, and the words of that day with `{date}` for it. */
export interface Citation {
  style: string;
  before: string;
  access: string;
  after: string;
}

const NEVER = '1970-01-01';
plugins.config.get('@csl').styles.add('gb-t-7714', gbt7714);
Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true });

/** The citations of a point: GB/T 7714, APA, BibTeX, Markdown, plain text. The author is the site; the reader's browser fills in the day of access. */
export function citationsOf({ form, site, words }: Article, point: Point): Citation[] {
  const url = addressOf(form, `${point.number}/`);
  const title = point.title.text;
  const work = {
    id: `shilun${point.number}`,
    type: 'webpage' as const,
    title,
    author: [{ literal: site.name }],
    issued: day(point.updated),
    URL: url,
    language: form.lang,
  };
  const online = { ...work, publisher: site.name, 'original-date': day(point.published), accessed: day(NEVER) };
  const inStyle = (item: object, style: string): string => new Cite(item).format('bibliography', { format: 'text', style, lang: 'en-US' });
  const { cite } = words.share;
  const dates = { published: point.published, updated: point.updated, accessed: NEVER };
  return [
    atAccess('GB/T 7714', inStyle(online, 'gb-t-7714'), `[${NEVER}]`),
    atAccess('APA', inStyle(work, 'apa')),
    atAccess('BibTeX', bibTex(online), `\turldate = {${NEVER}},\n`),
    atAccess('Markdown', `[${title}](${url})${fill(cite.markdown, { site: site.name, ...dates })}`, fill(cite.accessed, dates)),
    atAccess(cite.name, `${site.name}〈${title}〉${fill(cite.plain, dates)}${url}`, fill(cite.accessed, dates)),
  ];
}

const day = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] as never });

/** TeX's own characters are escaped; the access date stands in `urldate` alone. */
function bibTex(item: { title: string }): string {
  const title = item.title.replace(/[&%$#_]/g, '\\$&');
  return String(new Cite({ ...item, title }).format('biblatex')).replace(/^\tnote = .*\n/m, '');
}

function atAccess(style: string, text: string, access = ''): Citation {
  const [before = '', ...rest] = access ? text.trim().split(access) : [text.trim()];
  return { style, before, access: access.replace(NEVER, '{date}'), after: rest.join(access) };
}
