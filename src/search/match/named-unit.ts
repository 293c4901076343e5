import { normalise } from './normal.ts';

/** The id of the unit that a query names by its number or its id (5.3, 第5.3段, p5-3); undefined where it names none. */
export function namedUnit(query: string): string | undefined {
  const [, point, unit] = /^[第p]?(\d+)[.-]([a-z]?\d+|[tcv])段?$/.exec(normalise(query).text) ?? [];
  return point && unit && `p${point}-${unit}`;
}
