import { master, type Form } from './forms.ts';
import { houseWords } from './house-words.ts';

/**
 * One exception of an article: the master's words, the form's words, and the one direction in which the row holds, where it does not hold
 * in both.
 */
export interface DictionaryRow {
  master: string;
  form: string;
  only?: 'out' | 'back' | undefined;
  /** It holds within other words too, or across their edges. */
  part?: boolean | undefined;
  /** It is a person's name. */
  name?: true;
}

/** The exceptions of an article: rows by the id of the written form. */
export type Dictionary = Readonly<Record<string, readonly DictionaryRow[]>>;

/** A word that is not converted as OpenCC would, and where it is found: as a `word`, as a `name`, or as `part` of words too. */
export interface HouseWord {
  word: string;
  value: string;
  edge: 'word' | 'name' | 'part';
}

/** The words of rows in a direction: `out` from the master to the form, `back` from the form to the master. */
export function wordsOf(rows: readonly DictionaryRow[], direction: 'out' | 'back'): HouseWord[] {
  return rows
    .filter(({ only }) => !only || only === direction)
    .map(({ master, form, part, name }) => {
      const [word, value] = direction === 'out' ? [master, form] : [form, master];
      return { word, value, edge: part ? 'part' : name ? 'name' : 'word' };
    });
}

/** Every word that the house writes in its own way between two forms, one of which is the master: the article's before the engine's. */
export function wordsBetween(source: Form, target: Form, dictionary: Dictionary): HouseWord[] {
  const own = source.id === master.id ? wordsOf(dictionary[target.id] ?? [], 'out') : wordsOf(dictionary[source.id] ?? [], 'back');
  const known = new Set(own.map(({ word }) => word));
  return [...own, ...engineWords(source, target).filter(({ word }) => !known.has(word))];
}

const scriptOf = ({ lang }: Form): 'Hans' | 'Hant' => (new Intl.Locale(lang).maximize().script === 'Hans' ? 'Hans' : 'Hant');
/** Whether a form has the wording of mainland China; Simplified without a region has. */
const isMainland = ({ lang }: Form): boolean => new Intl.Locale(lang).maximize().region === 'CN';

const ready = new Map<string, readonly HouseWord[]>();

function engineWords(source: Form, target: Form): readonly HouseWord[] {
  const key = `${source.lang} ${target.lang}`;
  const words = ready.get(key) ?? wordsOfEngine(source, target);
  ready.set(key, words);
  return words;
}

function wordsOfEngine(source: Form, target: Form): HouseWord[] {
  const to = scriptOf(target);
  if (scriptOf(source) === to) return [];
  return houseWords
    .filter(({ only, mainland }) => (!only || only === to) && (!mainland || isMainland(source) || isMainland(target)))
    .flatMap(({ pairs, part }) =>
      pairs.split('|').map((pair): HouseWord => {
        const [hant = '', hans = ''] = pair.split(' ');
        return { word: to === 'Hans' ? hant : hans, value: to === 'Hans' ? hans : hant, edge: part ? 'part' : 'word' };
      }),
    );
}
