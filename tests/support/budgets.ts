/** What a page may cost. Lowering is free; raising needs a reason in the commit. Bytes are brotli bodies unless said otherwise. */
export const budgets = {
  /** HTML, styles and script of a point page without the display font, with the titles of its sources. */
  firstView: 19_800,
  /** Of that, what stands before the end of the authors' argument: one round trip of data with its headers. */
  argument: 13_000,
  /** The same of the home page, which has all titles, verdicts and reasons. */
  home: 19_600,
  /** All script that a point page runs without being asked. */
  script: 3_200,
  /** Elements of a point page, and without its charts and the names that lead to their entries. */
  elements: { all: 710, frame: 540 },
  /** One display font file, as it lies on disk. */
  displayFont: 45_000,
  /** Cumulative layout shift with fonts delayed by 900 ms. */
  layoutShift: 0.01,
  /** One card or portrait, as it lies on disk. */
  card: 60_000,
  /** Drawing one card, in ms of CPU. */
  cardTime: 100,
  /** What Pagefind fetches until it has answered once. */
  pagefind: { bytes: 100_000, requests: 7 },
  /** On a slow phone, with nothing loaded: milliseconds from opening search and typing to the first hit. */
  firstAnswer: 995,
  /** Milliseconds from typing to the hits laid out, 95 of 100 queries. */
  warmQuery: 16,
};
