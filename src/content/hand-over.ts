import type { Reading } from './read.ts';

/** Astro runs the loader in an instance of this module of its own, so the reading passes through what both share. */
const shared = globalThis as { [PLACE]?: Reading | undefined };
const PLACE = Symbol.for('content read by the command');

/** Hands the content that a command has read, and found good, to the loader of the build that it starts: each file is read once. */
export function handOver(reading: Reading): void {
  shared[PLACE] = reading;
}

/** The reading that was handed over, if any. It is kept no longer: parsed files take more memory than all that is made of them. */
export function takeOver(): Reading | undefined {
  const reading = shared[PLACE];
  shared[PLACE] = undefined;
  return reading;
}
