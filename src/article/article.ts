import type { Form } from '../text/forms.ts';
import type { RelationKind } from '../text/relations.ts';
import { pageSections, type SectionKind } from '../text/sections.ts';
import type { Words } from '../words.ts';
import type { Written, Unit, UnitLink, Figure, Indicator, Source, UnitBlock, Verdict } from './unit.ts';

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
  figures: Figure[];
  blocks: UnitBlock[];
  /** All units of the section, figures first. */
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
  /** The strongest objection, in one sentence. */
  counter?: Unit;
  verdict?: Verdict;
  group: Group;
  sections: BodySection[];
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
  number: 0;
  title: string;
  blocks: UnitBlock[];
  units: Unit[];
  sources: Source[];
}

/** A section of the page about the site; its paragraphs have no ids. */
export interface AboutSection {
  heading: string;
  blocks: (Pick<UnitBlock, 'type' | 'start' | 'isAfter'> & { units: Written[] })[];
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
  contact?: string | undefined;
  sourceArticle: { authors: string[]; platform: string; date: string; articleId: string; url: string; urlNote?: string | undefined };
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

/** The sections of a point that have a part of its page, in order: those that hold something. */
export function sectionsOf({ sections, indicators, sources, relations }: Point): SectionKind[] {
  const held: Partial<Record<SectionKind, number>> = { watch: indicators.length, sources: sources.length, relations: relations.length };
  for (const { kind, units } of sections) held[kind] = units.length;
  return pageSections.flatMap(({ kind }) => (kind === 'thesis' || held[kind] ? [kind] : []));
}

/** The units of a point in reading order, by the sections in which they stand; the title stands in none. */
export function unitsBySection(point: Point): { kind?: SectionKind; units: Unit[] }[] {
  const { title, thesis, verdict, counter, sections, indicators } = point;
  return [
    { units: [title] },
    { kind: 'thesis', units: [thesis] },
    { kind: 'verdict', units: verdict ? [verdict] : [] },
    { kind: 'counter', units: counter ? [counter] : [] },
    ...sections,
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
