/** How a section looks, where not as any other: as the one that speaks against the point, or that of relations. */
export type Look = 'counter' | 'relations';

/** A part of a point that has a heading of its own. */
export interface SectionRow {
  /** K of its permanent id, `pN-sK`. */
  number: number;
  label: string;
  /** Whose voice speaks in it, where the site discusses another's article. */
  voice?: string | undefined;
  /** The voice is that of the authors who are discussed: their names follow. */
  byAuthors?: boolean | undefined;
  look?: Look | undefined;
}

/** The sections that every article may have beside those of its text, in the order of the page. Their keys and numbers are permanent. */
export const sections = {
  thesis: { number: 0, label: '主張', voice: '作者主張', byAuthors: true },
  verdict: { number: 7, label: '判讀', voice: '本站判讀' },
  watch: { number: 4, label: '觀察', voice: '本站查證' },
  sources: { number: 5, label: '來源' },
  relations: { number: 6, label: '關聯', look: 'relations' },
} satisfies Record<string, SectionRow>;

/** The key of a section that every article may have. */
export type SectionKind = keyof typeof sections;

/** Sections of a text without a number in a table are numbered from here on. */
export const FIRST_FREE = 10;

/** The permanent id of a section: (5, 2) → p5-s2. */
export function sectionId(point: number, section: number): string {
  return `p${point}-s${section}`;
}
