import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { listOf } from '../content/check.ts';
import { contentFolder } from '../content/folder.ts';
import { readContent, type Reading } from '../content/read.ts';
import { completeWorker } from './worker.ts';

/** A map of Astro's without entries, as Astro writes it first. */
const EMPTY = 'export default new Map();';

/** A finished site: its folder and the number of its pages. */
export interface Site {
  folder: string;
  pages: number;
}

/** Reads the content, once, before anything else. Throws one error that lists every problem: nothing is built then. */
export function readGoodContent(): Reading {
  const reading = readContent(contentFolder());
  if (reading.problems.length) throw new Error(listOf(reading.problems));
  return reading;
}

/**
 * Builds the site of the content that was handed over (`handOver`) for an address. All that it writes is below `folder`, so that
 * builds at the same time never meet. Throws what Astro, Vite or a page reports.
 */
export async function makeSite(folder: string, address: URL): Promise<Site> {
  forgetEnvironment();
  prepareMaps(folder);
  // Rolldown's allocator would keep what it has freed to the end, some 70 MB; it reads this when it is loaded.
  process.env.MIMALLOC_PURGE_DELAY ??= '0';
  // Of Astro and Vite what Node compiles is kept for the next build. Only now: a command that stops before need not wait for them.
  enableCompileCache(resolve('node_modules', '.cache', 'compile'));
  const { build } = await import('astro');
  const site = { folder: join(folder, 'site'), pages: 0 };
  await build({
    site: address.origin,
    base: address.pathname,
    outDir: site.folder,
    cacheDir: join(folder, 'astro'),
    logLevel: 'warn',
    logger: { entrypoint: './src/build/log.ts' },
    vite: { cacheDir: join(folder, 'vite') },
    integrations: [{ name: 'count-pages', hooks: { 'astro:build:done': ({ pages }) => void (site.pages = pages.length) } }],
  });
  completeWorker(site.folder, address.pathname);
  return site;
}

/**
 * Takes out of the environment what Astro would take for its own: each variable of the shell becomes `import.meta.env.…`, before the
 * built-in ones of these names.
 */
export function forgetEnvironment(): void {
  for (const name of ['SITE', 'BASE_URL', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR', 'NODE_ENV']) delete process.env[name];
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
}

/**
 * The two maps that Astro keeps in `.astro/` for all builds, empty here: of two builds at once that write them one would rename the file
 * of the other. As they are here Astro leaves them.
 */
function prepareMaps(folder: string): void {
  mkdirSync('.astro', { recursive: true });
  for (const name of ['content-assets.mjs', 'content-modules.mjs']) {
    const path = join('.astro', name);
    if (existsSync(path) && readFileSync(path, 'utf8') === EMPTY) continue;
    writeFileSync(join(folder, name), EMPTY);
    renameSync(join(folder, name), path);
  }
}
