import { fill } from '../text/fill.ts';
import { sectionId, type SectionKind, type SectionRow } from '../text/sections.ts';
import type { Article, Lead, Point, SectionHead } from './article.ts';
import type { Unit, Written } from './unit.ts';

type Speaker = Pick<Article, 'site' | 'words'>;

/** A section by its heading, with whose voice speaks in it. An article that discusses none has one voice, which goes without saying. */
export function headOf(
  { site }: Pick<Article, 'site'>,
  point: number,
  { number, label, voice = '', byAuthors = false, look }: SectionRow,
): SectionHead {
  const id = sectionId(point, number);
  return { id, label, look, ...(site.on ? { voice, by: byAuthors ? authorsOf(site) : '' } : { voice: '', by: '' }) };
}

/** A section that every article may have. */
export function fixedHead({ site, words }: Speaker, point: { number: number }, kind: SectionKind): SectionHead {
  return headOf({ site }, point.number, words.section[kind]);
}

/** The sections of a point that have a part of its page and a heading, in order. */
export function headsOf(article: Speaker, point: Point): SectionHead[] {
  const fixed = (kind: SectionKind, isThere: unknown): SectionHead[] => (isThere ? [fixedHead(article, point, kind)] : []);
  return [
    ...fixed('thesis', point.thesis),
    ...point.sections.filter(({ label }) => label),
    ...fixed('watch', point.indicators.length),
    ...fixed('sources', point.sources.length),
    ...fixed('relations', point.relations.length),
  ];
}

/** Whose voice speaks in a section, with their names: 作者主張：余紹清、張同. */
export function voiceOf({ voice, by }: Pick<SectionHead, 'voice' | 'by'>): string {
  return by ? `${voice}：${by}` : voice;
}

/** A section's name with its voice and, where it is theirs, the authors: the heading of outputs without a page's style. */
export function headingOf({ label, ...head }: SectionHead): string {
  return label + (head.voice && `（${voiceOf(head)}）`);
}

/**
 * The units of a point by the sections in which they stand, each named with its voice where it stands among others: 反方（本站整理）. A
 * title is the authors' too.
 */
export function unitsBySection(article: Speaker, point: Point): { label: string; units: Unit[] }[] {
  const named = ({ label, voice }: Pick<SectionHead, 'label' | 'voice'>): string => label + (voice && `（${voice}）`);
  const fixed = (kind: SectionKind, unit: Unit | undefined, label?: string) => ({
    label: named({ ...fixedHead(article, point, kind), ...(label && { label }) }),
    units: unit ? [unit] : [],
  });
  return [
    fixed('thesis', point.title, article.words.searchBox.title),
    fixed('thesis', point.thesis),
    fixed('verdict', point.verdict),
    { label: point.counter ? named(point.counter.head) : '', units: point.counter ? [point.counter] : [] },
    ...point.sections.map((section) => ({ label: named(section), units: section.units })),
    { ...fixed('watch', undefined), units: point.indicators },
  ];
}

/** To whom a quotation from a section of a point is ascribed; the number of its paragraph follows. */
export function attributionOf({ site, words }: Speaker, { title }: Point | Lead, { label, by }: Pick<SectionHead, 'label' | 'by'>): string {
  const { claim, ours, own } = words.share.attributions;
  return fill(by ? claim : site.on ? ours : own, {
    authors: authorsOf(site),
    site: site.name,
    title: typeof title === 'string' ? title : title.text,
    section: label,
  });
}

/** A claim of theirs where it stands alone, with their names; what is the site's own needs none. */
export function claimed({ site, words }: Speaker, { text }: Pick<Written, 'text'>): string {
  return site.on ? fill(words.claimed, { authors: authorsOf(site), claim: text }) : text;
}

/** Those who wrote the article, or the one that is discussed, as one text; the site's name where nobody is named. */
export function authorsOf({ on, authors, name }: Article['site']): string {
  return (on?.authors ?? authors).join('、') || name;
}

/** Who signs the text of this site: its authors, or the site itself where it discusses another's article. */
export function signersOf({ on, authors, name }: Pick<Article['site'], 'on' | 'authors' | 'name'>): readonly string[] {
  return !on && authors.length ? authors : [name];
}

/** The same as one text. */
export const signedBy = (site: Article['site']): string => signersOf(site).join('、');

/** Whose words these are, for the foot of every page: of those who are discussed, or of the authors, under their terms. */
export function footerOf({ site, words }: Speaker): string {
  if (site.on) return fill(words.footer, { authors: authorsOf(site) }) + site.rights;
  return [site.authors.length ? fill(words.by, { authors: authorsOf(site) }) : '', site.rights].filter(Boolean).join('　');
}
