import * as OpenCC from 'opencc-js';

const TRADITIONAL = ['t', 'tw', 'hk'] as const;
type Locale = (typeof TRADITIONAL)[number] | 'cn';
/** Every Han character of the two blocks that keyboards reach. */
const HAN = [range(0x4e00, 0x9fff), range(0x3400, 0x4dbf)].flat();

/**
 * The characters that may be typed for those of a text, alone: `spellings` are those of the other script, and those of Taiwan, Hong
 * Kong and OpenCC's own standard (裏 for 裡); `shapes` all others of the same Simplified shape, as converters mistake them (餘 for 余).
 * Texts in normal form. Both answer typed character → characters of the text.
 */
export function spellingsOf(texts: readonly string[], lang: string): Record<'spellings' | 'shapes', Map<string, string>> {
  const own = new Set([...texts.join('')]);
  const spellings = new Map<string, string>();
  const enter = (typed: string, character: string): void => {
    const known = spellings.get(typed) ?? '';
    if (typed !== character && own.has(character) && !known.includes(character)) spellings.set(typed, known + character);
  };
  const table = (from: Locale, to: Locale): void => allHan(from, to).forEach((character, index) => enter(HAN[index]!, character));
  if (lang.startsWith('zh-Hans')) for (const from of TRADITIONAL) table(from, 'cn');
  else {
    for (const from of ['cn', ...TRADITIONAL] as const) for (const to of TRADITIONAL) if (from !== to) table(from, to);
    const list = [...own].filter((character) => /\p{Script=Han}/u.test(character));
    characters(list, 'tw', 'cn').forEach((simplified, index) => enter(simplified, list[index]!));
  }
  return { spellings, shapes: shapesOf(own, spellings) };
}

function shapesOf(own: ReadonlySet<string>, spellings: ReadonlyMap<string, string>): Map<string, string> {
  const simplified = TRADITIONAL.flatMap((from) => allHan(from, 'cn').map((shape, index) => [HAN[index]!, shape] as const));
  const typed = Map.groupBy(simplified, ([, shape]) => shape);
  const shapes = new Map<string, string>();
  for (const group of typed.values()) {
    const alike = [...new Set(group.map(([character]) => character))];
    for (const character of alike) {
      const others = alike.filter((other) => other !== character && own.has(other) && !spellings.get(character)?.includes(other));
      if (others.length) shapes.set(character, [...new Set([...(shapes.get(character) ?? ''), ...others])].join(''));
    }
  }
  return shapes;
}

const tables = new Map<string, string[]>();

function allHan(from: Locale, to: Locale): string[] {
  const key = `${from} ${to}`;
  const table = tables.get(key) ?? characters(HAN, from, to);
  tables.set(key, table);
  return table;
}

/** Each character converted alone. */
function characters(list: readonly string[], from: Locale, to: Locale): string[] {
  return OpenCC.Converter({ from, to } as never)(list.join('\n')).split('\n');
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
