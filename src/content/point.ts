import { isUnitId, parseId } from '../text/ids.ts';
import { LAST_NUMBER } from '../text/numerals.ts';
import { editFile, type Edit } from './edits.ts';
import { idPlaces } from './id-places.ts';
import { publishedIds, removedPoints } from './ledger.ts';
import { orderPoints, Refusal, type Place } from './point-order.ts';
import type { Files } from './read.ts';
import { pointSchema } from './schema.ts';
import { skeleton } from './skeleton.ts';
import { inline, rewriteList } from './yaml-list.ts';

/** What a command on points writes and tells. */
export interface Change {
  edits: Edit[];
  said: string[];
}

/** Adds a point with the next free number, a draft, last in its group or after another point. */
export function addPoint(files: Files, { title = '', ...place }: Place & { title?: string | undefined }): Change {
  const { site, points, headings } = whole(files);
  const number = Math.max(...numbers(files)) + 1;
  const file = site.file.file.replace(/[^/]*$/, `points/${String(number).padStart(2, '0')}.md`);
  if (number > LAST_NUMBER) throw new Refusal(`Points are numbered up to ${LAST_NUMBER}, and ${LAST_NUMBER} has been given.`);
  if (files.points.some((point) => point.file.file === file))
    throw new Refusal(`${file} is there already, with another number: give it its own name.`);
  const wrong = pointSchema.shape.title.safeParse(title).error?.issues[0]?.message;
  if (wrong) throw new Refusal(`The title ${title && `“${title}” `}${wrong}: --title '下雨天|誰先借傘呢' (| where it may break).`);
  const { edits, said } = orderPoints(site, orderOf(points), number, place);
  const required = headings?.values.flatMap(({ heading, required }) => (required ? [heading] : [])) ?? [];
  return {
    edits: [{ file, text: skeleton(number, title, required) }, ...edits],
    said: [`${file} is point ${number}, a draft: write it, run \`npm run ids\`, and take \`draft: true\` out.`, said],
  };
}

/** Shows a point at another place. Its number, its address and its ids stay. */
export function movePoint(files: Files, number: number, place: Place): Change {
  const { site, points } = whole(files);
  requirePoint(files, number);
  if (place.after === undefined && !place.first && place.group === undefined)
    throw new Refusal(`Say where point ${number} is to stand: --after 3, --first, or --group ID.`);
  if (place.after === number) throw new Refusal(`Point ${number} cannot stand after itself.`);
  const { edits, said } = orderPoints(site, orderOf(points), number, place);
  return { edits, said: [said, 'Its number, its address and its ids stay.'] };
}

/** Takes a point out: its file, its place, the relations to it; the ledger keeps what became of it, unless it was never published. */
export function removePoint(files: Files, number: number, { why, to }: { why?: string | undefined; to?: string | undefined }): Change {
  const { site, ids, points } = whole(files);
  const point = requirePoint(files, number);
  const edits: Edit[] = [{ file: point.file.file }, ...orderPoints(site, orderOf(points), number).edits];
  const said = [`${point.file.file} is gone${site.values.groups ? `, and ${number} in ${site.file.file}` : ''}.`];

  for (const { file, values } of files.points) {
    const kept = values.relations.flatMap((relation, index) => (relation.to === number ? [] : [index]));
    if (file === point.file || kept.length === values.relations.length) continue;
    edits.push(editFile(file, [rewriteList(file, ['relations'], kept)]));
    said.push(`${file.file}: the relation to point ${number} went with it.`);
  }
  const wasPublished = [...publishedIds(ids.values.published).keys()].some((id) => parseId(id)?.point === number);
  if (wasPublished || number < Math.max(...numbers(files))) {
    const row = { id: `p${number}`, ...fate(files, number, why, to), title: point.values.title };
    const rows = ids.values.retired.map((_, index) => index);
    edits.push(editFile(ids.file, [rewriteList(ids.file, ['retired'], [...rows, inline(row)])]));
    said.push(`${ids.file.file} says what became of it: /${number}/ and the links to its units stay, its number is not given again.`);
  } else said.push('It was never published: nothing of it stays.');
  return { edits, said };
}

function fate(files: Files, number: number, why: string | undefined, to: string | undefined): { why: string } | { to: string } {
  const example = `--why '與第九則說的是同一件事', or --to p9-3`;
  if (!why === !to) throw new Refusal(`Say why point ${number} is gone, or which unit holds its text now: ${example}.`);
  if (why) return { why };
  if (!to || !isUnitId(to) || parseId(to)?.point === number || !idPlaces(files).some(({ id }) => id === to))
    throw new Refusal(`${to} is no unit outside of point ${number}: ${example}.`);
  return { to };
}

/** The points as they stand where no groups say otherwise. */
const orderOf = (points: Files['points']): number[] => points.map(({ values }) => values.number).sort((a, b) => a - b);

/** The numbers that were given, and 0. */
function numbers({ points, ids }: Files): number[] {
  return [0, ...points.map(({ values }) => values.number), ...removedPoints(ids?.values.retired ?? [])];
}

function requirePoint({ points }: Files, number: number): Files['points'][number] {
  const point = points.find(({ values }) => values.number === number);
  if (!point) throw new Refusal(`There is no point ${number}: the points are ${points.map(({ values }) => values.number).join(', ')}.`);
  return point;
}

function whole({ site, ids, ...files }: Files) {
  if (!site || !ids) throw new Refusal('site.yaml and ids.yaml have to be readable first.');
  return { ...files, site, ids };
}
