import type { Judged } from './check.ts';
import { problemIn, type ContentFile, type Problem } from './files.ts';

type Row = NonNullable<Judged['headings']>['values'][number];
type Body = Judged['points'][number];

/** What is wrong with the headings: in a point those of the table stand in its order, each once, and every section has text; the lead has none. */
export function checkSections({ lead, about, points, headings }: Judged): Problem[] {
  const rows = headings?.values ?? [];
  const ofPoints = points.flatMap((point) => [...pointProblems(point, rows), ...figureProblems(point, rows)]);
  const ofLead = lead?.sections.filter(({ heading }) => heading) ?? [];
  const marked = about?.sections.filter(({ id }) => id !== undefined) ?? [];
  return [
    ...ofPoints,
    ...ofLead.map(({ heading, line }) => problemAt(lead!.file, line, `導言不分小節，請刪掉標題「${heading}」`)),
    ...marked.map(({ id, line }) => problemAt(about!.file, line, `這一頁的標題沒有編號，請刪掉{#${id}}`)),
  ];
}

function pointProblems({ file, sections }: Body, rows: readonly Row[]): Problem[] {
  const found: Problem[] = [];
  const outline = rows.map(({ heading }) => `## ${heading}`).join('、');
  const placeOf = (name: string): number => rows.findIndex(({ heading }) => heading === name);
  sections.forEach(({ heading, id, line, blocks }, index) => {
    const known = placeOf(heading);
    const tell = (text: string, at = line): void => void found.push(problemAt(file, at, text));
    if (!heading && rows.some(({ required }) => required))
      tell(`這段文字在第一個標題之前，請放到其中一個標題下：${outline}`, blocks[0]?.units[0]?.line);
    if (heading && !blocks.length) tell(`## ${heading}下面沒有段落，請寫一段`);
    if (known < 0) return;
    if (id !== undefined) tell(`## ${heading}列在headings.yaml裡，編號由它給，請刪掉{#${id}}`);
    if (sections.findIndex((other) => other.heading === heading) < index) tell(`## ${heading}出現兩次，請把文字都放到第一個下面`);
    else if (sections.slice(0, index).some((other) => placeOf(other.heading) > known))
      tell(`## ${heading}排得太後面，請照這個次序：${outline}`);
  });
  const missing = rows.filter(({ heading, required }) => required && !sections.some((section) => section.heading === heading));
  if (missing.length) {
    const names = missing.map(({ heading }) => `## ${heading}`).join('、');
    found.push(problemAt(file, 1, `缺了標題${names}，請補上標題和文字`));
  }
  return found;
}

/** Figures and charts stand in a section that holds them. */
function figureProblems({ file, sections, values }: Body, rows: readonly Row[]): Problem[] {
  const holding = rows.filter(({ evidence }) => evidence);
  const rowsOf = (field: 'figures' | 'charts') => values[field].map(({ section }, index) => ({ section, path: [field, index, 'section'] }));
  return [...rowsOf('figures'), ...rowsOf('charts')].flatMap(({ section, path }) => {
    const row = holding.find(({ id }) => id === section);
    const ids = holding.map(({ id }) => id).join('或');
    if (section === undefined || (row && sections.some(({ heading }) => heading === row.heading))) return [];
    const text = row ? `這一點沒有## ${row.heading}，請補上，或拿掉這一項` : `${section}不是放數字的小節，請寫${ids}`;
    return [problemIn(file, path, text)];
  });
}

const problemAt = (file: ContentFile, line: number, text: string): Problem => ({ file: file.file, line: file.bodyLine + line - 1, text });
