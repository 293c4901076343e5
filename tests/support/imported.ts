import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Imported } from '../../src/import/article.ts';

const folder = 'tests/fixtures/import';

/** What an import is to find in a text, as the JSON beside a fixture says it. */
export interface Expected {
  title: string | null;
  authors: string[];
  date: string | null;
  lead: string[];
  captions: string[];
  notices: string[];
  points: { number: number; title: string; paragraphs: string[] }[];
  /** Characters that a machine has left wrong: these may stand for those until they are corrected by sense. */
}

/** The fixtures by name. */
export const fixtures = ['quirks', 'seven', 'simplified', 'one', 'thirty'] as const;

/** The bytes of a fixture. */
export const bytesOf = (name: string): Buffer => readFileSync(join(folder, `${name}.txt`));

/** What an import of a fixture is to find. */
export const expectedOf = (name: string): Expected => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expected;

/** An import in the shape of the expectation. */
export function foundIn({ title, authors, date, lead, points, apart }: Imported): Expected {
  const ofKind = (kind: string): string[] => apart.filter((piece) => piece.kind === kind).map(({ text }) => text);
  return {
    title: title ?? null,
    authors,
    date: date ?? null,
    lead,
    captions: ofKind('caption'),
    notices: ofKind('notice'),
    points: points.map(({ number, title, body }) => ({ number, title, paragraphs: body.map(({ text }) => text) })),
  };
}
