import { recall, remember } from './device-memory.ts';

/**
 * What marks a place: units, and what has an id outside them, but not what holds units; the headings of sections stay in sight, so they
 * mark none.
 */
const MARKS = '[data-unit], main [id]:not([data-unit] *, article, section, .brief, .section-head)';
/** So near the top, in pixels, the bar with its switch is in sight. */
const TOP = 100;

let last = 0;
let rest = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Follows where the reader rests, for the place is not lost by going up to the bar: where the page lay still, or was before a jump. */
export function followReading(): void {
  const settle = (): void => void (rest = last = scrollY);
  settle();
  addEventListener('load', settle);
  addEventListener('hashchange', settle);
  addEventListener('scroll', () => {
    if (Math.abs(scrollY - last) > innerHeight) rest = last;
    last = scrollY;
    clearTimeout(timer);
    timer = setTimeout(settle, scrollY < TOP ? 3000 : 1000);
  });
}

/**
 * Notes the unit that is being read and its height on the screen for the page at a path, which opens next in this tab; `byHand` if the
 * reader may have gone up to click.
 */
export function notePlace(path: string, byHand: boolean): void {
  const up = byHand && scrollY < TOP ? rest - scrollY : 0;
  const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const marks = [...document.querySelectorAll(MARKS)];
  const mark = marks.find((one) => one.getBoundingClientRect().bottom - up > edge) ?? marks.at(-1);
  if (mark) remember('place', [path, mark.id, mark.getBoundingClientRect().top - up]);
}

/**
 * Puts the noted unit at its height, and again when the browser goes to the fragment, which on a busy device it does long after
 * loading; until the reader moves. Does nothing where the reader has moved before this script came.
 */
export function restorePlace(): void {
  const place = recall('place');
  remember('place');
  const mark = place?.[0] === location.pathname && document.getElementById(place[1]);
  if (!mark) return;
  const top = scrollY;
  (document.querySelector(':target') ?? document.body).scrollIntoView();
  // The page lay neither at its top nor where its fragment puts it.
  if (top > 0 && Math.abs(scrollY - top) > 1) return scrollTo(0, top);
  let moved = false;
  const stop = (): void => void (moved = true);
  const put = (): void => {
    if (!moved) scrollBy(0, mark.getBoundingClientRect().top - place[2]);
  };
  const end = (): void => void setTimeout(stop, 1000);
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(type, stop, { once: true });
  for (const type of ['load', 'scroll']) addEventListener(type, put);
  put();
  if (document.readyState === 'complete') end();
  else addEventListener('load', end);
}
