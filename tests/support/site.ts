import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { forms, type Form } from '../../src/text/forms.ts';
import { memoryKey } from '../../src/text/memory-key.ts';
import { builtFor, dist } from './settings.ts';

export { builtFor, dist, full, origin, sample } from './settings.ts';

/** The name under which the built site keeps something in a browser. */
export const keyOf = (name: string): string => memoryKey(new URL(builtFor).pathname, name);

/** A built page: its path (`/zh-hans/5/`), its form, its path below the form (`5/`), its text. */
export interface BuiltPage {
  path: string;
  form: Form;
  page: string;
  html: string;
  $: CheerioAPI;
}

/** Every built page, in the order of paths. */
export const pages: readonly BuiltPage[] = files(dist)
  .filter((file) => file.endsWith('.html'))
  .sort()
  .map((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const form = forms.find((row) => row.path && path.startsWith(`/${row.path}/`)) ?? forms[0]!;
    let $: CheerioAPI | undefined;
    return {
      path,
      form,
      page: path.slice(form.path ? form.path.length + 2 : 1),
      html,
      get $() {
        return ($ ??= load(html));
      },
    };
  });

/** The page at a path; throws where it was not built. */
export function pageAt(path: string): BuiltPage {
  const page = pages.find((candidate) => candidate.path === path);
  if (!page) throw new Error(`${path} was not built`);
  return page;
}

/** The authors of the article that is discussed, as a form's pages write their names; none where none is. */
export function discussedAuthors({ path }: Form): string[] {
  const { isBasedOn } = JSON.parse(
    pageAt(path ? `/${path}/` : '/')
      .$('script[type="application/ld+json"]')
      .text(),
  );
  return (isBasedOn?.author ?? []).map(({ name }: { name: string }) => name);
}

/** The pages of single points, in every form; what is left of a point that was taken out is none. */
export const pointPages = pages.filter(({ html }) => html.includes('<body class="point-page"'));

/** The ids of a point's paragraphs. */
const paragraphsOf = ({ $ }: BuiltPage): string[] =>
  $('.text .para, .text .list > li')
    .toArray()
    .map(({ attribs }) => attribs.id!);

/**
 * A point to try things on, the one with the most paragraphs: its page, `5/`, the path of that in the master's form and in another one,
 * two of its paragraphs (of a point with one, that one twice), and all of them.
 */
export const tried = (() => {
  const own = pointPages.filter(({ form }) => form === forms[0]);
  const longest = own.reduce((best, other) => (paragraphsOf(other).length > paragraphsOf(best).length ? other : best));
  const { page, path } = longest;
  const paragraphs = paragraphsOf(longest);
  const nth = (index: number): string => paragraphs[Math.min(index, paragraphs.length - 1)]!;
  return { page, path, there: `/${forms[1]!.path}/${page}`, unit: nth(2), farther: nth(5), paragraphs };
})();

/** Why a test is left out that needs a page which one has to scroll. */
export const tooShort = tried.paragraphs.length < 7 && 'no point of this article has seven paragraphs';

/** A page of every kind, by turns in each form. */
export const onePerKind = ['', tried.page, 'full/', 'search/', 'about/', '404.html'].map((kind, index) => {
  const found = pages.find(({ page, form }) => page === kind && form === forms[index % forms.length]);
  if (!found) throw new Error(`there is no page /${kind}`);
  return found;
});

/** A unit as it stands in a page: its id, its text as the contract counts it, without white space, and with it. */
export interface PageUnit {
  page: BuiltPage;
  id: string;
  text: string;
  words: string;
}

/** The units of a page, in order. */
export function unitsOf(page: BuiltPage): PageUnit[] {
  return page
    .$('[data-unit]')
    .toArray()
    .map((node) => {
      const copy = page.$(node).clone();
      copy.find('.pn, .ref, [popover]').remove();
      const words = copy.text().replace(/\s+/g, ' ').trim();
      return { page, id: page.$(node).attr('id') ?? '', text: words.replaceAll(' ', ''), words };
    });
}

function files(folder: string, below = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name), `${below}${entry.name}/`) : [below + entry.name],
  );
}
