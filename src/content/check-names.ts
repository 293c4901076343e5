import type { Judged } from './check.ts';
import { problemIn, type ContentFile, type Problem } from './files.ts';

/** Names of people and terms that two entries have: each is to lead to one. */
export function checkNames({ people, terms }: Judged): Problem[] {
  const seen = new Map<string, string>();
  const of = (file: ContentFile | undefined, rows: readonly { id: string; names: string[] }[]): Problem[] =>
    rows.flatMap(({ id, names }, index) =>
      [...new Set(names.map((name) => name.toLowerCase()))].flatMap((name) => {
        const other = seen.get(name);
        seen.set(name, id);
        return other && file ? [problemIn(file, [index], `${id}和${other}都叫「${name}」，一個名稱請只給其中一個`)] : [];
      }),
    );
  return [of(people?.file, people?.values.map(namesOf) ?? []), of(terms?.file, terms?.values.map(namesOf) ?? [])].flat();
}

interface Entry {
  id: string;
  name: string;
  latin?: string | undefined;
  also: string[];
  tw?: string | undefined;
  hk?: string | undefined;
  cn?: string | undefined;
}

/** Every name that an entry has, its own first. */
export function namesOf({ id, name, latin, also, tw, hk, cn }: Entry): { id: string; names: string[] } {
  return { id, names: [...new Set([name, latin, ...also, tw, hk, cn].filter((other) => other !== undefined))] };
}
