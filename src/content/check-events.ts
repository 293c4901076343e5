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
      ...(event.end && lastDay(event.end) < firstDay(event.date)
        ? tell('end', `${event.end} is before ${event.date}, the date: exchange them`)
        : []),
      ...missing.flatMap((key) => tell('sources', `there is no source ${key} in content/sources.yaml: add it there, or mend the name`)),
      ...(!missing.length && event.sources.every((key) => grades.get(key) === 'C')
        ? tell('sources', 'this event rests on sources of grade C alone: cite a better one beside them, or take it out')
        : []),
      ...strange.flatMap((number) => tell('points', `there is no point ${number}: take it out`)),
    ];
  });
}
