import { unitsIn } from './body.ts';
import type { Files } from './read.ts';

const none = {
  sections: [],
  figures: [],
  charts: [],
  indicators: [],
  title: undefined,
  thesis: undefined,
  counter: undefined,
  verdict: undefined,
};

/**
 * The lead, as point 0, and the points, with their units and the files in which they stand; a lead has neither sections nor a title of its
 * own.
 */
export function numbered({ lead, points }: Pick<Files, 'lead' | 'points'>) {
  return [
    ...(lead ? [{ ...none, number: 0, file: lead.file, sources: lead.values.sources, units: unitsIn(lead.sections) }] : []),
    ...points.map(({ file, sections, values }) => ({ ...values, file, sections, units: unitsIn(sections) })),
  ];
}
