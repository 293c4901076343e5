import { shapeOf } from './shapes.ts';

/**
 * What each UTF-16 unit of a name in a text is to be, by index. A name stands where it is written as given, and where it is written in
 * other characters of the same shapes (餘紹清 for 余紹清) if `miswritten` says so of its first unit and the one after its last.
 */
export function unitsOfNames(
  text: string,
  names: readonly string[],
  miswritten: (start: number, end: number) => boolean,
): Map<number, string> {
  const shape = shapeOf(text);
  const found = new Map<number, string>();
  for (const name of names.filter(Boolean)) {
    const wanted = shapeOf(name);
    for (let at = shape.indexOf(wanted); at >= 0; at = shape.indexOf(wanted, at + 1)) {
      const stands = text.startsWith(name, at) || miswritten(at, at + name.length);
      if (stands) for (let unit = 0; unit < name.length; unit += 1) found.set(at + unit, name[unit]!);
    }
  }
  return found;
}
