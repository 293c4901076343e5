/**
 * Where Astro's warnings and errors go while it builds: to stderr, a line each. What a thrown error tells anyway, with its stack or as
 * “unhandled”, is left out.
 */
export default function log() {
  return {
    write({ label, level, message }: { label: string | null; level: string; message: string }): void {
      const comesAgain = level === 'error' && (label === null || message.startsWith('An unhandled error'));
      if (!comesAgain) console.error(`[${label ?? level}] ${message}`);
    },
  };
}
