import { isPrepared, whenShown } from './shown.ts';

/** Lays a page out that is prepared before its reader comes: left to itself a browser does so when it shows it, while the reader waits. */
export function layOutUnseen(): void {
  if (!isPrepared()) return;
  const layOut = (): void => void document.body.getBoundingClientRect();
  layOut();
  // What was laid out has asked for its fonts.
  void document.fonts.ready.then(layOut);
}

/** Does what nobody waits for: at once, but for a page that was prepared once it is shown and at rest, for it is to be painted first. */
export function whenSeen(run: () => void): void {
  if (isPrepared()) whenShown(() => requestIdleCallback(run, { timeout: 1000 }));
  else run();
}
