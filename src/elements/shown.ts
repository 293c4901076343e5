/** Whether the page is prepared unseen, for a reader who may come to it (Speculation Rules). */
export const isPrepared = (): boolean => Boolean((document as { prerendering?: boolean }).prerendering);

/**
 * Does something once the page is shown: at once, but for one that is prepared before its reader comes, which has nothing to say or to
 * remember.
 */
export function whenShown(run: () => void): void {
  if (isPrepared()) document.addEventListener('prerenderingchange', run, { once: true });
  else run();
}
