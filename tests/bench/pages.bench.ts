import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { budgets } from '../support/budgets.ts';
import { dist, pointPages } from '../support/site.ts';
import { weigh } from '../support/weight.ts';
import type { Measured } from './run.ts';

/** What a reader's device has to load for a point, and what is shared of it. */
export default async function pages(): Promise<Measured[]> {
  const weights = pointPages.map(weigh);
  const sizes = (folder: string, pattern: RegExp): number[] =>
    readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => pattern.test(name))
      .map((name) => statSync(join(dist, folder, name)).size);
  const row = (measure: string, values: number[], limit: number): Measured => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const figure = least === most ? `${most} bytes` : `${least}–${most} bytes`;
    return { measure, figure, limit: `${limit} bytes`, kept: most <= limit };
  };
  return [
    row(
      'first view of a point: HTML, styles, script, brotli',
      weights.map(({ view }) => view),
      budgets.firstView,
    ),
    row(
      'all script a point runs unasked, brotli',
      weights.map(({ script }) => script),
      budgets.script,
    ),
    row('display font of a written form', sizes('fonts', /\.woff2$/), budgets.displayFont),
    row('card of a page', sizes('', /card\.png$/), budgets.card),
  ];
}
