import { firstDay, lastDay } from '../text/dates.ts';
import { citedIn } from './body.ts';
import type { Judged } from './check.ts';
import { problemAt, problemIn, type ContentFile, type Problem } from './files.ts';
import { numbered } from './numbered.ts';

/**
 * What is wrong between the content and `content/sources.yaml`: a source that does not exist, is not listed, or is never cited; what rests
 * on a weak one alone; a verdict older than what it weighs.
 */
export function* checkSources({ sources, people, events, lead, points }: Judged): Iterable<Problem> {
  const rows = new Map(sources?.values.map((row) => [row.id, row]));
  function* unknown(file: ContentFile, path: PropertyKey[], keys: string[]): Iterable<Problem> {
    for (const key of keys)
      if (sources && !rows.has(key)) yield problemIn(file, path, `content/sources.yaml裡沒有來源${key}，請加進去，或改正名稱`);
  }
  const isWeak = (keys: string[]): boolean => keys.length > 0 && keys.every((key) => rows.get(key)?.grade === 'C');

  for (const { number, file, units, figures, charts, verdict, sources: list } of numbered({ lead, points })) {
    const keyOf = (id: string): string => list.find((row) => row.id === id)?.source ?? '';
    const cited = new Set(units.flatMap(({ content }) => citedIn(content)));
    const values = [
      ...figures.map(({ source }, index) => ({ source, path: ['figures', index, 'source'] })),
      ...charts.flatMap(({ rows }, chart) => rows.map(({ source }, row) => ({ source, path: ['charts', chart, 'rows', row, 'source'] }))),
    ];
    for (const [index, { id, source }] of list.entries()) {
      yield* unknown(file, ['sources', index, 'source'], [source]);
      const note = Number(/\d+$/.exec(id)?.[0]);
      if (!cited.has(note) && !values.some((value) => value.source === id))
        yield problemIn(file, ['sources', index, 'id'], `沒有一處引用${id}，請用[^${note}]引用，或刪掉它`);
      const { date } = rows.get(source) ?? {};
      if (verdict && date && lastDay(verdict.date) < firstDay(date))
        yield problemIn(file, ['verdict'], `判讀的日期是${verdict.date}，而${id}是${date}，請改成所用最新事實的日期`);
    }
    for (const { content, line } of units) {
      const notes = citedIn(content).map((note) => ({ note, id: `p${number}-r${note}` }));
      if (isWeak(notes.map(({ id }) => keyOf(id)))) yield problemAt(file, line, '這一段只靠C級來源，請另引更好的來源，或拿掉這個說法');
      for (const { note, id } of notes)
        if (!keyOf(id)) yield problemAt(file, line, `[^${note}]引用${id}，檔案開頭的sources沒有列，請加進去，或改正號碼`);
    }
    for (const { source, path } of values) {
      if (!keyOf(source)) yield problemIn(file, path, `${source}不在這一點的sources裡，請加進去，或改正編號`);
      if (isWeak([keyOf(source)])) yield problemIn(file, path, `${source}是C級來源，數字不能只靠C級，請引更好的來源`);
    }
  }
  for (const [index, row] of people?.values.entries() ?? []) yield* unknown(people!.file, [index, 'sources'], row.sources);
  for (const [index, row] of events?.values.entries() ?? []) {
    yield* unknown(events!.file, [index, 'sources'], row.sources);
    if (isWeak(row.sources)) yield problemIn(events!.file, [index, 'sources'], '這件事只靠C級來源，請另引更好的來源，或刪掉這件事');
  }
}

/** Values of charts that are neither a number nor a whole range. */
export function* checkCharts({ points }: Judged): Iterable<Problem> {
  for (const { file, values } of points)
    for (const [chart, { rows }] of values.charts.entries())
      for (const [index, { value, low, high }] of rows.entries()) {
        const path = ['charts', chart, 'rows', index];
        const isRange = low !== undefined && high !== undefined;
        if ((value !== undefined) === isRange || (low === undefined) !== (high === undefined))
          yield problemIn(file, [...path, 'value'], '不是一個數字，也不是一個範圍，請寫value，或寫low和high');
        if (isRange && Number(low) >= Number(high))
          yield problemIn(file, [...path, 'low'], `${low}不小於high的${high}，請對調，或只寫一個value`);
      }
}
