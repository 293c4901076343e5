import { isUnitId, parseId } from '../text/ids.ts';
import { allNodes } from '../text/inline.ts';
import { unitsIn } from './body.ts';
import type { Judged } from './check.ts';
import type { Problem } from './files.ts';
import { idPlaces } from './id-places.ts';
import { livingId } from './ledger.ts';
import { today, visibleFrom, whyHidden } from './visible.ts';

/** Links to a unit of this site, `[words](#p7-2)`, that lead nowhere, or to a point that readers see later than the link. */
export function* checkLinks(judged: Judged): Iterable<Problem> {
  const { about, lead, points, ids, isWhole } = judged;
  if (!isWhole || !ids) return;
  const living = new Set(idPlaces(judged).map(({ id }) => id));
  const byNumber = new Map(points.map(({ values }) => [values.number, values]));
  for (const body of [about, lead, ...points]) {
    if (!body) continue;
    const { file, sections, values } = body;
    const own = points.find((point) => point === body);
    const seen = own ? visibleFrom(own.values) : '';
    const texts = [
      ...unitsIn(sections).map(({ content, line }) => ({ content, line: file.bodyLine + line - 1 })),
      ...(values?.corrections ?? []).map(({ text }, index) => ({ content: text, line: file.lineOf(['corrections', index]) })),
    ];
    for (const { content, line } of texts)
      for (const node of allNodes(content)) {
        if (node.type !== 'link' || !node.url.startsWith('#')) continue;
        const told = { file: file.file, line };
        const id = node.url.slice(1);
        const target = isUnitId(id) && livingId(id, ids.values.retired, (other) => living.has(other));
        const point = byNumber.get(parseId(target || '')?.point ?? 0);
        if (!target) yield { ...told, text: `${node.url}不指向文中任何一段，請改成文中有的編號` };
        else if (point && visibleFrom(point) > today() && visibleFrom(point) > seen)
          yield { ...told, text: `${node.url}指向第${point.number}點，那一點${whyHidden(point)}，請先發布它，或拿掉連結` };
      }
  }
}
