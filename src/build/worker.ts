import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forms } from '../text/forms.ts';
import { memoryKey } from '../text/memory-key.ts';
import type { SiteFiles } from '../worker/site-files.ts';
import { HASHED, below } from './hosts/headers.ts';

/** What is stored for reading and searching offline. Pagefind only answers where the search files hold no text. */
const KEPT = ['**/index.html', '_astro/*', 'fonts/*.woff2', 'search/*.json', '**/{terms,notices}.json'];
const PAGEFIND = 'pagefind/**/*';
/** A digest that no longer version needs: what is compared are the versions of one file. */
const LENGTH = 8;

/**
 * Completes the worker of a built site, `sw.js`, by the list of what it keeps, and writes into every page which version of it this is.
 * @param base path of the site, with a slash at both ends
 */
export function completeWorker(folder: string, base: string): void {
  const files = globSync(KEPT, { cwd: folder }).map((name) => name.replaceAll('\\', '/'));
  const hasText = globSync('search/*.json', { cwd: folder }).every((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).points);
  if (!hasText) files.push(...globSync(PAGEFIND, { cwd: folder }).map((name) => name.replaceAll('\\', '/')));
  const hashed = new RegExp(below('', HASHED));
  const versions = files.sort().map((file): [string, string] => {
    const path = join(folder, file);
    if (hashed.test(file)) return [file, '0'];
    const bytes = readFileSync(path);
    const version = createHash('sha256').update(bytes).digest('hex').slice(0, LENGTH);
    if (!file.endsWith('.html')) return [file, version];
    writeFileSync(
      path,
      String(bytes).replace(/<html[^>]*/, (tag) => `${tag} data-version="${version}"`),
    );
    return [file.replace(/index\.html$/, ''), version];
  });
  const told: SiteFiles = {
    key: memoryKey(base, ''),
    store: memoryKey(base, 'files-1'),
    files: Object.fromEntries(versions),
    forms: forms.map(({ path }) => path).filter(Boolean),
    hashed: below('', HASHED),
  };
  const worker = join(folder, 'sw.js');
  writeFileSync(worker, `const siteFiles=${JSON.stringify(told)};\n${readFileSync(worker, 'utf8')}`);
}
