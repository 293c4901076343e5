import { formatId, parseId, type IdKind } from '../text/ids.ts';
import type { Judged } from './check.ts';
import { livingId } from './ledger.ts';
import { numbered, type Files } from './read.ts';
import type { Problem } from './files.ts';

/** A place in the content that has, or should have, an id. */
export interface IdPlace {
  id: string | undefined;
  kind: IdKind;
  point: number;
  file: string;
  line: number;
}

/** Every id that the list of ids ever given holds, whole: `p5: [3, f1]` → p5-3, p5-f1. */
export function everGiven(given: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(given).flatMap(([point, ids]) => ids.map((id) => `${point}-${id}`));
}

/** Every place of the content that carries a permanent id, in the order of files and lines. */
export function idPlaces(content: Pick<Files, 'lead' | 'points'>): IdPlace[] {
  const places: IdPlace[] = [];
  for (const { number: point, file, units, sources, figures, indicators } of numbered(content)) {
    const add = (id: string | undefined, kind: IdKind, line: number): void => void places.push({ id, kind, point, file: file.file, line });
    if (point > 0) {
      add(`p${point}-t`, 'title', file.lineOf(['title']));
      add(`p${point}-0`, 'thesis', file.lineOf(['thesis']));
    }
    figures.forEach(({ id }, index) => add(id, 'figure', file.lineOf(['figures', index])));
    indicators.forEach(({ id }, index) => add(id, 'indicator', file.lineOf(['indicators', index])));
    sources.forEach(({ id }, index) => add(id, 'source', file.lineOf(['sources', index])));
    for (const { id, line } of units) add(id, 'paragraph', file.bodyLine + line - 1);
  }
  return places;
}

/** What is wrong with the ids: missing, malformed, doubled, of another point, never given, used again, or gone without a word. */
export function checkIds(content: Judged): Problem[] {
  const found: Problem[] = [];
  if (!content.ids) return found;
  const {
    file,
    values: { given, retired },
  } = content.ids;
  const ever = new Set(everGiven(given));
  const gone = new Map(retired.map((row) => [row.id, row]));
  const seen = new Map<string, IdPlace>();

  for (const place of idPlaces(content)) {
    const { id, kind, point } = place;
    const tell = (text: string): void => void found.push({ file: place.file, line: place.line, text });
    const parsed = id === undefined ? undefined : parseId(id);
    const twin = id === undefined ? undefined : seen.get(id);
    if (id === undefined) tell(`this ${kind} has no id: run \`npm run ids\``);
    else if (parsed?.kind !== kind)
      tell(`${id || '{#}'} is no ${kind} id: write ${formatId({ point, kind, number: 1 })}, or remove it and run \`npm run ids\``);
    else if (parsed.point !== point)
      tell(`${id} belongs to point ${parsed.point}, this is point ${point}: remove the id and run \`npm run ids\``);
    else if (twin) tell(`${id} stands in line ${twin.line} of ${twin.file} too: remove the one that is new and run \`npm run ids\``);
    else if (gone.has(id)) tell(`${id} is retired and may not be used again: remove it and run \`npm run ids\``);
    else if (!ever.has(id))
      tell(`${id} was never given: ${kind === 'title' || kind === 'thesis' ? '' : 'remove it and '}run \`npm run ids\``);
    if (id !== undefined && !twin) seen.set(id, place);
  }

  const allRead = content.isWhole;
  const isUnit = (id: string): boolean => seen.has(id) && seen.get(id)!.kind !== 'source';
  for (const id of ever) {
    const tell = (text: string): void =>
      void found.push({ file: file.file, line: file.lineOf(['given', id.slice(0, id.indexOf('-'))]), text });
    if (!parseId(id)) tell(`${id} is no id: mend or remove it`);
    else if (allRead && !seen.has(id) && !gone.has(id))
      tell(`${id} was published and is gone: put it back, or add it to \`retired\` with \`to:\` (where its text went) or \`why:\``);
  }
  retired.forEach((row, index) => {
    const tell = (text: string): void => void found.push({ file: file.file, line: file.lineOf(['retired', index]), text });
    if (!ever.has(row.id)) tell(`${row.id} was never given: only published ids are retired`);
    if (retired.findIndex(({ id }) => id === row.id) !== index) tell(`${row.id} is retired twice: keep one row`);
    if ('to' in row && allRead && !livingId(row.id, retired, isUnit))
      tell(`${row.id} leads to ${row.to}, which is no unit of the text: name the unit that holds its text now`);
  });
  return found;
}
