import type { APIRoute } from 'astro';
import { formPaths, type FormProps } from '../../article/paths.ts';
import { addressOf } from '../../article/site.ts';
import { nameAndTitle } from '../../text/phrases.ts';
import { linkMarkdown } from '../../text/markdown.ts';
import { footerOf } from '../../article/voice.ts';

export const getStaticPaths = formPaths;

/** What is here, for language models (llmstxt.org): the article and its points as links to their Markdown. */
export const GET: APIRoute<FormProps> = ({ props: { article } }) => {
  const { form, site, words, points } = article;
  const links = points.map(
    ({ number, numeral, title, gist, summary }) =>
      `- ${linkMarkdown(`${numeral}、${title.text}`, addressOf(form, `${number}/index.md`))}: ${gist?.text ?? summary}`,
  );
  const blocks = [
    `# ${nameAndTitle(site, '：')}`,
    `> ${site.description}`,
    ...[footerOf(article)].filter(Boolean),
    `## ${words.searchPage.all}`,
    [`- [${words.full}](${addressOf(form, 'full/index.md')}): ${site.deck || site.description}`, ...links].join('\n'),
  ];
  return new Response(`${blocks.join('\n\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
