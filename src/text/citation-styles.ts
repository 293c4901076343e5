/** What a citation says of a page: its authors, without any the site itself; its site, which publishes it; its days as YYYY-MM-DD. */
export interface Work {
  authors: readonly string[];
  site: string;
  title: string;
  url: string;
  language: string;
  published: string;
  updated: string;
}

/** Stands in a citation for the day of access, which only the reader's browser knows. */
export const ACCESSED = '{accessed}';

/**
 * An electronic resource, [EB/OL], as GB/T 7714—2015, 4.6 and 8.8, orders its parts: author, title, publisher, year, day of change, day of
 * access, address.
 */
export function gbt7714({ authors, site, title, url, published, updated }: Work): string {
  return `${authors.join(', ') || site}. ${title}[EB/OL]. ${site}, ${published.slice(0, 4)}(${updated})[${ACCESSED}]. ${url}.`;
}

/** A web page in APA style, 7th edition, 10.16: a site that is its own author is not named again. */
export function apa({ authors, site, title, url, updated }: Work): string {
  const day = new Date(updated).toLocaleDateString('en-US', { timeZone: 'UTC', month: 'long', day: 'numeric' });
  const publisher = authors.length ? `${site}. ` : '';
  return `${authors.join(', ') || site}. (${updated.slice(0, 4)}, ${day}). ${title}. ${publisher}${url}`;
}

/** An `@online` entry as BibLaTeX, 2.1.1, has it. */
export function bibTex({ authors, site, title, url, language, published, updated }: Work, key: string): string {
  return `@online{${key},
	urldate = {${ACCESSED}},
	author = {${(authors.length ? authors : [site]).map((name) => `{${tex(name)}}`).join(' and ')}},
	date = {${updated}},
	language = {${language}},
	origdate = {${published}},
	organization = {${tex(site)}},
	title = {${keepCapitals(tex(title))}},
	url = {${url}},
}`;
}

/** The key of a site's page: what the site is called in its address and the page's own name there, `example-5`. */
export function citationKey(site: string, page: string | number): string {
  const { hostname, pathname } = new URL(site);
  const names = [...pathname.split('/').reverse(), ...hostname.replace(/^www\./, '').split('.')];
  return `${names.find((name) => /^[\w-]+$/.test(name)) ?? 'site'}-${page}`;
}

const TEX: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** Text in which none of TeX's own characters means anything. */
const tex = (text: string): string => text.replace(/[&%$#_{}\\~^]/g, (character) => TEX[character] ?? `\\${character}`);

/** Guards the capitals inside a title from styles that set it in sentence case. */
const keepCapitals = (title: string): string => title.replace(/(?<=.)\b[a-z]*[A-Z]\w*/g, '{$&}');
