import type { Inline } from '../text/inline.ts';

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

/** A figure of the evidence; its text is all that a reader takes in, `period` its date as written in the content. */
export interface Figure extends Unit {
  value: Written;
  unit: Written;
  label: Written;
  date: Written;
  period: string;
  source: SourceLink;
}

/** What to watch, when, and which reading would speak for or against the point. */
export interface Indicator extends Unit {
  when: Written;
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
  name: string;
  kind: string;
  grade: 'A' | 'B' | 'C';
  date: string;
  url: string;
  language: string;
  citedBy: UnitLink[];
}

/** A paragraph, a list or a quotation with its units; `start` is the first number of a numbered list. */
export interface UnitBlock {
  type: 'paragraph' | 'list' | 'quote';
  start?: number;
  units: Unit[];
}
