/** The day on which any of the article's text last changed, YYYY-MM-DD. */
export function lastChange({ lead, points }: { lead: { updated: string }; points: readonly { updated: string }[] }): string {
  return points.reduce((last, { updated }) => (updated > last ? updated : last), lead.updated);
}
