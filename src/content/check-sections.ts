import { bodySections } from '../text/sections.ts';
import type { Section } from './body.ts';
import type { Judged } from './check.ts';
import type { ContentFile, Problem } from './files.ts';

const wanted = bodySections.map(({ label }) => label);
const outline = wanted.map((label) => `## ${label}`).join(', ');

/** What is wrong with the headings: those of a point are given, in order, each with text; the lead has none. */
export function checkSections({ lead, points }: Judged): Problem[] {
  const ofPoints = points.flatMap(({ file, sections }) => pointProblems(file, sections));
  const ofLead = lead?.sections.filter(({ heading }) => heading) ?? [];
  return [
    ...ofPoints,
    ...ofLead.map(({ heading, line }) => problemAt(lead!.file, line, `the lead has no sections: remove the heading “${heading}”`)),
  ];
}

function pointProblems(file: ContentFile, sections: readonly Section[]): Problem[] {
  const found: Problem[] = [];
  sections.forEach(({ heading, line, blocks }, index) => {
    const known = wanted.indexOf(heading);
    const twin = sections.findIndex((other) => other.heading === heading);
    if (!heading)
      found.push(
        problemAt(file, blocks[0]?.units[0]?.line ?? line, `this text stands before the first heading: put it under one of ${outline}`),
      );
    else if (known < 0) found.push(problemAt(file, line, `“${heading}” is no heading of a point: write ${outline}, in this order`));
    else if (twin < index) found.push(problemAt(file, line, `## ${heading} stands twice: put all of its text under the first`));
    else if (sections.slice(0, index).some((other) => wanted.indexOf(other.heading) > known))
      found.push(problemAt(file, line, `## ${heading} comes too late: write ${outline}, in this order`));
    if (known >= 0 && !blocks.length) found.push(problemAt(file, line, `## ${heading} has no paragraph: write one`));
  });
  const missing = wanted.filter((label) => !sections.some(({ heading }) => heading === label));
  if (missing.length)
    found.push(problemAt(file, 1, `the heading ${missing.map((label) => `## ${label}`).join(', ')} is missing: add it, with its text`));
  return found;
}

const problemAt = (file: ContentFile, line: number, text: string): Problem => ({ file: file.file, line: file.bodyLine + line - 1, text });
