import { normalise, type Normal } from './normal.ts';
import { finderOf, readTerms, type Readings } from './query.ts';

/** A unit as search knows it: its id, the label of its section, its text as shown, and in normal form. */
export interface SearchUnit {
  id: string;
  label: string;
  text: string;
  normal: Normal;
}

/** A point (the lead is point 0) with its units in reading order. */
export interface SearchPoint {
  number: number;
  numeral: string;
  title: string;
  units: SearchUnit[];
}

/** A unit that was found, with the places of the matches in its text, in order and not overlapping. */
export interface Hit {
  unit: SearchUnit;
  marks: [number, number][];
}

/** What a query finds: points, best first, with their units; and in which writings, in normal form, its terms were found. */
export interface Answer {
  found: { point: SearchPoint; hits: Hit[] }[];
  writings: string[];
}

/** A point as the build writes it down: `[number, numeral, title, [[id, label, text], …]]`. */
export type PointRecord = [number: number, numeral: string, title: string, units: [id: string, label: string, text: string][]];

/** Makes a record ready to be searched. */
export function openPoint([number, numeral, title, units]: PointRecord): SearchPoint {
  return { number, numeral, title, units: units.map(([id, label, text]) => ({ id, label, text, normal: normalise(text) })) };
}

/**
 * Answers a query: a point is found when each term occurs in some unit of it, and then shows the units that hold any term.
 * Points are ordered by terms in the title, terms in the thesis, number of units found, and their own number.
 */
export function answer(query: string, points: readonly SearchPoint[], readings: Readings): Answer {
  const texts = points.flatMap(({ units }) => units.map(({ normal }) => normal.text));
  const terms = readTerms(query);
  const finders = terms.map((term) => finderOf(term, texts, readings));
  const writings = new Set<string>();
  const found = points.flatMap((point) => {
    const places = point.units.map(({ normal }) => finders.map((find) => find(normal.text)));
    if (!terms.length || !terms.every((_, term) => places.some((unit) => unit[term]!.length))) return [];
    const hits = point.units.flatMap((unit, index) => {
      const spots = places[index]!.flat();
      for (const [start, end] of spots) writings.add(unit.normal.text.slice(start, end));
      return spots.length ? [{ unit, marks: marksOf(spots, unit.normal) }] : [];
    });
    const termsIn = (end: string) =>
      (places[point.units.findIndex(({ id }) => id.endsWith(end))] ?? []).filter((spots) => spots.length).length;
    return [{ point, hits, rank: [-termsIn('-t'), -termsIn('-0'), -hits.length, point.number] }];
  });
  found.sort((a, b) => a.rank.map((value, index) => value - b.rank[index]!).find(Boolean) ?? 0);
  return { found: found.map(({ point, hits }) => ({ point, hits })), writings: [...writings] };
}

function marksOf(spots: [number, number][], { from, to }: Normal): [number, number][] {
  const marks: [number, number][] = [];
  for (const [start, end] of spots.map(([start, end]) => [from[start]!, to[end - 1]!] as const).sort((a, b) => a[0] - b[0])) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
