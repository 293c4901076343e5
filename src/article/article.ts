import type { Form } from '../text/forms.ts';
import type { RelationKind } from '../text/relations.ts';
import { sections, type SectionKind } from '../text/sections.ts';
import type { Words } from '../words.ts';
import type { Written, Unit, UnitLink, Figure, Indicator, Source, UnitBlock } from './unit.ts';

/** How another point bears on this one, seen from this one. */
export interface Relation {
  /** Permanent, and the same seen from either side: p3-x5. */
  id: string;
  kind: RelationKind;
  label: string;
  pulls: boolean;
  why: Written;
  number: number;
  numeral: string;
  title: Written;
}

/** A section of a point's body. */
export interface BodySection {
  id: string;
  kind: SectionKind;
  blocks: UnitBlock[];
  units: Unit[];
}

/** A group of consecutive points. */
export interface Group {
  id: string;
  name: string;
  gist: string;
}

/** When a part of the article was written and changed. `notes` tell of retired ids whose text left it. */
export interface History {
  published: string;
  updated: string;
  corrections: { date: string; text: Written }[];
  notes: (UnitLink & { of: 'unit' | 'source'; movedTo?: UnitLink; why?: string })[];
}

/** A point that was taken out. Its page stays and says what became of it; `anchors` are the ids that no note tells of. */
export interface RemovedPoint extends Pick<History, 'notes'> {
  number: number;
  numeral: string;
  title: Written;
  movedTo?: UnitLink;
  why?: string;
  anchors: string[];
}

/** One point of the article. */
export interface Point extends History {
  number: number;
  numeral: string;
  title: Unit;
  gist: Written;
  thesis: Unit;
  group: Group;
  sections: BodySection[];
  figures: Figure[];
  indicators: Indicator[];
  sources: Source[];
  relations: Relation[];
  /** Reading time in minutes. */
  minutes: number;
  /** Why readers do not see it yet; it shows while editing alone. */
  hidden?: string;
}

/** What stands before the points. */
export interface Lead extends History {
  title: string;
  blocks: UnitBlock[];
  units: Unit[];
  sources: Source[];
}

/** A section of the page about the site; its paragraphs have no ids. */
export interface AboutSection {
  heading: string;
  blocks: { type: UnitBlock['type']; start?: number; units: Written[] }[];
}

/** What the site is called and which article it discusses; `title` has `|` between its lines. */
export interface Site {
  name: string;
  title: string;
  deck: string;
  kicker: string;
  description: string;
  published: string;
  factsUntil: string;
  contact: string;
  sourceArticle: { authors: string[]; platform: string; date: string; articleId: string; url: string };
  groups: Group[];
}

/** The whole article in one written form. */
export interface Article {
  form: Form;
  site: Site;
  words: Words;
  lead: Lead;
  about: AboutSection[];
  /** Retired ids, and the ids of the units that hold their text now. */
  moved: Map<string, string>;
  points: Point[];
  removed: RemovedPoint[];
  groups: (Group & { points: Point[] })[];
  /** Reading time of the whole in minutes. */
  minutes: number;
}

/** The units of a point in reading order, by the sections in which they stand; the title stands in none. */
export function unitsBySection({ title, thesis, sections: body, figures, indicators }: Point): { kind?: SectionKind; units: Unit[] }[] {
  return [
    { units: [title] },
    { kind: 'thesis', units: [thesis] },
    ...body.map(({ kind, units }) => ({ kind, units: 'holdsFigures' in sections[kind] ? [...figures, ...units] : units })),
    { kind: 'watch', units: indicators },
  ];
}

/** All units of a point in reading order. */
export function unitsOf(point: Point): Unit[] {
  return unitsBySection(point).flatMap(({ units }) => units);
}

/** All units of the article in reading order. */
export function articleUnits({ lead, points }: Pick<Article, 'lead' | 'points'>): Unit[] {
  return [...lead.units, ...points.flatMap(unitsOf)];
}
