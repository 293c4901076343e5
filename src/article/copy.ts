import { stringify } from 'yaml';
import { fill } from '../text/fill.ts';
import { toMarkdown } from '../text/markdown.ts';
import type { Article, RemovedPoint } from './article.ts';
import { unitAddress } from './html.ts';
import { once } from './once.ts';
import { addressOf } from './site.ts';
import type { UnitLink, Written } from './unit.ts';
import { signedBy } from './voice.ts';

/** A Markdown copy: what it is, then its text. */
export const document = (facts: object, blocks: string[]): string =>
  `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${blocks.join('\n\n')}\n`;

/** Writes texts of an article as Markdown. */
export const markdownIn = once((article: Article) => once(({ nodes }: Written) => toMarkdown(nodes, (id) => unitAddress(article, id))));

/** What became of a point that was taken out, as Markdown: the address of its copy stays too. */
export function removedMarkdown(article: Article, removed: RemovedPoint): string {
  const { form, site } = article;
  const { number, title } = removed;
  const facts = { title: title.text, number, url: addressOf(form, `${number}/`), lang: form.lang, author: signedBy(site) };
  return document(facts, removedBlocks(article, removed, '#'));
}

/** What became of a point that was taken out. Its ids are empty anchors before the words, for what ends with an id is a unit. */
export function removedBlocks(
  article: Article,
  { numeral, title, movedTo, why = '', anchors, notes }: RemovedPoint,
  level: string,
): string[] {
  const { words } = article;
  const anchor = (id: string): string => `[]{#${id}}`;
  const link = ({ id, number }: UnitLink): string => `[${number}](${unitAddress(article, id)})`;
  const fate = movedTo ? `${words.removed.moved}${link(movedTo)}` : fill(words.removed.gone, { why });
  return [
    `${level} ${numeral}、${markdownIn(article)(title)}`,
    `${anchors.map(anchor).join('')}${fate}`,
    ...notes.map(({ id, of, number, movedTo: to, why: reason = '' }) => {
      const note = to ? `${fill(words.moved[of], { n: number })}${link(to)}` : fill(words.gone[of], { n: number, why: reason });
      return `${anchor(id)}${note}`;
    }),
  ];
}
