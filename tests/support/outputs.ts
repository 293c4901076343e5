import { registerHooks } from 'node:module';
import type { Article, Point } from '../../src/article/article.ts';
import { writeArticle } from '../../src/article/write.ts';
import type { Content } from '../../src/content/content.ts';
import { forms, master, type Form } from '../../src/text/forms.ts';
import { searchFilePath } from '../../src/text/links.ts';
import { searchFiles } from '../../src/search/index/search-files.ts';

/** The address for which the outputs are written. */
export const outputsFor = 'https://example.org/base/';

// What Astro gives to the modules that write outputs: the address of the build, and its own modules, which they import and here don't use.
const env = JSON.stringify({ SITE: new URL(outputsFor).origin, BASE_URL: new URL(outputsFor).pathname, DEV: false });
const astro = 'export const getCollection = undefined;';
registerHooks({
  resolve: (name, context, next) =>
    name.startsWith('astro:') ? { url: `data:text/javascript,${astro}`, shortCircuit: true } : next(name, context),
  load(url, context, next) {
    const loaded = next(url, context);
    const source = String(loaded.source ?? '');
    return source.includes('import.meta.env') ? { ...loaded, source: `import.meta.env ??= ${env};${source}` } : loaded;
  },
});
const { articleMarkdown, pointMarkdown } = await import('../../src/article/markdown-copy.ts');
const { sitemap } = await import('../../src/article/sitemap.ts');
const { GET: atom } = await import('../../src/pages/[...form]/feed.xml.ts');
const { GET: json } = await import('../../src/pages/[...form]/feed.json.ts');
const { GET: llms } = await import('../../src/pages/[...form]/llms.txt.ts');

/** What a written form is published as, but for its pages. */
export interface Outputs {
  article: Article;
  /** Markdown copies: of the whole, and of each point. */
  whole: string;
  copies: { point: Point; text: string }[];
  atom: string;
  json: string;
  llms: string;
  sitemap: string;
  searchFile: string;
  /** Pagefind's files, those of all forms. */
  pagefind: ReadonlyMap<string, Uint8Array>;
}

/** Writes all outputs of a content in every written form, in this process, without a build. */
export async function outputsOf(content: Content): Promise<Map<Form, Outputs>> {
  const articles = forms.map((form) => writeArticle(content, form));
  const files = await searchFiles(content, articles, new URL(outputsFor).pathname);
  const pagefind = new Map([...files].filter(([path]) => path.startsWith('pagefind/')));
  const body = async (route: unknown, article: Article): Promise<string> =>
    (await (route as (context: object) => Response | Promise<Response>)({ props: { article } })).text();
  const written = articles.map(async (article): Promise<[Form, Outputs]> => [
    article.form,
    {
      article,
      whole: articleMarkdown(article),
      copies: article.points.map((point) => ({ point, text: pointMarkdown(article, point) })),
      atom: await body(atom, article),
      json: await body(json, article),
      llms: await body(llms, article),
      sitemap: await sitemap(articles.find(({ form }) => form === master) ?? article),
      searchFile: new TextDecoder().decode(files.get(searchFilePath(article.form))),
      pagefind,
    },
  ]);
  return new Map(await Promise.all(written));
}
