import type { Judged } from './check.ts';
import { problemIn, type Problem } from './files.ts';

/** What is wrong with the values of charts: neither a value nor a whole range, a source that the point does not list or that is too weak. */
export function checkCharts({ points, sources }: Judged): Problem[] {
  const grades = new Map(sources?.values.map(({ id, grade }) => [id, grade]));
  return points.flatMap(({ file, values }) =>
    values.charts.flatMap(({ rows }, chart) =>
      rows.flatMap(({ value, low, high, source }, index): Problem[] => {
        const tell = (field: string, text: string): Problem[] => [problemIn(file, ['charts', chart, 'rows', index, field], text)];
        const listed = values.sources.find(({ id }) => id === source);
        const isRange = low !== undefined && high !== undefined;
        return [
          ...((value !== undefined) === isRange || (low === undefined) !== (high === undefined)
            ? tell('value', 'is neither a number nor a range: write value, or low and high')
            : []),
          ...(isRange && Number(low) >= Number(high)
            ? tell('low', `${low} is not below high, ${high}: exchange them, or write one value`)
            : []),
          ...(listed ? [] : tell('source', `${source} is not in this point's list of sources: add it there, or mend the number`)),
          ...(listed && grades.get(listed.source) === 'C'
            ? tell('source', `${source} is a source of grade C, which carries no figure alone: cite a better one`)
            : []),
        ];
      }),
    ),
  );
}
