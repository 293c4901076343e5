import { stringify } from 'yaml';
import { toMarkdown } from '../text/markdown.ts';
import type { Article } from './article.ts';
import { unitAddress } from './html.ts';
import { once } from './once.ts';
import type { Written } from './unit.ts';

/** A Markdown copy: what it is, then its text. */
export const document = (facts: object, blocks: string[]): string =>
  `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${blocks.join('\n\n')}\n`;

/** Writes texts of an article as Markdown. */
export const markdownIn = once((article: Article) => once(({ nodes }: Written) => toMarkdown(nodes, (id) => unitAddress(article, id))));
