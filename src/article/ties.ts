import type { PointValues } from '../content/content.ts';
import { isIncoming, relations, type RelationKind } from '../text/relations.ts';
import type { Words } from '../words.ts';
import type { Point, Relation } from './article.ts';
import type { Writer } from './writer.ts';

/** Each relation is written once and shows on both points: what one leads to, the other carries on. */
export function relate(written: readonly PointValues[], byNumber: ReadonlyMap<number, Point>, { relation }: Words, write: Writer): void {
  for (const { number, relations: own } of written) {
    for (const { to, kind, why } of own) {
      const [one, other] = [byNumber.get(number), byNumber.get(to)];
      if (!one || !other) continue;
      const add = (point: Point, { number, numeral, title }: Point, seen: typeof kind): void =>
        void point.relations.push({
          id: `p${Math.min(one.number, other.number)}-x${Math.max(one.number, other.number)}`,
          kind: seen,
          label: relation[seen].label,
          pulls: relations[seen].pulls ?? false,
          why: write.sentence(why),
          number,
          numeral,
          title,
        });
      add(one, other, kind);
      add(other, one, relations[kind].inverse as RelationKind);
    }
  }
  for (const point of byNumber.values()) point.relations.sort((a, b) => a.number - b.number);
}

/** A relation as the home page tells it: once, from the point where it starts; of two points that pull, from the one that stands first. */
export interface Tie extends Pick<Relation, 'kind' | 'label' | 'pulls' | 'why'> {
  /** Its id on the home page: tie-3-5. */
  id: string;
  from: Point;
  to: Point;
}

/** The relations of an article, each once, in the order of the points where they start. */
export function tiesOf(points: readonly Point[]): Tie[] {
  return points.flatMap((from, place) =>
    from.relations.flatMap(({ number, kind, label, pulls, why }): Tie[] => {
      const to = points.find((point) => point.number === number);
      if (!to || (pulls ? points.indexOf(to) < place : isIncoming(kind))) return [];
      return [{ id: `tie-${from.number}-${number}`, kind, label, pulls, why, from, to }];
    }),
  );
}
