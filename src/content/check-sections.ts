import type { Judged } from './check.ts';
import { problemAt, problemIn, type Problem } from './files.ts';

/**
 * What is wrong with the headings: in a point those of the table stand in its order, each once, and every section has text; the lead has
 * none.
 */
export function* checkSections({ lead, about, points, headings }: Judged): Iterable<Problem> {
  for (const { heading, line } of lead?.sections ?? [])
    if (heading) yield problemAt(lead!.file, line, `導言不分小節，請刪掉標題「${heading}」`);
  for (const { id, line } of about?.sections ?? [])
    if (id !== undefined) yield problemAt(about!.file, line, `這一頁的標題沒有編號，請刪掉{#${id}}`);

  const rows = headings?.values ?? [];
  const outline = (list: typeof rows): string => list.map(({ heading }) => `## ${heading}`).join('、');
  const placeOf = (name: string): number => rows.findIndex(({ heading }) => heading === name);
  for (const { file, sections } of points) {
    for (const [index, { heading, id, line, blocks }] of sections.entries()) {
      const place = placeOf(heading);
      const above = sections.slice(0, index);
      if (!heading && rows.some(({ required }) => required))
        yield problemAt(file, blocks[0]?.units[0]?.line ?? line, `這段文字在第一個標題之前，請放到其中一個標題下：${outline(rows)}`);
      if (heading && !blocks.length) yield problemAt(file, line, `## ${heading}下面沒有段落，請寫一段`);
      if (place < 0) continue;
      if (id !== undefined) yield problemAt(file, line, `## ${heading}列在headings.yaml裡，編號由它給，請刪掉{#${id}}`);
      if (above.some((other) => other.heading === heading)) yield problemAt(file, line, `## ${heading}出現兩次，請把文字都放到第一個下面`);
      else if (above.some((other) => placeOf(other.heading) > place))
        yield problemAt(file, line, `## ${heading}排得太後面，請照這個次序：${outline(rows)}`);
    }
    const missing = rows.filter(({ heading, required }) => required && !sections.some((section) => section.heading === heading));
    if (missing.length) yield problemAt(file, 1, `缺了標題${outline(missing)}，請補上標題和文字`);
  }
}

/** Figures and charts that stand in no section which holds them. */
export function* checkFigures({ points, headings }: Judged): Iterable<Problem> {
  const holding = headings?.values.filter(({ evidence }) => evidence) ?? [];
  for (const { file, sections, values } of points)
    for (const field of ['figures', 'charts'] as const)
      for (const [index, { section }] of values[field].entries()) {
        const row = holding.find(({ id }) => id === section);
        if (section === undefined || (row && sections.some(({ heading }) => heading === row.heading))) continue;
        const text = row
          ? `這一點沒有## ${row.heading}，請補上，或拿掉這一項`
          : `${section}不是放數字的小節，請寫${holding.map(({ id }) => id).join('或')}`;
        yield problemIn(file, [field, index, 'section'], text);
      }
}
