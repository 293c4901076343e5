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
            ? tell('value', '不是一個數字，也不是一個範圍，請寫value，或寫low和high')
            : []),
          ...(isRange && Number(low) >= Number(high) ? tell('low', `${low}不小於high的${high}，請對調，或只寫一個value`) : []),
          ...(listed ? [] : tell('source', `${source}不在這一點的sources裡，請加進去，或改正編號`)),
          ...(listed && grades.get(listed.source) === 'C' ? tell('source', `${source}是C級來源，數字不能只靠C級，請引更好的來源`) : []),
        ];
      }),
    ),
  );
}
