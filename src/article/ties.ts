import { isIncoming } from '../text/relations.ts';
import type { Point, Relation } from './article.ts';

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
