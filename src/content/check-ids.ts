import { formatId, parseId } from '../text/ids.ts';
import type { Judged } from './check.ts';
import { idPlaces, type IdPlace } from './id-places.ts';
import { removedPoints } from './ledger.ts';
import type { Problem } from './files.ts';

/** What is wrong with the ids of the text: missing, malformed, doubled, of another point, used again. Only a draft may lack them. */
export function checkIds(content: Judged): Problem[] {
  const retired = content.ids?.values.retired ?? [];
  const gone = new Set(retired.map(({ id }) => id));
  const removed = removedPoints(retired);
  const drafts = new Set(content.points.filter(({ values }) => values.draft).map(({ values }) => values.number));
  const seen = new Map<string, IdPlace>();
  const found: Problem[] = [];

  for (const place of idPlaces(content)) {
    const { id, kind, point, file, line } = place;
    const tell = (text: string): void => void found.push({ file: file.file, line, text });
    if (id === undefined) {
      if (!drafts.has(point)) tell(`this ${kind} has no id: run \`npm run ids\``);
      continue;
    }
    const parsed = parseId(id);
    const twin = seen.get(id);
    if (parsed?.kind !== kind)
      tell(`${id || '{#}'} is no ${kind} id: write ${formatId({ point, kind, number: 1 })}, or remove it and run \`npm run ids\``);
    else if (parsed.point !== point)
      tell(`${id} belongs to point ${parsed.point}, this is point ${point}: remove the id and run \`npm run ids\``);
    else if (twin) tell(`${id} stands in line ${twin.line} of ${twin.file.file} too: remove the one that is new and run \`npm run ids\``);
    else if (gone.has(id) && !removed.includes(point))
      tell(`${id} is retired and may not be used again: remove it and run \`npm run ids\``);
    if (!twin) seen.set(id, place);
  }
  return found;
}
