import { lastDay } from '../text/dates.ts';
import type { Point } from './article.ts';
import type { Indicator } from './unit.ts';

/** What is to be watched at all points, in the order in which it falls due. */
export function watched(points: readonly Point[]): { point: Point; indicator: Indicator }[] {
  const all = points.flatMap((point) => point.indicators.map((indicator) => ({ point, indicator })));
  return all.sort((a, b) => lastDay(a.indicator.period).localeCompare(lastDay(b.indicator.period)));
}
