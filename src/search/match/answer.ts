import { normalise, type Normal } from './normal.ts';
import { otherwise, type Difference } from './otherwise.ts';
import { namedUnit } from './named-unit.ts';
import { finderOf, type Finder } from './finder.ts';
import { readTerms, type Readings } from './query.ts';

/** A unit as search knows it: its id, the label of its section, its text as shown, in normal form, and as other written forms have it. */
export interface SearchUnit {
  id: string;
  label: string;
  text: string;
  normal: Normal;
  others: Normal[];
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

/** A unit as the build writes it down: id, label, text, and where other written forms have other words. */
export type UnitRecord = [id: string, label: string, text: string, others?: Difference[][]];
/** A point as the build writes it down. */
export type PointRecord = [number: number, numeral: string, title: string, units: UnitRecord[]];

/** Makes a record ready to be searched. */
export function openPoint([number, numeral, title, units]: PointRecord): SearchPoint {
  const open = ([id, label, text, others = []]: UnitRecord): SearchUnit => {
    const normal = normalise(text);
    return { id, label, text, normal, others: others.map((differences) => otherwise(normal, differences)) };
  };
  return { number, numeral, title, units: units.map(open) };
}

/** The places of a term in the text of a unit, as [start, end) in UTF-16 units of the text as shown. */
function placesIn({ normal, others }: SearchUnit, find: Finder): [number, number][] {
  const shown = ({ from, to }: Normal, found: [number, number][]): [number, number][] =>
    found.map(([start, end]) => [from[start]!, to[end - 1]!]);
  return [...shown(normal, find.written(normal)), ...others.flatMap((other) => shown(other, find.otherwise(other)))];
}

/**
 * Answers a query: a point is found when each term occurs in some unit of it, and then shows the units that hold any term.
 * Points are ordered by terms that occur as typed, terms in the title, terms in the thesis, number of units found, and their own
 * number. A unit that the query names by its number is found too, before all others.
 */
export function answer(query: string, points: readonly SearchPoint[], readings: Readings): Answer {
  const terms = readTerms(query, readings.names);
  const texts = points.flatMap(({ units }) => units);
  const finders: Finder[] = [];
  // Once a point lacks a term, none of the others is looked for there.
  let left = points.map((point) => ({ point, places: point.units.map((): [number, number][][] => []) }));
  for (const term of terms) {
    const find = finderOf(term, texts, readings);
    finders.push(find);
    left = left.filter(({ point, places }) => {
      places.forEach((unit, index) => unit.push(placesIn(point.units[index]!, find)));
      return places.some((unit) => unit[finders.length - 1]!.length);
    });
    if (!left.length) break;
  }
  const placesOf = new Map(finders.length ? left.map(({ point, places }) => [point, places]) : []);
  const named = namedUnit(query);
  const writings = new Set<string>();
  const found = points.flatMap((point) => {
    const places = placesOf.get(point) ?? [];
    const hits = point.units.flatMap((unit, index) => {
      const spots = places[index]?.flat() ?? [];
      for (const [start, end] of spots) writings.add(normalise(unit.text.slice(start, end)).text);
      return spots.length || unit.id === named ? [{ unit, marks: joined(spots) }] : [];
    });
    if (!hits.length) return [];
    hits.sort((a, b) => Number(b.unit.id === named) - Number(a.unit.id === named));
    const literal = terms.filter((term) => point.units.some(({ normal }) => normal.text.includes(term.text))).length;
    const termsIn = (end: string) =>
      (places[point.units.findIndex(({ id }) => id.endsWith(end))] ?? []).filter((spots) => spots.length).length;
    const isNamed = Number(hits[0]?.unit.id === named);
    return [{ point, hits, rank: [-isNamed, -literal, -termsIn('-t'), -termsIn('-0'), -hits.length, point.number] }];
  });
  found.sort((a, b) => a.rank.map((value, index) => value - b.rank[index]!).find(Boolean) ?? 0);
  return { found: found.map(({ point, hits }) => ({ point, hits })), writings: [...writings] };
}

function joined(spots: [number, number][]): [number, number][] {
  const marks: [number, number][] = [];
  for (const [start, end] of spots.sort((a, b) => a[0] - b[0])) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
