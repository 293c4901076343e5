/** Those of some parts of the article that changed last, and the day, YYYY-MM-DD. */
export function lastChanged<Part extends { updated: string }>(parts: readonly Part[]): { day: string; parts: Part[] } {
  const day = parts.reduce((last, { updated }) => (updated > last ? updated : last), '');
  return { day, parts: parts.filter(({ updated }) => updated === day) };
}

/** The day on which any of the article's text last changed, YYYY-MM-DD. */
export function lastChange({ lead, points }: { lead: { updated: string }; points: readonly { updated: string }[] }): string {
  return lastChanged([lead, ...points]).day;
}
