import { unitsIn, type Section, type WrittenUnit } from './body.ts';
import type { ContentFile } from './files.ts';
import type { Files } from './read.ts';

type PointFields = Files['points'][number]['values'];

/** What the lead (as point 0) and a point have in common: sources, units, and the file they stand in; the lead has no title of its own. */
export interface Numbered
  extends
    Pick<PointFields, 'number' | 'sources' | 'figures' | 'charts' | 'indicators'>,
    Partial<Pick<PointFields, 'title' | 'thesis' | 'counter' | 'verdict'>> {
  file: ContentFile;
  sections: Section[];
  units: WrittenUnit[];
}

/** The lead and the points, in the order of their files; a lead has no sections. */
export function numbered({ lead, points }: Pick<Files, 'lead' | 'points'>): Numbered[] {
  const none = { number: 0, sections: [], figures: [], charts: [], indicators: [] };
  return [
    ...(lead ? [{ ...none, file: lead.file, sources: lead.values.sources, units: unitsIn(lead.sections) }] : []),
    ...points.map(({ file, sections, values }) => ({ ...values, file, sections, units: unitsIn(sections) })),
  ];
}
