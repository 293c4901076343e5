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
    const told = twin ? `${number}在${twin}也有，而且` : '';
    const mend = isCopy
      ? '請刪掉這些編號再執行`npm run ids`'
      : `請把號碼寫回${owner}；要換位置，執行\`npm run point -- move ${owner} --after …\``;
    return [{ point, problem: problemIn(point.file, ['number'], `${told}這裡的編號全是第${owner}點的，${mend}`) }];
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
    if (twin) tell(point, ['number'], `${number}在${twin.file.file}也有，每一點請用自己的號碼`);
    else byNumber.set(number, point);
  }
  const folder = (text: string): void => void found.push({ file: site?.file.file.replace(/[^/]+$/, 'points') ?? 'points', line: 1, text });
  if (isWhole && !points.length) folder('這裡一點也沒有，請寫01.md，或執行`npm run point -- add`');

  const removed = new Set(removedPoints(ids?.values.retired ?? []));
  const last = Math.max(0, ...byNumber.keys(), ...removed);
  for (let number = 1; number <= last; number += 1) {
    if (isWhole && !byNumber.has(number) && !removed.has(number)) folder(`缺了第${number}點，1到${last}請連號，只有拿掉的可以空著`);
  }
  for (const number of removed) {
    const point = byNumber.get(number);
    if (point) tell(point, ['number'], `${number}是拿掉的一點用過的號碼，請改用下一個，${last + 1}`);
  }

  const places =
    site?.values.groups?.flatMap(({ points }, group) =>
      points.map((number, index) => ({ number, path: ['groups', group, 'points', index] })),
    ) ?? [];
  places.forEach(({ number, path }, index) => {
    if (!site || !isWhole) return;
    if (!byNumber.has(number)) tell(site, path, `沒有第${number}點，請刪掉這個號碼`);
    if (places.findIndex((other) => other.number === number) !== index) tell(site, path, `${number}在這裡出現兩次，請只留一處`);
  });

  const pairs = new Map<string, Point>();
  for (const [number, point] of [...byNumber].sort(([a], [b]) => a - b)) {
    if (site?.values.groups && !places.some((place) => place.number === number))
      tell(point, ['number'], `第${number}點不在任何一組，請加進${site.file.file}裡一組的points`);
    point.values.relations.forEach(({ to }, index) => {
      const pair = [number, to].sort((a, b) => a - b).join('–');
      const path = ['relations', index, 'to'];
      if (to === number) tell(point, path, '一點和自己沒有關聯，請刪掉');
      else if (!byNumber.has(to) && isWhole) tell(point, path, `沒有第${to}點，請寫1到${last}的一點`);
      else if (pairs.has(pair)) tell(point, path, `${pair}的關聯在${pairs.get(pair)?.file.file}已經寫了，請只寫一次，兩頁都會顯示`);
      pairs.set(pair, point);
    });
    if (!point.values.draft && point.file.text.includes(TO_WRITE))
      tell(point, ['draft'], `這裡還有${TO_WRITE}，請寫完，或留著\`draft: true\``);
    point.values.indicators.forEach(({ when }, index) => {
      const { updated } = point.values;
      if (lastDay(when) < updated)
        tell(point, ['indicators', index, 'when'], `這一點最後修改是${updated}，那時${when}已經過了，請寫結果如何，或改看更晚的事`);
    });
  }
  return [...found, ...[...points, ...(lead ? [lead] : [])].flatMap(checkDates)];
}

/** The days of publication, of the last change and of corrections follow one another. */
function checkDates({ file, values: { published, updated, corrections } }: Dated): Problem[] {
  const found: Problem[] = [];
  if (updated < published) found.push(problemIn(file, ['updated'], `${updated}早於published的${published}，請寫最後一次修改的日期`));
  corrections.forEach(({ date }, index) => {
    if (date > updated)
      found.push(problemIn(file, ['corrections', index, 'date'], `${date}晚於updated的${updated}，請把updated改成更正的日期`));
  });
  return found;
}
