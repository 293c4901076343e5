import type { APIRoute } from 'astro';
import { generateAtomFeed } from 'feedsmith';
import { feedOf } from '../../article/feed.ts';
import { formPaths, type FormProps } from '../../article/paths.ts';
import { addressOf } from '../../article/site.ts';

export const getStaticPaths = formPaths;

/** Atom (RFC 4287). */
export const GET: APIRoute<FormProps> = ({ props: { article } }) => {
  const { title, home, author, description, rights, updated, entries } = feedOf(article);
  const text = generateAtomFeed({
    id: home,
    title: { value: title },
    subtitle: { value: description },
    updated,
    authors: [{ name: author, uri: home }],
    ...(rights && { rights: { value: rights } }),
    links: [
      { rel: 'self', href: addressOf(article.form, 'feed.xml'), type: 'application/atom+xml' },
      { rel: 'alternate', href: home, type: 'text/html', hreflang: article.form.lang },
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      published: entry.published,
      updated: entry.updated,
      links: [{ rel: 'alternate', href: entry.id, type: 'text/html', hreflang: article.form.lang }],
      ...(entry.group && { categories: [{ term: entry.group }] }),
      summary: { value: entry.summary },
      content: { type: 'html', value: entry.html },
    })),
  });
  return new Response(text, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
