import { join } from 'node:path';

/** Where the tests' server shows the built site, without a slash at the end. */
export const origin = process.env.TEST_ORIGIN ?? 'http://localhost:4321';
/** The address that the site was built for. */
export const builtFor = 'http://localhost:4321/';
/** Whether every loop runs whole (`npm run test:full`). */
export const full = process.env.TEST_FULL === '1';
/** The folder of the built site: the one that `npm test` built, else for a file that is run alone `dist/`. */
export const dist = process.env.TEST_SITE ?? join(process.cwd(), 'dist');

/** All of a list in a full run, else a part of it that depends on nothing but its length. */
export function sample<T>(items: readonly T[], size: number): readonly T[] {
  if (full || items.length <= size) return items;
  return Array.from({ length: size }, (_, index) => items[Math.floor(((index + 0.5) * items.length) / size)]!);
}
