import { from, to } from 'opencc-js/preset';

/** Written in Taiwan too, though OpenCC's dictionaries never write them there. */
const SHARED = '并挂晒肴雇';
/** Not written in mainland China, though OpenCC's dictionaries keep them there in names and old words. */
const OLD = '於麼';

const ownOf = new Map<() => Set<string>, Set<string>>();
const holds = (characters: () => Set<string>, text: string): string[] => {
  const own = ownOf.get(characters) ?? characters();
  ownOf.set(characters, own);
  return [...new Set(text)].filter((character) => own.has(character));
};

/**
 * The characters of a text that only Simplified Chinese has: OpenCC replaces each on the way to Traditional and writes none of them there.
 */
export function simplifiedIn(text: string): string[] {
  return holds(onlySimplified, text);
}

/**
 * The characters of a text that only Traditional Chinese has: OpenCC replaces each on the way to Simplified, and neither reads nor writes
 * any there.
 */
export function traditionalIn(text: string): string[] {
  return holds(onlyTraditional, text);
}

const flat = (groups: unknown): string => ((groups ?? []) as string[][]).flat().join('|');
/** The single characters that rows of OpenCC read, and all that they write. */
const reads = (rows: string): string[] => rows.match(/(?<=^|\|)[^ |](?= )/gu) ?? [];
const writes = (rows: string): string => rows.replace(/[^ |]+ /g, '');

function onlySimplified(): Set<string> {
  const rows = flat(from.cn);
  const traditional = new Set(SHARED + flat(to.tw) + flat(to.hk) + writes(rows));
  return new Set(reads(rows).filter((character) => !traditional.has(character)));
}

function onlyTraditional(): Set<string> {
  const rows = flat(to.cn);
  const simplified = new Set(writes(rows) + flat(from.cn).replace(/ [^ |]+/g, ''));
  return new Set([...reads(rows).filter((character) => !simplified.has(character)), ...OLD]);
}
