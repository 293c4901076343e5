import { parseId } from '../text/ids.ts';
import type { Judged } from './check.ts';
import { problemIn, type Problem } from './files.ts';
import { idPlaces } from './id-places.ts';
import { removedPoints } from './ledger.ts';
import { TO_WRITE } from './point.ts';
import type { Files } from './read.ts';

type Point = Judged['points'][number];

/**
 * Points all of whose ids are another one's, their number changed or their file copied: what else could be told of them would only follow.
 */
export function strangers({ points, headings }: Files): { point: Point; problem: Problem }[] {
  const owners = points.map((point) => {
    const places = idPlaces({ lead: undefined, points: [point], headings }).filter(({ id, carrier }) => id && carrier);
    const [owner, ...others] = new Set(places.map(({ id = '' }) => parseId(id)?.point));
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

/** What is wrong with the points as a whole: their numbers, their place in the groups, their relations. */
export function* checkPoints({ site, ids, points, isWhole }: Judged): Iterable<Problem> {
  const byNumber = new Map<number, Point>();
  for (const point of points) {
    const { number } = point.values;
    const twin = byNumber.get(number);
    if (twin) yield problemIn(point.file, ['number'], `${number}在${twin.file.file}也有，每一點請用自己的號碼`);
    else byNumber.set(number, point);
  }
  const removed = new Set(removedPoints(ids?.values.retired ?? []));
  const last = Math.max(0, ...byNumber.keys(), ...removed);
  const folder = { file: site?.file.file.replace(/[^/]+$/, 'points') ?? 'points', line: 1 };
  if (isWhole && !points.length) yield { ...folder, text: '這裡一點也沒有，請寫01.md，或執行`npm run point -- add`' };
  for (let number = 1; number <= last; number += 1) {
    const point = byNumber.get(number);
    if (point && removed.has(number)) yield problemIn(point.file, ['number'], `${number}是拿掉的一點用過的號碼，請改用下一個，${last + 1}`);
    if (isWhole && !point && !removed.has(number)) yield { ...folder, text: `缺了第${number}點，1到${last}請連號，只有拿掉的可以空著` };
  }

  const placed = new Set<number>();
  for (const [group, row] of site?.values.groups?.entries() ?? [])
    for (const [index, number] of row.points.entries()) {
      const path = ['groups', group, 'points', index];
      if (isWhole && !byNumber.has(number)) yield problemIn(site!.file, path, `沒有第${number}點，請刪掉這個號碼`);
      if (isWhole && placed.has(number)) yield problemIn(site!.file, path, `${number}在這裡出現兩次，請只留一處`);
      placed.add(number);
    }

  const pairs = new Map<string, Point>();
  for (const [number, point] of [...byNumber].sort(([a], [b]) => a - b)) {
    const { file, values } = point;
    if (site?.values.groups && !placed.has(number))
      yield problemIn(file, ['number'], `第${number}點不在任何一組，請加進${site.file.file}裡一組的points`);
    for (const [index, { to }] of values.relations.entries()) {
      const pair = [number, to].sort((a, b) => a - b).join('–');
      const path = ['relations', index, 'to'];
      if (to === number) yield problemIn(file, path, '一點和自己沒有關聯，請刪掉');
      else if (!byNumber.has(to) && isWhole) yield problemIn(file, path, `沒有第${to}點，請寫1到${last}的一點`);
      else if (pairs.has(pair))
        yield problemIn(file, path, `${pair}的關聯在${pairs.get(pair)?.file.file}已經寫了，請只寫一次，兩頁都會顯示`);
      pairs.set(pair, point);
    }
    if (!values.draft && file.text.includes(TO_WRITE))
      yield problemIn(file, ['draft'], `這裡還有${TO_WRITE}，請寫完，或留著\`draft: true\``);
  }
}
