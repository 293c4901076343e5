import { firstDay, lastDay } from '../text/dates.ts';
import type { Judged } from './check.ts';
import { problemAt, problemIn, type Problem } from './files.ts';
import { AFTER } from './read-blocks.ts';

/** Days that do not follow one another: of publication, of the last change and of corrections; what is watched and already over. */
export function* checkDates({ lead, points }: Judged): Iterable<Problem> {
  for (const { file, values } of [...points, ...(lead ? [lead] : [])]) {
    const { published, updated, corrections } = values;
    if (updated < published) yield problemIn(file, ['updated'], `${updated}早於published的${published}，請寫最後一次修改的日期`);
    for (const [index, { date }] of corrections.entries())
      if (date > updated)
        yield problemIn(file, ['corrections', index, 'date'], `${date}晚於updated的${updated}，請把updated改成更正的日期`);
  }
  for (const { file, values } of points)
    for (const [index, { when }] of values.indicators.entries())
      if (lastDay(when) < values.updated) {
        const text = `這一點最後修改是${values.updated}，那時${when}已經過了，請寫結果如何，或改看更晚的事`;
        yield problemIn(file, ['indicators', index, 'when'], text);
      }
}

/** Events that end before they begin, or bear on a point that is not there. */
export function* checkEvents({ events, points, isWhole }: Judged): Iterable<Problem> {
  for (const [index, { date, end, points: numbers }] of events?.values.entries() ?? []) {
    if (end && lastDay(end) < firstDay(date)) yield problemIn(events!.file, [index, 'end'], `${end}早於date的${date}，請對調`);
    for (const number of isWhole ? numbers : [])
      if (!points.some(({ values }) => values.number === number))
        yield problemIn(events!.file, [index, 'points'], `沒有第${number}點，請刪掉這個號碼`);
  }
}

/** Marks of what came after the article that is discussed: where nothing is told by time, and before what was known then. */
export function* checkMarks({ about, lead, points, headings }: Judged): Iterable<Problem> {
  const told = new Set(headings?.values.flatMap(({ heading, evidence }) => (evidence ? [heading] : [])));
  for (const body of [about, lead, ...points])
    for (const { heading, blocks } of body?.sections ?? []) {
      const isTold = points.some((point) => point === body) && told.has(heading);
      let isAfter = false;
      for (const { mark, line } of blocks.flatMap((block) => block.units)) {
        if (mark === AFTER && !isTold) yield problemAt(body!.file, line, `這裡不分「當時」與「之後」，請刪掉.${AFTER}`);
        else if (isAfter && isTold && mark !== AFTER)
          yield problemAt(body!.file, line, `這是文章發表時已知的事，卻排在後來的事下面，請移上去，或標成{#… .${AFTER}}`);
        isAfter ||= mark === AFTER;
      }
    }
}
