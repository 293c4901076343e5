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
      const place = `${twin.file.file}第${twin.file.lineOf(twin.path)}行`;
      return [problemIn(file, path, `${id}在${place}也有，每一列請用自己的id`)];
    }),
  );
}

const rows = (list: List) => list?.values.map(({ id }, index) => ({ id, file: list.file, path: [index, 'id'] })) ?? [];
