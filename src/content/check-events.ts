import { firstDay, lastDay } from '../text/dates.ts';
import type { Judged } from './check.ts';
import { problemIn, type Problem } from './files.ts';

/** What is wrong with the events: a source or a point that is not there, an end before the beginning, one that rests on a weak source alone. */
export function checkEvents({ events, sources, points, isWhole }: Judged): Problem[] {
  if (!events) return [];
  const { file, values } = events;
  const grades = new Map(sources?.values.map(({ id, grade }) => [id, grade]));
  const numbers = new Set(points.map((point) => point.values.number));
  return values.flatMap((event, index) => {
    const tell = (field: string, text: string): Problem[] => [problemIn(file, [index, field], text)];
    const missing = event.sources.filter((key) => sources && !grades.has(key));
    const strange = isWhole ? event.points.filter((number) => !numbers.has(number)) : [];
    return [
      ...(event.end && lastDay(event.end) < firstDay(event.date) ? tell('end', `${event.end}早於date的${event.date}，請對調`) : []),
      ...missing.flatMap((key) => tell('sources', `content/sources.yaml裡沒有來源${key}，請加進去，或改正名稱`)),
      ...(!missing.length && event.sources.every((key) => grades.get(key) === 'C')
        ? tell('sources', '這件事只靠C級來源，請另引更好的來源，或刪掉這件事')
        : []),
      ...strange.flatMap((number) => tell('points', `沒有第${number}點，請刪掉這個號碼`)),
    ];
  });
}
