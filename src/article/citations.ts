import { ACCESSED, apa, bibTex, citationKey, gbt7714 } from '../text/citation-styles.ts';
import { master } from '../text/forms.ts';
import { fill } from '../text/fill.ts';
import type { Article, Point } from './article.ts';
import { addressOf } from './site.ts';
import { signedBy } from './voice.ts';

/**
 * The citations of a point: GB/T 7714, APA, BibTeX, Markdown, plain text. The author is the site where it discusses another's article; the
 * reader's browser fills in the day of access.
 */
export function citationsOf({ form, site, words }: Article, point: Point) {
  const { cite } = words.share;
  const { published, updated } = point;
  const url = addressOf(form, `${point.number}/`);
  const title = point.title.text;
  const authors = site.on ? [] : site.authors;
  const days = { site: site.name, published, updated };
  const work = { authors, title, url, language: form.lang, ...days };
  return [
    atAccess('GB/T 7714', gbt7714(work), `[${ACCESSED}]`),
    atAccess('APA', apa(work)),
    atAccess('BibTeX', bibTex(work, citationKey(addressOf(master, ''), point.number)), `\turldate = {${ACCESSED}},\n`),
    atAccess('Markdown', `[${title}](${url})${fill(cite.markdown, days)}`, cite.accessed),
    atAccess(cite.name, `${signedBy(site)}〈${title}〉${fill(cite.plain, days)}${url}`, cite.accessed),
  ];
}

/** A citation in two parts, before and after the day of access, and the words of that day with `{date}` for it. */
function atAccess(style: string, text: string, access = '') {
  const [before = '', after = ''] = access ? text.split(access) : [text];
  return { style, before, access: access.replace(ACCESSED, '{date}'), after };
}
