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
    known && !known.has(id) ? `content/sources.yaml裡沒有來源${id}，請加進去，或改正名稱` : undefined;

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
      if (!used) tell(['sources', index, 'id'], `沒有一處引用${id}，請用[^${note}]引用，或刪掉它`);
      const { date } = rows.get(source) ?? {};
      if (verdict && date && lastDay(verdict.date) < firstDay(date))
        tell(['verdict'], `判讀的日期是${verdict.date}，而${id}是${date}，請改成所用最新事實的日期`);
    });
    const gradeOf = (id: string): string | undefined => rows.get(list.find((row) => row.id === id)?.source ?? '')?.grade;
    for (const { content, line } of units) {
      const grades = citedIn(content).map((note) => gradeOf(`p${number}-r${note}`));
      if (grades.length && grades.every((grade) => grade === 'C'))
        found.push({
          file: file.file,
          line: file.bodyLine + line - 1,
          text: '這一段只靠C級來源，請另引更好的來源，或拿掉這個說法',
        });
      for (const note of citedIn(content)) {
        const id = `p${number}-r${note}`;
        if (!listed.has(id))
          found.push({
            file: file.file,
            line: file.bodyLine + line - 1,
            text: `[^${note}]引用${id}，檔案開頭的sources沒有列，請加進去，或改正號碼`,
          });
      }
    }
    figures.forEach(({ source }, index) => {
      if (!listed.has(source)) tell(['figures', index, 'source'], `${source}不在這一點的sources裡，請加進去，或改正編號`);
      if (gradeOf(source) === 'C') tell(['figures', index, 'source'], `${source}是C級來源，數字不能只靠C級，請引更好的來源`);
    });
  }
  people?.values.forEach(({ sources: cited }, index) => {
    for (const text of cited.map(unknown)) if (text) found.push(problemIn(people.file, [index, 'sources'], text));
  });
  return found;
}
