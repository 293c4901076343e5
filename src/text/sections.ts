/** A part of a point that has a heading of its own. */
export interface SectionRow {
  /** K of its permanent id, `pN-sK`. */
  number: number;
  label: string;
  /** Whose voice speaks in it. */
  voice?: string;
  /** The voice is that of the authors who are discussed: their names follow. */
  byAuthors?: boolean;
  /** Its text stands in the body of the point, under its label as heading. */
  inBody?: boolean;
  /** Figures may stand in it, and its text tells what was known then from what came after. */
  hasEvidence?: boolean;
  /** It has no part of the page to itself: it stands at the head of the point. */
  atHead?: boolean;
}

/** The sections of a point, in the order of the page; one more is one more row. Their keys and numbers are permanent. */
export const sections = {
  thesis: { number: 0, label: '主張', voice: '作者主張', byAuthors: true },
  verdict: { number: 7, label: '判讀', voice: '本站判讀', atHead: true },
  argument: { number: 1, label: '論證', voice: '作者主張', byAuthors: true, inBody: true },
  evidence: { number: 2, label: '證據', voice: '本站查證', inBody: true, hasEvidence: true },
  counter: { number: 3, label: '反方', voice: '本站整理', inBody: true, hasEvidence: true },
  watch: { number: 4, label: '觀察', voice: '本站查證' },
  sources: { number: 5, label: '來源' },
  relations: { number: 6, label: '關聯' },
} satisfies Record<string, SectionRow>;

/** The key of a section. */
export type SectionKind = keyof typeof sections;

/** The sections as rows, with their keys, in order. */
export const sectionRows: readonly (SectionRow & { kind: SectionKind })[] = (Object.keys(sections) as SectionKind[]).map((kind) => ({
  kind,
  ...sections[kind],
}));

/** The sections that have a part of the page to themselves, in order. */
export const pageSections = sectionRows.filter(({ atHead }) => !atHead);

/** The sections that the body of a point writes, in order. */
export const bodySections = sectionRows.filter(({ inBody }) => inBody);

/** The keys of the sections in which figures may stand. */
export const evidenceSections = sectionRows.flatMap(({ kind, hasEvidence }) => (hasEvidence ? [kind] : []));

/** The permanent id of a section: ('evidence', 5) → p5-s2. */
export function sectionId(kind: SectionKind, point: number): string {
  return `p${point}-s${sections[kind].number}`;
}
