import type { Form } from '../text/forms.ts';
import type { RelationKind } from '../text/relations.ts';
import type { Look } from '../text/sections.ts';
import type { Words } from '../words.ts';
import type { Content } from '../content/content.ts';
import type { Event } from './events.ts';
import type { Term } from './terms.ts';
import type { FindNames } from '../text/mentions.ts';
import type { Written, Unit, UnitLink, Chart, Figure, Indicator, Source, UnitBlock, Verdict } from './unit.ts';

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

/** A section of a point by its heading; without a label it has none. */
export interface SectionHead {
  id: string;
  label: string;
  /** Whose voice speaks in it, and the names where it is that of the authors who are discussed; empty where nobody's is told. */
  voice: string;
  by: string;
  look?: Look | undefined;
}

/** A section of a point's body. */
export interface BodySection extends SectionHead {
  figures: Figure[];
  charts: Chart[];
  blocks: UnitBlock[];
  /** All units of the section: figures, charts, text. */
  units: Unit[];
}

/** A group of consecutive points; name and gist are empty where it has none. */
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
  notes: (UnitLink & { of: 'unit' | 'source' | 'section'; movedTo?: UnitLink; why?: string })[];
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
  gist?: Written;
  thesis?: Unit;
  /** The strongest objection, in one sentence, with the head of the section that has the whole of it. */
  counter?: Unit & { head: SectionHead };
  verdict?: Verdict;
  /** The point in a sentence or two, for machines and pictures: its thesis, or how its text begins. */
  summary: string;
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

/** What stands before the points; without units where nothing does. */
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

/** What the site is called and whose article it is, or discusses; `title` has `|` between its lines. What was not written is empty. */
export interface Site {
  name: string;
  title: string;
  deck: string;
  kicker: string;
  description: string;
  published: string;
  factsUntil: string;
  contact: string;
  authors: string[];
  rights: string;
  /** The article that is discussed. */
  on?: Content['site']['on'];
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
  terms: Term[];
  /** Finds the names of people and terms in a text of this form. */
  findNames: FindNames;
  /** In the order of their dates. */
  events: Event[];
  /** Reading time of the whole in minutes. */
  minutes: number;
}

/** All units of a point in reading order. */
export function unitsOf({ title, thesis, verdict, counter, sections, indicators }: Point): Unit[] {
  const atHead = [title, thesis, verdict, counter].filter((unit) => unit !== undefined);
  return [...atHead, ...sections.flatMap(({ units }) => units), ...indicators];
}

/** All units of the article in reading order. */
export function articleUnits({ lead, points }: Pick<Article, 'lead' | 'points'>): Unit[] {
  return [...lead.units, ...points.flatMap(unitsOf)];
}
