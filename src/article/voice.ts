import type { SectionKind, SectionRow } from '../text/sections.ts';
import { fill } from '../text/fill.ts';
import type { Article, Lead, Point } from './article.ts';
import type { Written } from './unit.ts';

/** Whose voice speaks in a section, for its heading: 作者主張：余紹清、張同. Empty where nobody's does. */
export function voiceOf({ site, words }: Pick<Article, 'site' | 'words'>, kind: SectionKind): string {
  const { voice = '', byAuthors }: SectionRow = words.section[kind];
  return byAuthors ? `${voice}：${authorsOf(site)}` : voice;
}

/** A section's name with its voice and, where it is theirs, the authors: the heading of outputs without a page's style. */
export function headingOf(article: Pick<Article, 'site' | 'words'>, kind: SectionKind): string {
  const voice = voiceOf(article, kind);
  return article.words.section[kind].label + (voice && `（${voice}）`);
}

/** A section's name with its voice, where it stands among others: 反方（本站整理）. A title is the authors' too. */
export function sectionLabel({ words }: Pick<Article, 'words'>, kind: SectionKind | 'title'): string {
  const { label, voice }: Partial<SectionRow> =
    kind === 'title' ? { ...words.section.thesis, label: words.searchBox.title } : words.section[kind];
  return voice ? `${label}（${voice}）` : `${label}`;
}

/** To whom a quotation from a section of a point is ascribed; `{unit}` stands for the number of its paragraph. */
export function attributionOf({ site, words }: Pick<Article, 'site' | 'words'>, { title }: Point | Lead, kind: SectionKind): string {
  const { label, byAuthors }: SectionRow = words.section[kind];
  const { claim, ours } = words.share.attributions;
  return fill(byAuthors ? claim : ours, {
    authors: authorsOf(site),
    site: site.name,
    title: typeof title === 'string' ? title : title.text,
    section: label,
  });
}

/** A claim of theirs where it stands alone, with their names. */
export function claimed({ site, words }: Pick<Article, 'site' | 'words'>, { text }: Written): string {
  return fill(words.claimed, { authors: authorsOf(site), claim: text });
}

/** The authors of the article that is discussed, as one text. */
export function authorsOf({ sourceArticle }: Article['site']): string {
  return sourceArticle.authors.join('、');
}
