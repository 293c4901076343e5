import { MISSING, isMissing } from './in-time.ts';
import { sayOfPage } from './page-note.ts';
import { registerWorker } from './worker.ts';

/**
 * Says of a page that it is a stored copy, or older than what the site has now, which it learns from the worker, and looks for itself
 * where a part of it is missing. A page that is just being edited has no version and follows nothing.
 */
export function followSite(): void {
  const { version, stored } = document.documentElement.dataset;
  if (!version) return;
  const say = (what: 'stored' | 'older', since = new Date()): void => void sayOfPage(what, since).catch(() => undefined);
  const compare = (current: unknown): void => {
    if (typeof current === 'string' && current !== version) say('older');
  };
  if (stored) say('stored', new Date(stored));
  let looks: Promise<void> | undefined;
  const looked = (): void => (looks = undefined);
  const look = (): void => void (looks ??= currentVersion().then(compare).then(looked, looked));
  addEventListener(MISSING, look);
  // A reader may have asked before this came.
  if (isMissing) look();
  void registerWorker(compare);
}

/** The version of this page that the site has now; undefined where it tells none. Rejects where the site cannot be reached. */
async function currentVersion(): Promise<string | undefined> {
  const page = await fetch(location.pathname, { cache: 'no-cache' });
  return /<html[^>]* data-version="(\w+)"/.exec(await page.text())?.[1];
}
