import type { PointValues } from '../content/content.ts';
import { inverseOf, isPull } from '../text/relations.ts';
import type { Words } from '../words.ts';
import type { Point } from './article.ts';
import type { Writer } from './writer.ts';

/** Each relation is written once and shows on both points: what one leads to, the other carries on. */
export function relate(written: readonly PointValues[], byNumber: ReadonlyMap<number, Point>, { relation }: Words, write: Writer): void {
  for (const { number, relations } of written) {
    for (const { to, kind, why } of relations) {
      const [one, other] = [byNumber.get(number), byNumber.get(to)];
      if (!one || !other) continue;
      const add = (point: Point, { number, numeral, title }: Point, seen: typeof kind): void =>
        void point.relations.push({
          id: `p${Math.min(one.number, other.number)}-x${Math.max(one.number, other.number)}`,
          kind: seen,
          label: relation[seen].label,
          pulls: isPull(seen),
          why: write.sentence(why),
          number,
          numeral,
          title,
        });
      add(one, other, kind);
      add(other, one, inverseOf(kind));
    }
  }
  for (const point of byNumber.values()) point.relations.sort((a, b) => a.number - b.number);
}
