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
export const relations = {
  follows: { label: '承接', inverse: 'leads', arrow: '←', isIncoming: true },
  leads: { label: '推論', inverse: 'follows', arrow: '→' },
  pulls: { label: '互相牽制', inverse: 'pulls', arrow: '⇄', pulls: true },
} satisfies Record<string, RelationRow>;

/** The key of a kind of relation, as the content writes it. */
export type RelationKind = keyof typeof relations;

/** What each kind is called. */
export const relationLabels = Object.fromEntries(Object.entries(relations).map(([kind, { label }]) => [kind, label])) as Record<
  RelationKind,
  string
>;

/** What a relation is, seen from the other point. */
export function inverseOf(kind: RelationKind): RelationKind {
  return relations[kind].inverse as RelationKind;
}

/** Whether two points pull against each other. */
export function isPull(kind: RelationKind): boolean {
  return (relations[kind] as RelationRow).pulls ?? false;
}

/** Whether the reason is told at the other point. */
export function isIncoming(kind: RelationKind): boolean {
  return (relations[kind] as RelationRow).isIncoming ?? false;
}
