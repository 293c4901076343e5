/** A row of the list of retired ids: where its text went, or why it is gone. */
export type Retired = { id: string; to: string } | { id: string; why: string };

/** The living id at the end of a chain of retired ids; undefined where the chain ends in nothing or in a circle. */
export function livingId(id: string, rows: readonly Retired[], lives: (id: string) => boolean): string | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const passed = new Set<string>();
  let next = id;
  while (!passed.has(next)) {
    passed.add(next);
    const row = byId.get(next);
    if (!row) return lives(next) ? next : undefined;
    if (!('to' in row)) return undefined;
    next = row.to;
  }
  return undefined;
}
