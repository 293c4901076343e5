import { from, to } from 'opencc-js/preset';

/** Written in Taiwan too, though OpenCC's dictionaries never write them there. */
const SHARED = '并挂晒肴雇';

let known: Set<string> | undefined;

/** The characters of a text that only Simplified Chinese has: OpenCC replaces each on the way to Traditional and writes none of them there. */
export function simplifiedIn(text: string): string[] {
  known ??= onlySimplified();
  return [...new Set(text)].filter((character) => known?.has(character));
}

function onlySimplified(): Set<string> {
  const [rows = '', ...regional] = [from.cn, to.tw, to.hk].map((groups) => (groups ?? []).flat().join('|'));
  const traditional = new Set(SHARED + regional.join('') + rows.replace(/[^ |]+ /g, ''));
  return new Set(rows.match(/(?<=^|\|)[^ |](?= )/gu)?.filter((character) => !traditional.has(character)));
}
