import { listOf } from '../check.ts';
import type { Problem } from '../files.ts';

/** Ends a command with 1, with all that keeps it from its work, where there is anything. */
export function stopAt(problems: readonly Problem[], what: string): void {
  if (!problems.length) return;
  console.error(`${what}。${listOf(problems)}`);
  process.exit(1);
}
