import type { APIRoute } from 'astro';
import { generateJsonFeed } from 'feedsmith';
import { feedOf } from '../../article/feed.ts';
import { formPaths, type FormProps } from '../../article/paths.ts';
import { addressOf } from '../../article/site.ts';

export const getStaticPaths = formPaths;

/** JSON Feed 1.1. */
export const GET: APIRoute<FormProps> = ({ props: { article } }) => {
  const { title, home, lang, author, description, entries } = feedOf(article);
  const feed = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: addressOf(article.form, 'feed.json'),
    description,
    language: lang,
    authors: [{ name: author, url: home }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.id,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      ...(entry.group && { tags: [entry.group] }),
      language: lang,
      date_published: entry.published,
      date_modified: entry.updated,
    })),
  });
  return new Response(JSON.stringify(feed, null, 2), { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });
};
