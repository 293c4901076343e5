import { isUnitId, parseId } from '../text/ids.ts';
import { LAST_NUMBER } from '../text/numerals.ts';
import { editFile, type Edit } from './edits.ts';
import { idPlaces } from './id-places.ts';
import { publishedIds, removedPoints } from './ledger.ts';
import { orderPoints, Refusal, type Place } from './point-order.ts';
import type { Files } from './read.ts';
import { pointSchema } from './text-schema.ts';
import { inline, rewriteList } from './yaml-list.ts';

/** Stands in a draft for what is still to be written; a point that is published holds none. */
export const TO_WRITE = '（待寫）';

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
  if (number > LAST_NUMBER) throw new Refusal(`號碼最多到${LAST_NUMBER}，而${LAST_NUMBER}已經用了。`);
  if (files.points.some((point) => point.file.file === file)) throw new Refusal(`${file}已經有了，號碼卻是別的，請先讓它用自己的檔名。`);
  const wrong = pointSchema.shape.title.safeParse(title).error?.issues[0]?.message;
  if (wrong) throw new Refusal(`標題${title && `「${title}」`}${wrong}：--title '下雨天|誰先借傘呢'（|是可以換行的地方）。`);
  const { edits, said } = orderPoints(site, orderOf(points), number, place);
  const required = headings?.values.flatMap(({ heading, required }) => (required ? [heading] : [])) ?? [];
  return {
    edits: [{ file, text: skeleton(number, title, required) }, ...edits],
    said: [`${file}是第${number}點，草稿。寫好之後執行\`npm run ids\`，再刪掉\`draft: true\`。`, said],
  };
}

/** Shows a point at another place. Its number, its address and its ids stay. */
export function movePoint(files: Files, number: number, place: Place): Change {
  const { site, points } = whole(files);
  requirePoint(files, number);
  if (place.after === undefined && !place.first && place.group === undefined)
    throw new Refusal(`第${number}點要放在哪裡？請加--after 3、--first或--group ID。`);
  if (place.after === number) throw new Refusal(`第${number}點不能排在自己後面。`);
  const { edits, said } = orderPoints(site, orderOf(points), number, place);
  return { edits, said: [said, '號碼、網址和編號都不變。'] };
}

/** Takes a point out: its file, its place, the relations to it; the ledger keeps what became of it, unless it was never published. */
export function removePoint(files: Files, number: number, { why, to }: { why?: string | undefined; to?: string | undefined }): Change {
  const { site, ids, points } = whole(files);
  const point = requirePoint(files, number);
  const edits: Edit[] = [{ file: point.file.file }, ...orderPoints(site, orderOf(points), number).edits];
  const said = [`${point.file.file}拿掉了${site.values.groups ? `，${site.file.file}裡的${number}也拿掉了` : ''}。`];

  for (const { file, values } of files.points) {
    const kept = values.relations.flatMap((relation, index) => (relation.to === number ? [] : [index]));
    if (file === point.file || kept.length === values.relations.length) continue;
    edits.push(editFile(file, [rewriteList(file, ['relations'], kept)]));
    said.push(`${file.file}：和第${number}點的關聯一起拿掉了。`);
  }
  const wasPublished = [...publishedIds(ids.values.published).keys()].some((id) => parseId(id)?.point === number);
  if (wasPublished || number < Math.max(...numbers(files))) {
    const row = { id: `p${number}`, ...fate(files, number, why, to), title: point.values.title };
    const rows = ids.values.retired.map((_, index) => index);
    edits.push(editFile(ids.file, [rewriteList(ids.file, ['retired'], [...rows, inline(row)])]));
    said.push(`${ids.file.file}記下了它的去向：/${number}/和指向它各段的連結都留著，號碼不再給別的點。`);
  } else said.push('它從沒發布過，什麼都不留。');
  return { edits, said };
}

/** The file of a new point: a draft that has all a point of this article needs, for an editor to write over. */
function skeleton(number: number, title: string, headings: readonly string[]): string {
  const sections = headings.map((heading) => `## ${heading}\n\n${TO_WRITE}\n`);
  return `---\nnumber: ${number}\ntitle: ${inline(title)}\ndraft: true\n---\n\n${sections.join('\n') || `${TO_WRITE}\n`}`;
}

function fate(files: Files, number: number, why: string | undefined, to: string | undefined): { why: string } | { to: string } {
  const example = `--why '與第九則說的是同一件事'，或--to p9-3`;
  if (!why === !to) throw new Refusal(`請說第${number}點為什麼拿掉，或它的文字現在在哪一段：${example}。`);
  if (why) return { why };
  if (!to || !isUnitId(to) || parseId(to)?.point === number || !idPlaces(files).some(({ id }) => id === to))
    throw new Refusal(`${to}不是第${number}點以外的一段：${example}。`);
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
  if (!point) throw new Refusal(`沒有第${number}點，現有的是${points.map(({ values }) => values.number).join('、')}。`);
  return point;
}

function whole({ site, ids, ...files }: Files) {
  if (!site || !ids) throw new Refusal('site.yaml和ids.yaml要先讀得懂才行。');
  return { ...files, site, ids };
}
