import type { Inline } from '../text/inline.ts';
import type { Sign } from '../text/signs.ts';

/** Text in one written form: its tree, and its words alone. */
export interface Written {
  nodes: Inline[];
  text: string;
  /** A heading or a label: words that stand alone and may break anywhere. */
  isLabel?: boolean;
}

/** A piece of text with a permanent id; `anchors` are retired ids whose text it holds now. */
export interface Unit extends Written {
  id: string;
  number: string;
  anchors: string[];
  /** What it is put together from: itself, but for figures and indicators. */
  parts: Written[];
}

/** A unit's id with the number that readers see. */
export interface UnitLink {
  id: string;
  number: string;
}

/** A figure of the evidence; its text is all that a reader takes in. */
export interface Figure extends Unit {
  value: Written;
  unit: Written;
  label: Written;
  date: Written;
  source: SourceLink;
  sign: Sign;
  /** The sign in words. */
  speaks: Written;
}

/** One value of a chart, or the two ends between which it lies. */
export interface Datum {
  label: Written;
  series: string;
  low: number;
  high: number;
  /** The value as readers see it, with its unit. */
  shown: Written;
  date: Written;
  source: SourceLink;
}

/** Values that compare, or change as time goes on; its text is its title, its description, and its rows. */
export interface Chart extends Unit {
  kind: 'bars' | 'line';
  title: Written;
  alt: Written;
  note?: Written;
  rows: Datum[];
}

/** What holds of a point and what does not, as of a day. */
export interface Verdict extends Unit {
  date: Written;
}

/** What to watch, when, and which reading would speak for or against the point. */
export interface Indicator extends Unit {
  when: Written;
  /** The same as written in the content. */
  period: string;
  watch: Written;
  for: Written;
  against: Written;
}

/** A source as a unit cites it: its id, and the number shown, by the order in which a part of the article first cites. */
export interface SourceLink {
  id: string;
  number: number;
}

/** A numbered note of a point, with the units that cite it; `anchors` are the ids of retired ones that it stands in for. */
export interface Source extends SourceLink {
  anchors: string[];
  /** The title of its article, where it was seen, else its outlet. */
  title: Written;
  /** Where it appeared, where the title does not say it. */
  outlet: string;
  /** What kind of source it is, its grade, its date, whether it tells what another has told: in words. */
  kind: string;
  grade: 'A' | 'B' | 'C';
  date: string;
  url: string;
  /** Where a copy is kept, if anywhere. */
  archive?: string;
  language: string;
  citedBy: UnitLink[];
}

/** A paragraph, a list or a quotation with its units; `start` is the first number of a numbered list. */
export interface UnitBlock {
  type: 'paragraph' | 'list' | 'quote';
  start?: number;
  /** It tells of what came after the article that is discussed. */
  isAfter: boolean;
  units: Unit[];
}

/**
 * The blocks of a section in two parts, what was known when the article appeared and what came after; told apart where there is an after.
 */
export function byTime(blocks: readonly UnitBlock[]): { isAfter: boolean; isTold: boolean; blocks: UnitBlock[] }[] {
  const isTold = blocks.some(({ isAfter }) => isAfter);
  return [false, true]
    .map((time) => ({ isAfter: time, isTold, blocks: blocks.filter(({ isAfter }) => isAfter === time) }))
    .filter((part) => part.blocks.length);
}
