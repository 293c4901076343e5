import { isUnitId, parseId } from '../text/ids.ts';
import type { Judged } from './check.ts';
import { problemIn, type Problem } from './files.ts';
import { idPlaces, type Places } from './id-places.ts';
import { vanishedIds } from './ledger-history.ts';
import { digestOf, fateOf, livingId, pointOf, publishedIds, removedPoints, type Published } from './ledger.ts';
import { today, visibleFrom, whyHidden } from './visible.ts';

const owner = (id: string): number => parseId(id)?.point ?? 0;

/** What is wrong between the text and the ledger: published ids that are gone, hidden or at other text, retired ones that lead nowhere. */
export function* checkLedger(content: Judged): Iterable<Problem> {
  const { ids, points, isWhole } = content;
  if (!ids) return;
  const { retired } = ids.values;
  const published = publishedIds(ids.values.published);
  const places = new Map(idPlaces(content).flatMap((place) => (place.id ? [[place.id, place] as const] : [])));
  const removed = new Set(removedPoints(retired));
  const own = new Set(retired.map(({ id }) => id));
  const byNumber = new Map(points.map((point) => [point.values.number, point]));
  const tell = (path: PropertyKey[], text: string): Problem => ({ file: ids.file.file, line: ids.file.lineOf(path), text });

  const lost = [...published.keys()].filter((id) => isWhole && !places.has(id) && !own.has(id) && !removed.has(owner(id)));
  for (const [point, gone] of Map.groupBy(lost, owner)) {
    const path = ['published', `p${point}`];
    if (point && !byNumber.has(point))
      yield tell(path, `第${point}點發布過，現在不見了，請放回它的檔案；真要拿掉，請執行\`npm run point -- remove ${point} --why …\``);
    else
      for (const id of gone)
        yield tell(path, `${id}發布過，現在不見了，請放回去，或寫進\`retired\`，加上\`to:\`（文字去了哪裡）或\`why:\`（為什麼拿掉）`);
  }
  for (const { file, values } of points)
    if (visibleFrom(values) > today() && published.has(`p${values.number}-t`)) {
      const was = `第${values.number}點發布過，現在${whyHidden(values)}`;
      yield problemIn(file, [values.draft ? 'draft' : 'published'], `${was}，連結會失效；要拿掉它，請用\`npm run point\``);
    }

  const lives = (id: string): boolean => places.has(id);
  for (const [index, row] of retired.entries()) {
    const path = ['retired', index];
    if (pointOf(row.id) === undefined && !published.has(row.id)) yield tell(path, `${row.id}從沒發布過，請刪掉這一列`);
    if (retired.findIndex(({ id }) => id === row.id) !== index) yield tell(path, `${row.id}停用了兩次，請只留一列`);
    if (!('to' in row) || !isWhole) continue;
    const living = livingId(row.id, retired, lives);
    const target = byNumber.get(owner(living ?? ''));
    if (!fateOf(row.id, retired, lives) || (living && !isUnitId(living) && parseId(row.id)?.kind !== 'source'))
      yield tell(path, `${row.id}指向${row.to}，文中沒有這一段，請寫現在收著它文字的那一段`);
    else if (target && visibleFrom(target.values) > today())
      yield tell(path, `${row.id}指向${row.to}，那一點${whyHidden(target.values)}，請改指讀者看得到的一段`);
  }

  for (const { id, commit } of vanishedIds(ids.file, published, places))
    yield tell(['published'], `${id}發布過（commit ${commit}），現在從這張表消失了，請放回去；文字已經拿掉的，放進retired`);
  yield* usurpers(published, places, (id, to) => livingId(id, retired, lives) === to);
}

/**
 * Ids at the words that another was published with and has no more: swapped, or moved. A new id may take over what a retired one leads to.
 */
function* usurpers(published: Published, places: Places, leads: (id: string, to: string) => boolean): Iterable<Problem> {
  const digests = new Map([...places].map(([id, { words }]) => [id, words && digestOf(words)]));
  const released = Map.groupBy(
    [...published].filter(([id, digest]) => digest && digest !== digests.get(id)),
    ([, digest]) => digest,
  );
  for (const [id, { kind, point, file, line }] of places) {
    const own = digests.get(id);
    if (!own || own === published.get(id)) continue;
    const other = released.get(own)?.find(([other]) => {
      const from = parseId(other);
      const isAlike = kind === 'source' || kind === 'section' ? from?.kind === kind && from.point === point : isUnitId(other);
      return other !== id && isAlike && (published.has(id) || !leads(other, id));
    })?.[0];
    if (other) yield { file: file.file, line, text: `${id}所在的文字當初是以${other}發布的，請把${other}還給它，編號不能搬到別的文字上` };
  }
}
