import type { Content } from '../content/content.ts';
import { fateOf, pointOf, publishedIds, type Retired } from '../content/ledger.ts';
import { isUnitId, parseId, unitNumber } from '../text/ids.ts';
import { hanNumeral } from '../text/numerals.ts';
import { sectionId, sections } from '../text/sections.ts';
import { articleUnits, type Article, type History, type RemovedPoint } from './article.ts';
import type { Writer } from './writer.ts';

/** The points that were taken out, by number; what became of them is not settled yet. */
export function removedPoints(retired: readonly Retired[], write: Writer): RemovedPoint[] {
  return retired
    .flatMap(({ id, title = '' }): RemovedPoint[] => {
      const number = pointOf(id);
      return number ? [{ number, numeral: hanNumeral(number), title: write.heading(title), anchors: [], notes: [] }] : [];
    })
    .sort((a, b) => a.number - b.number);
}

/**
 * Anchors each retired id where its text is now, or tells of it in a note on its own part of the article; what is left of a removed point
 * shares its fate.
 */
export function settleRetired(article: Article, { ids: { published, retired }, headings }: Content, write: Writer): void {
  const sources = [article.lead, ...article.points].flatMap((part) => part.sources);
  const targets = new Map([...articleUnits(article), ...sources].map((target) => [target.id, target]));
  const all: (Pick<History, 'notes'> & { number: number })[] = [article.lead, ...article.points, ...article.removed];
  const parts = new Map(all.map((part) => [part.number, part]));
  const settled = (id: string) => {
    const fate = fateOf(id, retired, (other) => targets.has(other)) ?? { why: '' };
    const living = 'to' in fate ? targets.get(fate.to) : undefined;
    if (living) article.moved.set(id, living.id);
    const told = living
      ? { movedTo: { id: living.id, number: unitNumber(living.id) } }
      : { why: write.text('why' in fate ? fate.why.replace(/[。.]$/, '') : '') };
    return { living, told };
  };

  for (const { id } of retired.filter((row) => !pointOf(row.id))) {
    const { living, told } = settled(id);
    const point = parseId(id)?.point ?? 0;
    living?.anchors.push(id);
    if (!living || parseId(living.id)?.point !== point) parts.get(point)?.notes.push({ id, ...noteOf(id), ...told });
  }
  const numbers = [...Object.values(sections), ...headings].map(({ number }) => number);
  for (const removed of article.removed) {
    Object.assign(removed, settled(`p${removed.number}`).told);
    const own = new Set(retired.map(({ id }) => id));
    const ids = [...publishedIds(published).keys()].filter((id) => parseId(id)?.point === removed.number && !own.has(id));
    for (const id of ids) settled(id);
    removed.anchors.push(...ids, ...numbers.map((number) => sectionId(removed.number, number)));
  }
}

/** What a note calls an id that is no more. */
function noteOf(id: string): Pick<History['notes'][number], 'of' | 'number'> {
  if (isUnitId(id)) return { of: 'unit', number: unitNumber(id) };
  const of = parseId(id)?.kind === 'source' ? 'source' : 'section';
  return { of, number: id.replace(/^.*[rs]/, '') };
}
