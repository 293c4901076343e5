import { isUnitId, parseId } from '../text/ids.ts';
import type { Judged } from './check.ts';
import { idPlaces, type Places } from './id-places.ts';
import { digestOf, fateOf, livingId, pointOf, publishedIds, removedPoints, type Published } from './ledger.ts';
import { problemIn, type Problem } from './files.ts';
import { vanishedIds } from './ledger-history.ts';
import { today, visibleFrom, whyHidden } from './visible.ts';

/** What is wrong between the text and the ledger: published ids that are gone, hidden or at other text, retired ones that lead nowhere. */
export function checkLedger(content: Judged): Problem[] {
  const { ids, points, isWhole } = content;
  if (!ids) return [];
  const { file, values } = ids;
  const { retired } = values;
  const published = publishedIds(values.published);
  const places = new Map(idPlaces(content).flatMap((place) => (place.id ? [[place.id, place] as const] : [])));
  const removed = new Set(removedPoints(retired));
  const own = new Set(retired.map(({ id }) => id));
  const byNumber = new Map(points.map((point) => [point.values.number, point]));
  const now = today();
  const found: Problem[] = [];
  const tell = (path: PropertyKey[], text: string): void => void found.push({ file: file.file, line: file.lineOf(path), text });

  const lost = [...published.keys()].filter((id) => !places.has(id) && !own.has(id) && !removed.has(owner(id)));
  for (const point of isWhole ? new Set(lost.map(owner)) : []) {
    const path = ['published', `p${point}`];
    if (point && !byNumber.has(point))
      tell(path, `point ${point} was published and is gone: put its file back; \`npm run point -- remove ${point} --why …\` takes it out`);
    else
      for (const id of lost.filter((other) => owner(other) === point))
        tell(path, `${id} was published and is gone: put it back, or add it to \`retired\` with \`to:\` (where its text went) or \`why:\``);
  }
  for (const point of points.filter((other) => visibleFrom(other.values) > now)) {
    const { number, draft } = point.values;
    const was = `point ${number} was published, and now ${whyHidden(point.values)}`;
    if (published.has(`p${number}-t`))
      found.push(problemIn(point.file, [draft ? 'draft' : 'published'], `${was}: links would break; \`npm run point\` can remove it`));
  }

  const lives = (id: string): boolean => places.has(id);
  retired.forEach((row, index) => {
    const path = ['retired', index];
    const point = pointOf(row.id);
    if (point === undefined && !published.has(row.id)) tell(path, `${row.id} was never published: remove the row`);
    if (retired.findIndex(({ id }) => id === row.id) !== index) tell(path, `${row.id} is retired twice: keep one row`);
    if (!('to' in row) || !isWhole) return;
    const living = livingId(row.id, retired, lives);
    const target = byNumber.get(owner(living ?? ''));
    if (!fateOf(row.id, retired, lives) || (living && !isUnitId(living) && parseId(row.id)?.kind !== 'source'))
      tell(path, `${row.id} leads to ${row.to}, which is no unit of the text: name the unit that holds its text now`);
    else if (target && visibleFrom(target.values) > now)
      tell(path, `${row.id} leads to ${row.to}, which ${whyHidden(target.values)}: name a unit that readers see`);
  });

  for (const { id, commit } of vanishedIds(file, published, places))
    tell(['published'], `${id} was published (commit ${commit}) and has vanished from this list: put it back, retired if its text is gone`);
  return [...found, ...usurpers(published, places, (id, to) => livingId(id, retired, lives) === to)];
}

const owner = (id: string): number => parseId(id)?.point ?? 0;

/**
 * Ids that stand at the words which another one was published with, and which that other one has no more: they were swapped, or moved to
 * other text. A new id may take over what a retired one leads to.
 */
function usurpers(published: Published, places: Places, leads: (id: string, to: string) => boolean): Problem[] {
  const digests = new Map([...places].map(([id, { words }]) => [id, words && digestOf(words)]));
  const released = [...published].filter(([id, digest]) => digest && digest !== digests.get(id));
  return [...places].flatMap(([id, { kind, point, file, line }]) => {
    const own = digests.get(id);
    if (!own || own === published.get(id)) return [];
    const other = released.find(([other, digest]) => {
      const from = parseId(other);
      const isAlike = kind === 'source' || kind === 'section' ? from?.kind === kind && from.point === point : isUnitId(other);
      return other !== id && digest === own && isAlike && (published.has(id) || !leads(other, id));
    })?.[0];
    const text = `${id} stands at the words that ${other} was published with: give them ${other} back, an id never moves to other text`;
    return other ? [{ file: file.file, line, text }] : [];
  });
}
