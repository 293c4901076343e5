import type { Form } from '../text/forms.ts';
import type { Words } from '../words.ts';

/** Text in one written form: as HTML to show and as plain text. */
export interface Written {
  html: string;
  text: string;
}

/** A piece of text with a permanent id; `anchors` are retired ids whose text it holds now. */
export interface Unit extends Written {
  id: string;
  number: string;
  anchors: string[];
}

/** A unit's id with the number that readers see. */
export interface UnitLink {
  id: string;
  number: string;
}

/** A figure of the evidence; `html` is its label, `period` its date as written in the content. */
export interface Figure extends Unit {
  value: string;
  unit: string;
  date: string;
  period: string;
  source: { id: string; number: number };
}

/** What to watch, when, and which reading would speak for or against the point. */
export interface Indicator extends Unit {
  when: string;
  period: string;
  watch: Written;
  for: Written;
  against: Written;
}

/** A numbered note of a point, with the units that cite it. */
export interface Source {
  id: string;
  number: number;
  name: string;
  kind: string;
  grade: 'A' | 'B' | 'C';
  date: string;
  url: string;
  language: string;
  citedBy: UnitLink[];
}

/** How another point bears on this one, seen from this one. */
export interface Relation {
  kind: '承接' | '推論' | '牽制';
  why: Written;
  number: number;
  numeral: string;
  title: Written;
}

/** A section of a point's body. */
export interface BodySection {
  id: string;
  kind: 'argument' | 'evidence' | 'counter';
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
  corrections: { date: string; text: string }[];
  notes: (UnitLink & { movedTo?: UnitLink; why?: string })[];
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
}

/** What stands before the points. */
export interface Lead extends History {
  title: string;
  units: Unit[];
  sources: Source[];
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
  points: Point[];
  groups: (Group & { points: Point[] })[];
  /** Reading time of the whole in minutes. */
  minutes: number;
}
