import { getCollection } from 'astro:content';
import { listOf } from '../content/check.ts';
import { contentFrom, type Content, type ContentEntry } from '../content/content.ts';
import type { Problem } from '../content/files.ts';
import { PROBLEMS } from '../content/loader.ts';
import type { Form } from '../text/forms.ts';
import type { Article } from './article.ts';
import { writeArticle } from './write.ts';

let known: { digest: string; content: Content; articles: Map<string, Article> } | undefined;

/** The content of the collection. Throws where it has problems, listing all of them, at the first one's place. */
export async function readCollection(): Promise<Content> {
  return (await current()).content;
}

/** The whole article in one written form, written once for as long as the content stays the same. */
export async function readArticle(form: Form): Promise<Article> {
  const { content, articles } = await current();
  const article = articles.get(form.id) ?? writeArticle(content, form, { drafts: import.meta.env.DEV });
  articles.set(form.id, article);
  return article;
}

async function current(): Promise<NonNullable<typeof known>> {
  const entries = await getCollection('article');
  const digest = entries.map((entry) => entry.digest).join();
  if (known?.digest === digest) return known;
  const { problems } = entries.find(({ id }) => id === PROBLEMS)?.data as { problems: Problem[] };
  if (problems[0]) {
    const { file, line } = problems[0];
    // The overlay shows the line of the file; how the code came here helps no editor.
    const list = listOf(problems);
    throw Object.assign(new Error(list), { name: 'ContentError', stack: list, loc: { file, line, column: 1 } });
  }
  const content = contentFrom(entries.filter(({ id }) => id !== PROBLEMS) as unknown as ContentEntry[]);
  return (known = { digest, content, articles: new Map() });
}
