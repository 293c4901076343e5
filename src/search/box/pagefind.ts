import { loadLink } from '../../elements/load-link.ts';
import { preload } from './preload.ts';

/** A point that Pagefind names, with what the build had it answer. */
export interface PagefindResult {
  id: string;
  data(): Promise<{ filters: { answer: string[] } }>;
}

/** The little of Pagefind's browser API that is used: the names of the points that hold a phrase. */
export interface Pagefind {
  options(options: { basePath: string; noWorker: boolean; metaCacheTag: string }): Promise<void>;
  search(phrase: string | null): Promise<{ results: PagefindResult[] }>;
}

/** How long after it has failed Pagefind still rejects promises of its own, in milliseconds. */
const QUIET = 1000;

/**
 * Starts Pagefind: fetches all that it needs at once, then loads it in the page itself, without a worker, and has it find a first
 * phrase. Rejects where a file is missing or the phrase is not found.
 * @param folder where its files lie, with a slash at the end
 * @param files what it needs beside its script and its entry, as the search file lists them
 */
export async function startPagefind(folder: string, files: readonly string[], first: string | null): Promise<Pagefind> {
  const script = `${folder}pagefind.js`;
  const tag = files.join(' ').replace(/\W+/g, '-');
  await Promise.all([
    // Where the browser does not know it, nothing would ever come of it.
    ...(document.createElement('link').relList.supports('modulepreload')
      ? [loadLink({ rel: 'modulepreload', href: script, crossOrigin: 'anonymous' })]
      : []),
    ...[`pagefind-entry.json?ts=${tag}`, ...files].map((file) => preload(folder + file)),
  ]);
  // Pagefind does not look at some of its own promises: where its files are spoilt that is no error of the page.
  const quiet = (event: PromiseRejectionEvent): void => event.preventDefault();
  addEventListener('unhandledrejection', quiet);
  try {
    const pagefind: Pagefind = await import(/* @vite-ignore */ script);
    await pagefind.options({ basePath: folder, noWorker: true, metaCacheTag: tag });
    if (!(await pagefind.search(first)).results.length) throw new Error('Pagefind finds nothing');
    return pagefind;
  } finally {
    setTimeout(() => removeEventListener('unhandledrejection', quiet), QUIET);
  }
}
