import { livingId, type Retired } from '../content/ledger.ts';
import { parseId, unitNumber } from '../text/ids.ts';
import { articleUnits, type Article, type History } from './article.ts';
import type { Writer } from './writer.ts';

/** Anchors each retired id in the unit that holds its text now, or tells of it in a note on its own part of the article. */
export function settleRetired(article: Article, retired: readonly Retired[], write: Writer): void {
  const units = new Map(articleUnits(article).map((unit) => [unit.id, unit]));
  const parts = new Map<number, History>([[0, article.lead], ...article.points.map((point): [number, History] => [point.number, point])]);
  for (const row of retired) {
    const living = units.get(livingId(row.id, retired, (id) => units.has(id)) ?? '');
    const point = parseId(row.id)?.point ?? 0;
    if (living) {
      living.anchors.push(row.id);
      article.moved.set(row.id, living.id);
    }
    if (living && parseId(living.id)?.point === point) continue;
    const fate = living
      ? { movedTo: { id: living.id, number: living.number } }
      : { why: write.text('why' in row ? row.why.replace(/[。.]$/, '') : '') };
    parts.get(point)?.notes.push({ id: row.id, number: unitNumber(row.id), ...fate });
  }
}
