import { allNodes, type Inline } from '../text/inline.ts';
import { isUnitId, parseId } from '../text/ids.ts';
import { today, visibleFrom, whyHidden } from './visible.ts';
import { unitsIn } from './body.ts';
import { livingId } from './ledger.ts';
import type { Judged } from './check.ts';
import { idPlaces } from './id-places.ts';
import type { Problem } from './files.ts';

/** Links to a unit of this site, `[words](#p7-2)`, that lead nowhere, or to a point that readers see later than the link. */
export function checkLinks(judged: Judged): Problem[] {
  const { about, lead, points, ids, isWhole } = judged;
  if (!isWhole || !ids) return [];
  const living = new Set(idPlaces(judged).map(({ id }) => id));
  const byNumber = new Map(points.map(({ values }) => [values.number, values]));
  const bodies = [about, lead, ...points].filter((body) => body !== undefined);
  return bodies.flatMap((body) => {
    const { file } = body;
    const own = points.find((other) => other.file === file)?.values;
    const seen = own ? visibleFrom(own) : '';
    return textsOf(body).flatMap(({ content, line }) =>
      allNodes(content).flatMap((node): Problem[] => {
        if (node.type !== 'link' || !node.url.startsWith('#')) return [];
        const id = node.url.slice(1);
        const tell = (text: string): Problem[] => [{ file: file.file, line, text: `${node.url}${text}` }];
        const target = isUnitId(id) && livingId(id, ids.values.retired, (other) => living.has(other));
        if (!target) return tell('不指向文中任何一段，請改成文中有的編號');
        const point = byNumber.get(parseId(target)?.point ?? 0);
        if (!point || visibleFrom(point) <= today() || visibleFrom(point) <= seen) return [];
        return tell(`指向第${point.number}點，那一點${whyHidden(point)}，請先發布它，或拿掉連結`);
      }),
    );
  });
}

/** The texts of a file that may hold links, with their lines in it: its units and its corrections. */
function textsOf({ file, sections, values }: NonNullable<Judged['about'] | Judged['lead']>): { content: Inline[]; line: number }[] {
  const corrections = (values?.corrections ?? []).map(({ text }, index) => ({ content: text, line: file.lineOf(['corrections', index]) }));
  return [...unitsIn(sections).map(({ content, line }) => ({ content, line: file.bodyLine + line - 1 })), ...corrections];
}
