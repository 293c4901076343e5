import { formatId, parseId } from '../text/ids.ts';
import type { Judged } from './check.ts';
import { idPlaces, type IdPlace } from './id-places.ts';
import { removedPoints } from './ledger.ts';
import { problemIn, type Problem } from './files.ts';

/** What is wrong with the ids of the text: missing, malformed, doubled, of another point, used again. Only a draft may lack them. */
export function checkIds(content: Judged): Problem[] {
  const retired = content.ids?.values.retired ?? [];
  const gone = new Set(retired.map(({ id }) => id));
  const removed = removedPoints(retired);
  const drafts = new Set(content.points.filter(({ values }) => values.draft).map(({ values }) => values.number));
  const places = idPlaces(content);
  const renumbered = renumberings(places);
  const seen = new Map<string, IdPlace>();
  const found: Problem[] = [];

  for (const place of places) {
    const { id, kind, point, file, line } = place;
    const tell = (text: string): void => void found.push({ file: file.file, line, text });
    if (id === undefined) {
      if (!drafts.has(point)) tell(`this ${kind} has no id: run \`npm run ids\``);
      continue;
    }
    const parsed = parseId(id);
    const twin = seen.get(id);
    if (parsed?.kind !== kind)
      tell(`${id || '{#}'} is no ${kind} id: write ${formatId({ point, kind, number: 1 })}, or remove it and run \`npm run ids\``);
    else if (parsed.point !== point) {
      if (!renumbered.has(point)) tell(`${id} belongs to point ${parsed.point}, this is point ${point}: remove the id and run \`npm run ids\``);
    } else if (twin) tell(`${id} stands in line ${twin.line} of ${twin.file.file} too: remove the one that is new and run \`npm run ids\``);
    else if (gone.has(id) && !removed.includes(point)) tell(`${id} is retired and may not be used again: remove it and run \`npm run ids\``);
    if (!twin) seen.set(id, place);
  }
  for (const [point, { file, from }] of renumbered) {
    const way = `\`npm run point -- move ${from} --after …\``;
    found.push(problemIn(file, ['number'], `all ids here belong to point ${from}, not to ${point}: a point keeps its number, ${way} changes its place`));
  }
  return found;
}

/** The points all of whose ids are another one's: a number was changed. */
function renumberings(places: readonly IdPlace[]): Map<number, { file: IdPlace['file']; from: number }> {
  const stamped = places.filter(({ id, carrier }) => id && carrier);
  const found = new Map<number, { file: IdPlace['file']; from: number }>();
  for (const { point, file } of stamped) {
    const owners = new Set(stamped.filter((place) => place.point === point).map(({ id = '' }) => parseId(id)?.point ?? point));
    const [from = point] = owners;
    if (owners.size === 1 && from !== point) found.set(point, { file, from });
  }
  return found;
}
