/** The event that tells the page that a file which an element needs could not be had. */
export const MISSING = 'part-missing';

/** Whether that was told; who listens late reads it here. */
export let isMissing = false;

/** Tells the page that a file which an element needs could not be had. */
export function tellMissing(): void {
  isMissing = true;
  dispatchEvent(new Event(MISSING));
}

/** How long who clicked waits for what the click needs, in milliseconds. */
const LIMIT = 2000;

/** How long who searches waits before a sentence says that nothing can be searched now, in milliseconds. */
export const SEARCH_LIMIT = 5000;

/** Why what did not come in time is not there yet: it may still come. */
export class Late extends Error {}

/** What comes; rejects with `Late` where that takes more than so many milliseconds. */
export const inTime = <T>(coming: Promise<T>, limit = LIMIT): Promise<T> =>
  Promise.race([coming, new Promise<never>((_, fail) => setTimeout(() => fail(new Late()), limit))]);

/** What an element needs: where it cannot be had, the page looks whether it is older than the site. */
export function needed<T>(coming: Promise<T>): Promise<T> {
  coming.catch(tellMissing);
  return coming;
}
