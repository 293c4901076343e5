import { editFile, type Edit, type Splice } from './edits.ts';
import type { Files } from './read.ts';
import { rewriteList } from './yaml-list.ts';

/** Where a point is to stand: after another one, first, or last in a group. */
export interface Place {
  group?: string | undefined;
  after?: number | undefined;
  first?: boolean | undefined;
}

/** What keeps a command on points from its work, in a sentence for the editor. */
export class Refusal extends Error {}

type Site = NonNullable<Files['site']>;
type Groups = NonNullable<Site['values']['groups']>;

/**
 * The edits that show a point at a place, or nowhere, and what to say of it; `numbers` is the order without groups. Throws a refusal where
 * there is no such place.
 */
export function orderPoints(site: Site, numbers: readonly number[], number: number, place?: Place): { edits: Edit[]; said: string } {
  const groups = site.values.groups ?? [{ points: [...numbers] }];
  const lists = groups.map(({ points }) => points.filter((other) => other !== number));
  const at = place ? put(lists, groups, number, place) : -1;
  const splices = lists.flatMap((points, index): Splice[] => {
    const { id = '', points: before = [] } = groups[index] ?? {};
    if (points.join() === before.join()) return [];
    if (!site.values.groups) return isByNumber(points) ? [] : [atEnd(site, `groups:\n  - points: [${points.join(', ')}]\n`)];
    const mend = `請先移另一點過去，或從${site.file.file}刪掉這一組`;
    if (!points.length) throw new Refusal(`${id}這一組會一點也不剩，${mend}。`);
    const items = points.map((other) => (before.includes(other) ? before.indexOf(other) : String(other)));
    return [rewriteList(site.file, ['groups', index, 'points'], items)];
  });
  const before = lists[at]?.[lists[at].indexOf(number) - 1];
  return {
    edits: splices.length ? [editFile(site.file, splices)] : [],
    said: `第${number}點現在${groups[at]?.id ? `在${groups[at].id}這一組，` : ''}排在${before ? `第${before}點後面` : '最前面'}。`,
  };
}

const isByNumber = (points: readonly number[]): boolean => points.every((number, index) => number > (points[index - 1] ?? 0));

function atEnd({ file: { text } }: Site, rows: string): Splice {
  return { start: text.length, end: text.length, text: (text.endsWith('\n') ? '' : '\n') + rows };
}

/** Puts a point into the lists of the groups; answers the index of its group. */
function put(lists: number[][], groups: Groups, number: number, { group, after, first }: Place): number {
  const last = first ? 0 : groups.length - 1;
  const beside = after === undefined ? last : lists.findIndex((points) => points.includes(after));
  const at = group === undefined ? beside : groups.findIndex(({ id }) => id === group);
  const list = lists[at];
  const names = groups.flatMap(({ id }) => id ?? []).join('、');
  if (!list) throw new Refusal(group === undefined ? `第${after}點不在任何一組。` : `沒有${group}這一組，請寫其中一組：${names}。`);
  if (after !== undefined && !list.includes(after)) throw new Refusal(`第${after}點不在${group}這一組。`);
  list.splice(after === undefined ? (first ? 0 : list.length) : list.indexOf(after) + 1, 0, number);
  return at;
}
