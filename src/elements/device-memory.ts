import { memoryKey } from '../text/memory-key.ts';

/** A link that was followed from search: where it led, what to mark there in normal form, and when, in milliseconds. */
export type Landing = [address: string, writings: string[], time: number];

/**
 * All that a browser keeps for this site: a choice of colours, the language of a chosen form, whether `/` opens search, whether pages are
 * stored, where the reader is in the page at a path, the day of the last change that was shown (`seen`) and the one before this visit
 * (`since`).
 */
interface Kept {
  theme: 'system' | 'light' | 'dark';
  form: string;
  'form-offer': 'dismissed';
  slash: 'off';
  seen: string;
  since: string;
  offline: 'off';
  searches: string[];
  landings: Landing[];
  place: [path: string, unit: string, top: number];
}

/** The name of something that is kept. */
export type KeptName = keyof Kept;

const text = '"(?:[^"\\\\]|\\\\.){1,2000}"';
const day = '"\\d{4}-\\d\\d-\\d\\d"';
const number = '[-+.e\\d]+';
const list = (item: string): string => `\\[(?:${item},?){0,50}]`;

/** Where each is kept, and how it looks as JSON: what looks otherwise is not ours, or spoilt. */
const rows: Record<keyof Kept, ['localStorage' | 'sessionStorage', string]> = {
  theme: ['localStorage', '"(system|light|dark)"'],
  form: ['localStorage', text],
  'form-offer': ['localStorage', '"dismissed"'],
  slash: ['localStorage', '"off"'],
  seen: ['localStorage', day],
  since: ['sessionStorage', day],
  offline: ['localStorage', '"off"'],
  searches: ['localStorage', list(text)],
  landings: ['localStorage', list(`\\[${text},${list(text)},${number}]`)],
  place: ['sessionStorage', `\\[${text},${text},${number}]`],
};

/** What is remembered under a name; undefined where nothing is, or where storage is forbidden. What is not as it should be is forgotten. */
export function recall<Name extends keyof Kept>(name: Name): Kept[Name] | undefined {
  try {
    const [storage, key, look] = place(name);
    const json = storage.getItem(key) ?? '';
    if (look.test(json)) return JSON.parse(json);
  } catch {
    // Forbidden, or no JSON.
  }
  remember(name);
  return undefined;
}

/**
 * Remembers a value; forgets the one there is where none is given, or one too large to be recalled. Does nothing where storage is
 * forbidden or full.
 */
export function remember<Name extends keyof Kept>(name: Name, value?: Kept[Name]): void {
  try {
    const [storage, key, look] = place(name);
    const json = JSON.stringify(value);
    if (look.test(json)) storage.setItem(key, json);
    else storage.removeItem(key);
  } catch {
    // The page works without memory.
  }
}

/** Whether something is kept under a name. */
export const isKept = (name: KeptName): boolean => recall(name) !== undefined;

function place(name: keyof Kept): [Storage, string, RegExp] {
  const [storage, look] = rows[name];
  return [window[storage], memoryKey(import.meta.env.BASE_URL, name), new RegExp(`^${look}$`)];
}
