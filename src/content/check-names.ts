import type { Judged } from './check.ts';
import { problemIn, type Problem } from './files.ts';

/** Ids that two rows share: each is to name one heading, one source, one event, one person or term, one group. */
export function* checkKeys({ site, headings, sources, people, terms, events }: Judged): Iterable<Problem> {
  const rows = (list: Judged['headings' | 'sources' | 'people' | 'terms' | 'events']) =>
    list?.values.map(({ id }, index) => ({ id, file: list.file, path: [index, 'id'] })) ?? [];
  const groups = site?.values.groups?.map(({ id }, index) => ({ id, file: site.file, path: ['groups', index, 'id'] })) ?? [];
  for (const list of [rows(headings), rows(events), rows(sources), [...rows(people), ...rows(terms)], groups])
    for (const [index, { id, file, path }] of list.entries()) {
      const twin = id && list.slice(0, index).find((other) => other.id === id);
      if (twin) yield problemIn(file, path, `${id}在${twin.file.file}第${twin.file.lineOf(twin.path)}行也有，每一列請用自己的id`);
    }
}

/** Names of people and terms that two entries have: each is to lead to one. */
export function* checkNames({ people, terms }: Judged): Iterable<Problem> {
  const seen = new Map<string, string>();
  for (const list of [people, terms])
    for (const [index, row] of list?.values.entries() ?? [])
      for (const name of new Set(namesOf(row).names.map((name) => name.toLowerCase()))) {
        const other = seen.get(name);
        seen.set(name, row.id);
        if (other) yield problemIn(list!.file, [index], `${row.id}和${other}都叫「${name}」，一個名稱請只給其中一個`);
      }
}

type Entry = { id: string; name: string; also: string[] } & Partial<Record<'latin' | 'tw' | 'hk' | 'cn', string | undefined>>;

/** Every name that an entry has, its own first. */
export function namesOf({ id, name, latin, also, tw, hk, cn }: Entry): { id: string; names: string[] } {
  return { id, names: [...new Set([name, latin, ...also, tw, hk, cn].filter((other) => other !== undefined))] };
}
