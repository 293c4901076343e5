import type { Article } from '../../src/article/article.ts';
import { writeArticle } from '../../src/article/write.ts';
import { givenGroups } from '../../src/article/write-site.ts';
import { contentFrom, entriesOf } from '../../src/content/content.ts';
import { contentFolder } from '../../src/content/folder.ts';
import { houseIn } from '../../src/content/house.ts';
import { readContent } from '../../src/content/read.ts';
import type { Form } from '../../src/text/forms.ts';
import type { Words } from '../../src/words.ts';

export { derived, simplified } from './forms.ts';

/** The content in hand, as it stands. */
export const content = readContent(contentFolder());
/** The same as plain values. */
export const whole = contentFrom(entriesOf(content));
/** Its own words and names. */
export const dictionary = houseIn(content);
/** Why a test is left out that only a house dictionary lets pass: OpenCC alone loses a text here and there on the way back. */
export const withoutHouse = !Object.values(dictionary).some((rows) => rows.length) && 'this article has no house dictionary';
/** What it says of its site. */
export const site = content.site!.values;
/** What its site is called. */
export const siteName = site.name ?? site.title.replaceAll('|', '');
/** Its groups, else one with every point. */
export const groups = givenGroups(whole);
/** The fields of its lead, where there is one, and of its points. */
export const parts = [content.lead, ...content.points].flatMap((part) => part?.values ?? []);
/** The day on which it last changed. */
export const lastChange = parts
  .map(({ updated }) => updated)
  .sort()
  .at(-1)!;

const written = new Map<Form, Article>();
/** The content as a written form has it. */
export function articleIn(form: Form): Article {
  const article = written.get(form) ?? writeArticle(whole, form);
  written.set(form, article);
  return article;
}

/** The words of its interface in a written form. */
export const wordsIn = (form: Form): Words => articleIn(form).words;
