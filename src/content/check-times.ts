import type { Judged } from './check.ts';
import type { Problem } from './files.ts';
import { AFTER } from './read-blocks.ts';

/** Marks of what came after the article that is discussed: where nothing is told by time, and before what was known then. */
export function checkTimes({ about, lead, points, headings }: Judged): Problem[] {
  const told = new Set(headings?.values.flatMap(({ heading, evidence }) => (evidence ? [heading] : [])));
  return [about, lead, ...points].flatMap((body) =>
    (body?.sections ?? []).flatMap(({ heading, blocks }) => {
      const units = blocks.flatMap((block) => block.units);
      const first = units.findIndex(({ mark }) => mark === AFTER);
      const isTold = points.some((point) => point === body) && told.has(heading);
      return units.flatMap(({ mark, line }, index): Problem[] => {
        const tell = (text: string): Problem[] => (body ? [{ file: body.file.file, line: body.file.bodyLine + line - 1, text }] : []);
        if (mark === AFTER) return isTold ? [] : tell(`這裡不分「當時」與「之後」，請刪掉.${AFTER}`);
        return isTold && first >= 0 && index > first
          ? tell(`這是文章發表時已知的事，卻排在後來的事下面，請移上去，或標成{#… .${AFTER}}`)
          : [];
      });
    }),
  );
}
