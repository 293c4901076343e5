import { allNodes } from '../text/inline.ts';
import { isUnitId, parseId } from '../text/ids.ts';
import { unitsIn } from './body.ts';
import { livingId } from './ledger.ts';
import type { Judged } from './check.ts';
import { idPlaces } from './check-ids.ts';
import type { Problem } from './files.ts';

/** Links to a unit of this site, `[words](#p7-2)`, that lead nowhere. */
export function checkLinks(judged: Judged): Problem[] {
  const { about, lead, points, ids, isWhole } = judged;
  if (!isWhole || !ids) return [];
  const living = new Set(idPlaces(judged).map(({ id }) => id));
  const bodies = [about, lead, ...points].filter((body) => body !== undefined);
  return bodies.flatMap(({ file, sections }) =>
    unitsIn(sections).flatMap(({ content, line }) =>
      allNodes(content).flatMap((node): Problem[] => {
        if (node.type !== 'link' || !node.url.startsWith('#')) return [];
        const id = node.url.slice(1);
        if (parseId(id) && isUnitId(id) && livingId(id, ids.values.retired, (other) => living.has(other))) return [];
        return [{ file: file.file, line: file.bodyLine + line - 1, text: `${node.url} leads to no unit of the text: name one that is there` }];
      }),
    ),
  );
}
