import type { Checked, Files } from './read.ts';
import { problemIn, type Problem } from './files.ts';

type List = Checked<{ id: string }[]> | undefined;

/** Ids that two rows share: each is to name one heading, one source, one event, one person or term, one group. */
export function checkKeys({ site, headings, sources, people, terms, events }: Files): Problem[] {
  const groups =
    site?.values.groups?.flatMap(({ id }, index) => (id ? [{ id, file: site.file, path: ['groups', index, 'id'] }] : [])) ?? [];
  return [rows(headings), rows(events), rows(sources), [...rows(people), ...rows(terms)], groups].flatMap((list) =>
    list.flatMap(({ id, file, path }, index) => {
      const twin = list.slice(0, index).find((other) => other.id === id);
      if (!twin) return [];
      const place = `line ${twin.file.lineOf(twin.path)} of ${twin.file.file}`;
      return [problemIn(file, path, `${id} stands in ${place} too: give each row an id of its own`)];
    }),
  );
}

const rows = (list: List) => list?.values.map(({ id }, index) => ({ id, file: list.file, path: [index, 'id'] })) ?? [];
