/**
 * Does something once the page is shown: at once, but for one that is prepared before its reader comes, which has nothing to say or to
 * remember.
 */
export function whenShown(run: () => void): void {
  if ((document as { prerendering?: boolean }).prerendering) document.addEventListener('prerenderingchange', run, { once: true });
  else run();
}
