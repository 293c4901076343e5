import { firstDay, lastDay } from '../text/dates.ts';
import { citedIn } from './body.ts';
import { numbered } from './numbered.ts';
import type { Files } from './read.ts';
import { problemIn, type Problem } from './files.ts';

/** What is wrong between the texts and `content/sources.yaml`: a source that does not exist, is not listed, or is never cited; what rests on a weak one alone; a verdict older than what it weighs. */
export function checkSources({ sources, people, lead, points }: Files): Problem[] {
  const found: Problem[] = [];
  const known = sources && new Set(sources.values.map(({ id }) => id));
  const unknown = (id: string): string | undefined =>
    known && !known.has(id) ? `there is no source ${id} in content/sources.yaml: add it there, or mend the name` : undefined;

  const rows = new Map(sources?.values.map((row) => [row.id, row]));
  for (const { number, file, units, figures, charts, verdict, sources: list } of numbered({ lead, points })) {
    const cited = new Set(units.flatMap(({ content }) => citedIn(content)));
    const listed = new Set(list.map(({ id }) => id));
    const tell = (path: PropertyKey[], text: string | undefined): void => {
      if (text) found.push(problemIn(file, path, text));
    };
    list.forEach(({ id, source }, index) => {
      tell(['sources', index, 'source'], unknown(source));
      const note = Number(/\d+$/.exec(id)?.[0]);
      const used = cited.has(note) || [...figures, ...charts.flatMap(({ rows }) => rows)].some(({ source }) => source === id);
      if (!used) tell(['sources', index, 'id'], `nothing cites ${id}: cite it with [^${note}] or remove it`);
      const { date } = rows.get(source) ?? {};
      if (verdict && date && lastDay(verdict.date) < firstDay(date))
        tell(['verdict'], `the verdict is of ${verdict.date}, and ${id} of ${date}: give it the date of the newest fact that was used`);
    });
    const gradeOf = (id: string): string | undefined => rows.get(list.find((row) => row.id === id)?.source ?? '')?.grade;
    for (const { content, line } of units) {
      const grades = citedIn(content).map((note) => gradeOf(`p${number}-r${note}`));
      if (grades.length && grades.every((grade) => grade === 'C'))
        found.push({
          file: file.file,
          line: file.bodyLine + line - 1,
          text: 'this paragraph rests on sources of grade C alone: cite a better one beside them, or take the statement out',
        });
      for (const note of citedIn(content)) {
        const id = `p${number}-r${note}`;
        if (!listed.has(id))
          found.push({
            file: file.file,
            line: file.bodyLine + line - 1,
            text: `[^${note}] cites source ${id}, which the front matter does not list: add it there, or mend the number`,
          });
      }
    }
    figures.forEach(({ source }, index) => {
      if (!listed.has(source))
        tell(['figures', index, 'source'], `${source} is not in this point's list of sources: add it there, or mend the number`);
      if (gradeOf(source) === 'C')
        tell(['figures', index, 'source'], `${source} is a source of grade C, which carries no figure alone: cite a better one`);
    });
  }
  people?.values.forEach(({ sources: cited }, index) => {
    for (const text of cited.map(unknown)) if (text) found.push(problemIn(people.file, [index, 'sources'], text));
  });
  return found;
}
