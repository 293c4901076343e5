import type { Judged } from './check.ts';
import { problemIn, type ContentFile, type Problem } from './files.ts';

type Row = NonNullable<Judged['headings']>['values'][number];
type Body = Judged['points'][number];

/** What is wrong with the headings: in a point those of the table stand in its order, each once, and every section has text; the lead has none. */
export function checkSections({ lead, about, points, headings }: Judged): Problem[] {
  const rows = headings?.values ?? [];
  const ofPoints = points.flatMap((point) => [...pointProblems(point, rows), ...figureProblems(point, rows)]);
  const ofLead = lead?.sections.filter(({ heading }) => heading) ?? [];
  const marked = about?.sections.filter(({ id }) => id !== undefined) ?? [];
  return [
    ...ofPoints,
    ...ofLead.map(({ heading, line }) => problemAt(lead!.file, line, `the lead has no sections: remove the heading “${heading}”`)),
    ...marked.map(({ id, line }) => problemAt(about!.file, line, `a heading of this page has no id: remove {#${id}}`)),
  ];
}

function pointProblems({ file, sections }: Body, rows: readonly Row[]): Problem[] {
  const found: Problem[] = [];
  const outline = rows.map(({ heading }) => `## ${heading}`).join(', ');
  const placeOf = (name: string): number => rows.findIndex(({ heading }) => heading === name);
  sections.forEach(({ heading, id, line, blocks }, index) => {
    const known = placeOf(heading);
    const tell = (text: string, at = line): void => void found.push(problemAt(file, at, text));
    if (!heading && rows.some(({ required }) => required))
      tell(`this text stands before the first heading: put it under one of ${outline}`, blocks[0]?.units[0]?.line);
    if (heading && !blocks.length) tell(`## ${heading} has no paragraph: write one`);
    if (known < 0) return;
    if (id !== undefined) tell(`## ${heading} stands in the table of headings, which gives its id: remove {#${id}}`);
    if (sections.findIndex((other) => other.heading === heading) < index)
      tell(`## ${heading} stands twice: put all of its text under the first`);
    else if (sections.slice(0, index).some((other) => placeOf(other.heading) > known))
      tell(`## ${heading} comes too late: write ${outline}, in this order`);
  });
  const missing = rows.filter(({ heading, required }) => required && !sections.some((section) => section.heading === heading));
  if (missing.length) {
    const names = missing.map(({ heading }) => `## ${heading}`).join(', ');
    found.push(problemAt(file, 1, `the heading ${names} is missing: add it, with its text`));
  }
  return found;
}

/** Figures and charts stand in a section that holds them. */
function figureProblems({ file, sections, values }: Body, rows: readonly Row[]): Problem[] {
  const holding = rows.filter(({ evidence }) => evidence);
  const rowsOf = (field: 'figures' | 'charts') => values[field].map(({ section }, index) => ({ section, path: [field, index, 'section'] }));
  return [...rowsOf('figures'), ...rowsOf('charts')].flatMap(({ section, path }) => {
    const row = holding.find(({ id }) => id === section);
    const ids = holding.map(({ id }) => id).join(' or ');
    if (section === undefined || (row && sections.some(({ heading }) => heading === row.heading))) return [];
    const text = row
      ? `this point has no ## ${row.heading}: add it, or take this out`
      : `${section} is no section for figures: write ${ids}`;
    return [problemIn(file, path, text)];
  });
}

const problemAt = (file: ContentFile, line: number, text: string): Problem => ({ file: file.file, line: file.bodyLine + line - 1, text });
