import { isMap, type YAMLMap } from 'yaml';
import { formatId, parseId } from '../text/ids.ts';
import { FIRST_FREE } from '../text/sections.ts';
import { editFile, type Edit, type Splice } from './edits.ts';
import { idPlaces, type IdPlace } from './id-places.ts';
import { publishedIds } from './ledger.ts';
import type { Files } from './read.ts';

/** The edits that give every unit without an id the next free number of its point and kind, and the ids. */
export function stampIds(content: Files): { edits: Edit[]; given: string[] } {
  const fresh = nextIds(content);
  const byFile = [...Map.groupBy(fresh, ({ place }) => place.file)];
  const edits = byFile.map(([file, rows]) => editFile(file, rows.map(spliceOf)));
  return { edits, given: fresh.map(({ id }) => id) };
}

/**
 * Fills in the ids that `npm run ids` would give now, in the reading alone: while editing, a new unit shows under the number it will get.
 */
export function provideIds(content: Files): void {
  for (const { place, id } of nextIds(content)) if (place.carrier) place.carrier.id = id;
}

/** The places without an id, each with the next free one: never one that is published, retired or stands in the text. */
function nextIds(content: Files): { place: IdPlace; id: string }[] {
  const places = idPlaces(content);
  const { published = {}, retired = [] } = content.ids?.values ?? {};
  const taken = [...publishedIds(published).keys(), ...retired.map(({ id }) => id), ...places.map(({ id = '' }) => id)];
  const last = new Map<string, number>();
  type Series = Pick<IdPlace, 'point' | 'kind'>;
  const lastOf = ({ point, kind }: Series): number => last.get(`${point}${kind}`) ?? (kind === 'section' ? FIRST_FREE - 1 : 0);
  const take = (series: Series, number: number): void => void last.set(series.point + series.kind, Math.max(lastOf(series), number));
  for (const id of taken.map(parseId)) if (id) take(id, id.number);
  return places
    .filter(({ id }) => id === undefined)
    .map((place) => {
      const number = lastOf(place) + 1;
      take(place, number);
      return { place, id: formatId({ ...place, number }) };
    });
}

function spliceOf({ place: { file, carrier, path }, id }: { place: IdPlace; id: string }): Splice {
  if (!path) {
    const at = file.text.length - file.body.length + (carrier?.end ?? 0);
    // A mark that stands alone, `{.after}`, takes the id in.
    const inside = file.text.lastIndexOf('{', at) + 1;
    return carrier?.mark ? { start: inside, end: inside, text: `#${id} ` } : { start: at, end: at, text: ` {#${id}}` };
  }
  const row = file.document.getIn(path, true);
  if (!isMap(row)) throw new Error(`${file.file}: ${path.join('.')} is no row.`);
  return insertId(row, file.text, id);
}

/** Puts an id first into a row of a front matter, in its style. */
function insertId({ range, flow }: YAMLMap, text: string, id: string): Splice {
  // The front matter was parsed with one line break in place of the opening fence, four characters long.
  const start = (range?.[0] ?? 0) + text.indexOf('\n');
  if (flow) return { start: start + 1, end: start + 1, text: ` id: ${id},` };
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  return { start, end: start, text: `id: ${id}\n${' '.repeat(indent)}` };
}
