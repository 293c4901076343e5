import type { Chart, Figure } from '../../article/unit.ts';

/** Every scale begins at zero, or at the lowest value where that is below. */
function scaleOf(rows: Chart['rows']): (value: number) => number {
  const low = Math.min(0, ...rows.map((row) => row.low));
  const high = Math.max(0, ...rows.map((row) => row.high));
  return (value) => Math.round(((value - low) / (high - low || 1)) * 1000) / 10;
}

/**
 * The marks of a chart's rows, each in a field 100 wide and 10 high: bars from zero, a paler end where the value lies between two; for what
 * changes as time goes on a line that runs down through the rows, with a point in each.
 */
export function marksOf({ kind, rows }: Pick<Chart, 'kind' | 'rows'>): string[] {
  const at = scaleOf(rows);
  return rows.map(({ low, high, series }, index) => {
    const [from, to] = [at(low), at(high)];
    if (kind === 'bars') {
      const [left, right] = [Math.min(at(0), from), Math.max(at(0), from)];
      const range = to > from ? `<path class="range" d="M${right} 2H${to}V8H${right}z"/>` : '';
      return `<path d="M${left} 2H${right}V8H${left}z"/>${range}`;
    }
    const middle = (place: number): number => at(((rows[place]?.low ?? 0) + (rows[place]?.high ?? 0)) / 2);
    const own = middle(index);
    /** Halfway to a neighbour of the same series. */
    const towards = (place: number): number | undefined =>
      rows[place] && rows[place].series === series ? Math.round((own + middle(place)) * 5) / 10 : undefined;
    const [above, below] = [towards(index - 1), towards(index + 1)];
    const line = `${above === undefined ? '' : `M${above} 0L${own} 5`}${below === undefined ? '' : `M${own} 5L${below} 10`}`;
    return `<path class="trend" d="${line}"/><path class="dot" d="M${own} 5h.01"/>${to > from ? `<path class="range" d="M${from} 4.5H${to}V5.5H${from}z"/>` : ''}`;
  });
}

/** The share of a whole that a figure tells of, in percent; undefined where it is none, as what has a sign is a change. */
export function shareOf({ value, unit }: Pick<Figure, 'value' | 'unit'>): number | undefined {
  const [, share] = /^(\d+(?:\.\d+)?)[%％]/.exec(value.text + unit.text) ?? [];
  return share !== undefined && Number(share) <= 100 ? Number(share) : undefined;
}
