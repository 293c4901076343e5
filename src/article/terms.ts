import { namesOf } from '../content/check-names.ts';
import type { Content } from '../content/content.ts';
import { nameFinder, type FindNames } from '../text/mentions.ts';
import type { Words } from '../words.ts';
import type { Article } from './article.ts';
import type { Unit, UnitLink } from './unit.ts';
import type { Writer } from './writer.ts';

/** A person, an organisation or a term, with the units that mention it. */
export interface Term {
  id: string;
  kind: 'person' | 'organisation' | 'term';
  name: string;
  latin: string;
  /** What else it is called. */
  also: string[];
  /** What a region calls it, under that region's name. */
  regional: { region: string; name: string }[];
  about: string;
  mentions: UnitLink[];
}

const REGIONS = ['tw', 'hk', 'cn'] as const;

/** The people, organisations and terms of an article in one written form, and what finds their names in its text. */
export function writeTerms({ people, terms }: Content, { regions }: Words, write: Writer): { terms: Term[]; findNames: FindNames } {
  const entries = [
    ...people.map((row) => ({ ...row, about: row.role })),
    ...terms.map((row) => ({ ...row, kind: 'term' as const, about: row.text })),
  ];
  const written = entries.map((entry): Term => {
    const { id, kind, name, latin = '', also, about } = entry;
    const regional = REGIONS.flatMap((region) => {
      const own = region in entry ? (entry as Partial<Record<typeof region, string>>)[region] : undefined;
      return own ? [{ region: regions[region], name: write.text(own) }] : [];
    });
    return { id, kind, name: write.text(name), latin, also: also.map(write.text), regional, about: write.text(about), mentions: [] };
  });
  const names = entries.flatMap((entry) => namesOf(entry).names.map((name) => [write.text(name), entry.id] as const));
  return { terms: written, findNames: nameFinder(names) };
}

/** Tells each entry which units mention it. */
export function noteMentions(terms: readonly Term[], units: readonly Unit[], findNames: FindNames): void {
  const byId = new Map(terms.map((term) => [term.id, term]));
  for (const { id, number, parts } of units)
    for (const name of new Set(parts.flatMap(({ text }) => findNames(text).map((found) => found.id))))
      byId.get(name)?.mentions.push({ id, number });
}

/** Whether there is a page of people and terms. */
export const hasTerms = ({ terms }: Pick<Article, 'terms'>): boolean => terms.length > 0;
