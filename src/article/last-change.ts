/** The day on which any of the article's text last changed, YYYY-MM-DD. */
export function lastChange({ lead, points }: { lead: { updated: string }; points: readonly { updated: string }[] }): string {
  return points.reduce((last, { updated }) => (updated > last ? updated : last), lead.updated);
}

/** Of some parts of the article those that changed last. */
export function lastChanged<Part extends { updated: string }>(parts: readonly Part[]): Part[] {
  const last = parts.reduce((day, { updated }) => (updated > day ? updated : day), '');
  return parts.filter(({ updated }) => updated === last);
}
