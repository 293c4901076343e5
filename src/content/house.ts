import type { Dictionary } from '../text/dictionary.ts';
import { forms } from '../text/forms.ts';
import { nameRows } from '../text/names.ts';
import type { Files } from './read.ts';

/** What an article says of its own words and names. */
interface Known {
  dictionary?: Dictionary | undefined;
  people?: readonly { kind: string; name: string }[] | undefined;
  site?: { authors?: readonly string[] | undefined; on?: { authors: readonly string[] } | undefined } | undefined;
}

/** The exceptions of an article for every form: its own rows, and the names of its people and authors. */
export function houseOf({ dictionary = {}, people = [], site }: Known): Dictionary {
  const persons = people.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  const names = [...persons, ...(site?.authors ?? []), ...(site?.on?.authors ?? [])];
  return Object.fromEntries(
    forms.slice(1).map((form) => {
      const own = dictionary[form.id] ?? [];
      const others = names.filter((name) => !own.some(({ master }) => master === name));
      return [form.id, [...own, ...nameRows(others, form)]];
    }),
  );
}

/** The same of files that were read; what is missing in them says nothing. */
export function houseIn({ dictionary, people, site }: Pick<Files, 'dictionary' | 'people' | 'site'>): Dictionary {
  return houseOf({ dictionary: dictionary?.values, people: people?.values, site: site?.values });
}
