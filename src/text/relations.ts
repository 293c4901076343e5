/** How one point bears on another, seen from the one that writes it down. */
export interface RelationRow {
  label: string;
  /** What it is seen from the other point. */
  inverse: string;
  /** Stands between the two numerals. */
  arrow: string;
  /** The points pull against each other: drawn dashed, filed under neither side. */
  pulls?: boolean;
  /** The reason is told at the other point, from which it starts. */
  isIncoming?: boolean;
}

/** The kinds of relation; one more is one more row. */
const rows = {
  follows: { label: '承接', inverse: 'leads', arrow: '←', isIncoming: true },
  leads: { label: '推論', inverse: 'follows', arrow: '→' },
  pulls: { label: '互相牽制', inverse: 'pulls', arrow: '⇄', pulls: true },
} satisfies Record<string, RelationRow>;

/** The key of a kind of relation, as the content writes it. */
export type RelationKind = keyof typeof rows;
export const relations: Readonly<Record<RelationKind, RelationRow>> = rows;

/** Whether the reason is told at the other point. */
export function isIncoming(kind: RelationKind): boolean {
  return relations[kind].isIncoming ?? false;
}
