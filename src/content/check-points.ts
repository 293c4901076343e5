import { lastDay } from '../text/dates.ts';
import { parseId } from '../text/ids.ts';
import type { Judged } from './check.ts';
import { problemIn, type Problem } from './files.ts';
import { idPlaces } from './id-places.ts';
import { removedPoints } from './ledger.ts';
import type { Files } from './read.ts';
import { TO_WRITE } from './skeleton.ts';

type Point = Judged['points'][number];
type Dated = Point | NonNullable<Judged['lead']>;

/** Points all of whose ids are another one's, their number changed or their file copied: what else could be told of them would only follow. */
export function strangers({ points, headings }: Files): { point: Point; problem: Problem }[] {
  const owners = points.map((point) => {
    const ids = idPlaces({ lead: undefined, points: [point], headings }).flatMap(({ id, carrier }) =>
      id && carrier ? [parseId(id)?.point] : [],
    );
    const [owner, ...others] = new Set(ids);
    return { point, number: point.values.number, owner: others.length ? undefined : owner };
  });
  return owners.flatMap(({ point, number, owner }) => {
    if (owner === undefined || owner === number) return [];
    const isCopy = owners.some((other) => other.number === owner && other.owner === owner);
    const twin = owners.find((other) => other.number === number && other.point !== point)?.point.file.file;
    const told = twin ? `${number} stands in ${twin} too, and ` : '';
    const mend = isCopy
      ? 'take them out and run `npm run ids`'
      : `write its number again, \`npm run point -- move ${owner} --after …\` changes its place`;
    return [{ point, problem: problemIn(point.file, ['number'], `${told}all ids here belong to point ${owner}: ${mend}`) }];
  });
}

/** What is wrong with the points as a whole: their numbers, their place in the groups, their relations and dates. */
export function checkPoints({ site, ids, lead, points, isWhole }: Judged): Problem[] {
  const found: Problem[] = [];
  const tell = ({ file }: Pick<Point, 'file'>, path: PropertyKey[], text: string): void => void found.push(problemIn(file, path, text));
  const byNumber = new Map<number, Point>();
  for (const point of points) {
    const { number } = point.values;
    const twin = byNumber.get(number);
    if (twin) tell(point, ['number'], `${number} stands in ${twin.file.file} too: give each point a number of its own`);
    else byNumber.set(number, point);
  }
  const folder = (text: string): void => void found.push({ file: site?.file.file.replace(/[^/]+$/, 'points') ?? 'points', line: 1, text });
  if (isWhole && !points.length) folder('has no point: write 01.md there, or run `npm run point -- add`');

  const removed = new Set(removedPoints(ids?.values.retired ?? []));
  const last = Math.max(0, ...byNumber.keys(), ...removed);
  for (let number = 1; number <= last; number += 1) {
    if (isWhole && !byNumber.has(number) && !removed.has(number))
      folder(`point ${number} is missing: points are numbered from 1 to ${last} without a gap, but for those that were removed`);
  }
  for (const number of removed) {
    const point = byNumber.get(number);
    if (point) tell(point, ['number'], `${number} was the number of a point that was removed: take the next free one, ${last + 1}`);
  }

  const places =
    site?.values.groups?.flatMap(({ points }, group) =>
      points.map((number, index) => ({ number, path: ['groups', group, 'points', index] })),
    ) ?? [];
  places.forEach(({ number, path }, index) => {
    if (!site || !isWhole) return;
    if (!byNumber.has(number)) tell(site, path, `there is no point ${number}: remove the number`);
    if (places.findIndex((other) => other.number === number) !== index) tell(site, path, `${number} stands here twice: keep one place`);
  });

  const pairs = new Map<string, Point>();
  for (const [number, point] of [...byNumber].sort(([a], [b]) => a - b)) {
    if (site?.values.groups && !places.some((place) => place.number === number))
      tell(point, ['number'], `point ${number} stands in no group: add it to the points of a group in ${site.file.file}`);
    point.values.relations.forEach(({ to }, index) => {
      const pair = [number, to].sort((a, b) => a - b).join('–');
      const path = ['relations', index, 'to'];
      if (to === number) tell(point, path, 'a point has no relation to itself: remove it');
      else if (!byNumber.has(to) && isWhole) tell(point, path, `there is no point ${to}: name one from 1 to ${last}`);
      else if (pairs.has(pair))
        tell(point, path, `the relation ${pair} stands in ${pairs.get(pair)?.file.file} already: write it once, it shows on both pages`);
      pairs.set(pair, point);
    });
    if (!point.values.draft && point.file.text.includes(TO_WRITE))
      tell(point, ['draft'], `${TO_WRITE} stands here still: write what is missing, or keep \`draft: true\``);
    point.values.indicators.forEach(({ when }, index) => {
      const { updated } = point.values;
      if (lastDay(when) < updated)
        tell(
          point,
          ['indicators', index, 'when'],
          `${when} has passed on ${updated}, when the point was last changed: say what came of it, or watch something later`,
        );
    });
  }
  return [...found, ...[...points, ...(lead ? [lead] : [])].flatMap(checkDates)];
}

/** The days of publication, of the last change and of corrections follow one another. */
function checkDates({ file, values: { published, updated, corrections } }: Dated): Problem[] {
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
