import { getEntry } from 'astro:content';
import type { Article } from './article.ts';
import { parseHtml, isElement, printHtml } from '../text/tree.ts';
import { readDictionary } from './dictionary.ts';
import { writerFor } from './writer.ts';

/** The text of the page about the site, as HTML in the article's written form. */
export async function readAbout({ form }: Article): Promise<string> {
  const entry = await getEntry('about', 'about');
  const write = writerFor(form, await readDictionary());
  const tree = write.tree(parseHtml(entry?.rendered?.html ?? ''));
  for (const node of tree.children) {
    if (isElement(node, 'p')) write.paragraph(node);
    // Astro makes ids from the words of a heading; ids here never come from words.
    if (isElement(node, 'h2')) delete node.properties.id;
  }
  return printHtml(tree);
}
