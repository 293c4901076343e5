import { lastDay } from '../text/dates.ts';
import { sectionLabels } from '../words.ts';
import { checkDictionary } from './check-dictionary.ts';
import { checkIds } from './check-ids.ts';
import { checkKeys } from './check-keys.ts';
import { checkSources } from './check-sources.ts';
import { checkText } from './check-text.ts';
import { readContent, type Content } from './read.ts';
import { problemIn, type Problem } from './files.ts';

/** Everything wrong in the content below a folder, in the order of files and lines; empty where the site may be built. */
export function checkContent(root: string): Problem[] {
  const content = readContent(root);
  const checks = [checkPoints, checkLead, checkKeys, checkSources, checkIds, checkText, checkDictionary];
  const problems = [...content.problems, ...checks.flatMap((check) => check(content))];
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** Throws one error that lists every problem of the content, `file:line what is wrong: how to mend it`. */
export function requireGoodContent(root: string): void {
  const problems = checkContent(root);
  if (!problems.length) return;
  const list = problems.map(({ file, line, text }) => `  ${file}:${line} ${text}`).join('\n');
  throw new Error(`The content has ${problems.length} problem${problems.length > 1 ? 's' : ''}; nothing was built.\n${list}`);
}

type Point = Content['points'][number];
type Lead = NonNullable<Content['lead']>;

/** What is wrong with the points as a whole: their numbers, groups, relations, dates and headings. */
function checkPoints({ site, points, problems }: Content): Problem[] {
  const found: Problem[] = [];
  const byNumber = new Map<number, Point>();
  const pairs = new Map<string, Point>();
  const groups = site?.values.groups.map(({ id }) => id);
  const tellIn = ({ file }: Pick<Point, 'file'>, path: PropertyKey[], text: string): void => void found.push(problemIn(file, path, text));

  for (const point of points) {
    const { number } = point.values;
    const twin = byNumber.get(number);
    if (twin) tellIn(point, ['number'], `${number} stands in ${twin.file.file} too: give each point a number of its own`);
    else byNumber.set(number, point);
  }
  const unread = problems.some(({ file }) => file.startsWith('content/points/'));
  const last = Math.max(0, ...byNumber.keys());
  for (let number = 1; number <= last; number += 1) {
    if (!byNumber.has(number) && !unread)
      found.push({
        file: 'content/points',
        line: 1,
        text: `point ${number} is missing: points are numbered from 1 to ${last} without a gap`,
      });
  }
  if (!points.length && !unread) found.push({ file: 'content/points', line: 1, text: 'has no point: write content/points/01.md' });

  let group = 0;
  for (const [, point] of [...byNumber].sort(([a], [b]) => a - b)) {
    const { number, relations, indicators, updated } = point.values;
    const tell = (path: PropertyKey[], text: string): void => tellIn(point, path, text);
    if (groups) {
      const position = groups.indexOf(point.values.group);
      if (position < 0)
        tell(['group'], `there is no group ${point.values.group}: the groups in content/site.yaml are ${groups.join(', ')}`);
      else if (position < group)
        tell(['group'], `${point.values.group} comes back after ${groups[group]}: the points of a group follow one another`);
      else group = position;
    }
    relations.forEach(({ to }, index) => {
      const pair = [number, to].sort((a, b) => a - b).join('–');
      if (to === number) tell(['relations', index, 'to'], 'a point has no relation to itself: remove it');
      else if (!byNumber.has(to) && !unread) tell(['relations', index, 'to'], `there is no point ${to}: name one from 1 to ${last}`);
      else if (pairs.has(pair))
        tell(
          ['relations', index, 'to'],
          `the relation ${pair} stands in ${pairs.get(pair)?.file.file} already: write it once, it shows on both pages`,
        );
      pairs.set(pair, point);
    });
    indicators.forEach(({ when }, index) => {
      if (lastDay(when) < updated)
        tell(
          ['indicators', index, 'when'],
          `${when} has passed on ${updated}, when the point was last changed: say what came of it, or watch something later`,
        );
    });
    found.push(...checkDates(point), ...checkHeadings(point));
  }
  groups?.forEach((id, index) => {
    if (site && points.length && !unread && !points.some(({ values }) => values.group === id))
      tellIn(site, ['groups', index, 'id'], `no point belongs to the group ${id}: remove the group`);
  });
  return found;
}

/** The lead shows its paragraphs under a heading of its own, so that any other would be lost. */
function checkLead({ lead }: Content): Problem[] {
  if (!lead) return [];
  const headings = lead.blocks.filter(({ type }) => type === 'heading');
  return [
    ...checkDates(lead),
    ...headings.map(({ text, line }) => ({
      file: lead.file.file,
      line: lead.file.bodyLine + line - 1,
      text: `the lead has no sections: remove the heading “${text}”`,
    })),
  ];
}

/** The days of publication, of the last change and of corrections follow one another. */
function checkDates({ file, values: { published, updated, corrections } }: Point | Lead): Problem[] {
  const found: Problem[] = [];
  if (updated < published)
    found.push(problemIn(file, ['updated'], `${updated} is before published, ${published}: set it to the day of the last change`));
  corrections.forEach(({ date }, index) => {
    if (date > updated)
      found.push(
        problemIn(file, ['corrections', index, 'date'], `${date} is after updated, ${updated}: set updated to the day of the correction`),
      );
  });
  return found;
}

/** The headings of a point's body: these, in this order, each with text (writing rules of the site). */
function checkHeadings({ file, blocks }: Point): Problem[] {
  const found: Problem[] = [];
  const wanted = [sectionLabels.argument, sectionLabels.evidence, sectionLabels.counter];
  const headings = blocks.filter(({ type }) => type === 'heading');
  if (headings.map(({ heading }) => heading).join() !== wanted.join()) {
    found.push({
      file: file.file,
      line: file.bodyLine + (headings[0]?.line ?? 1) - 1,
      text: `the headings are ${headings.map(({ heading }) => heading).join('、') || 'none'}: write ${wanted.map((label) => `## ${label}`).join(', ')}, in this order`,
    });
  }
  for (const label of wanted) {
    if (
      headings.some(({ heading }) => heading === label) &&
      !blocks.some(({ type, heading }) => type === 'paragraph' && heading === label)
    ) {
      found.push({ file: file.file, line: file.bodyLine, text: `## ${label} has no paragraph: write one` });
    }
  }
  return found;
}
