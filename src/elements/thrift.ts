/** What is known of the line (Network Information API); no more than this is used. */
interface Line {
  saveData?: boolean;
  type?: string;
  effectiveType?: string;
}

/**
 * Whether nothing may be fetched in advance: the reader saves data, pays for it, or has a slow line. Where a browser tells nothing it may.
 */
export function isThrifty(): boolean {
  const { connection: line } = navigator as Navigator & { connection?: Line };
  return line !== undefined && (line.saveData === true || line.type === 'cellular' || /2g/.test(line.effectiveType ?? ''));
}
