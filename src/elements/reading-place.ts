/** What marks a place: units, and what has an id outside them; the headings of sections stay in sight, so they mark none. */
const MARKS = '[data-unit], main [id]:not(:has([id]), [data-unit] *, .section-head)';
/** So near the top, in pixels, the bar with its switch is in sight. */
const TOP = 100;

let last = 0;
let rest = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Follows where the reader rests, for the place is not lost by going up to the bar: where the page lay still, or was before a jump. */
export function followReading(): void {
  const settle = (): void => void (rest = last = scrollY);
  addEventListener('load', settle);
  addEventListener('hashchange', settle);
  addEventListener(
    'scroll',
    () => {
      if (Math.abs(scrollY - last) > innerHeight) rest = last;
      last = scrollY;
      clearTimeout(timer);
      timer = setTimeout(settle, scrollY < TOP ? 3000 : 1000);
    },
    { passive: true },
  );
}

/** Notes the unit that is being read and its height on the screen for the page at a path, which opens next in this tab; `byHand` if the reader may have gone up to click. */
export function notePlace(path: string, byHand: boolean): void {
  const up = byHand && scrollY < TOP ? rest - scrollY : 0;
  const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const marks = [...document.querySelectorAll(MARKS)];
  const mark = marks.find((one) => one.getBoundingClientRect().bottom - up > edge) ?? marks.at(-1);
  if (mark) sessionStorage.setItem('place', JSON.stringify([path, mark.id, mark.getBoundingClientRect().top - up]));
}

/** Puts the noted unit at its height, and again when the browser goes to the fragment, which on a busy device it does long after loading; until the reader moves. */
export function restorePlace(): void {
  const [path, id, height] = JSON.parse(sessionStorage.getItem('place') ?? '[]') as [string?, string?, number?];
  sessionStorage.removeItem('place');
  const mark = path === location.pathname && document.getElementById(id ?? '');
  if (!mark) return;
  const put = (): void => scrollBy({ top: mark.getBoundingClientRect().top - height!, behavior: 'instant' });
  put();
  const moved = new AbortController();
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(type, () => moved.abort(), { once: true });
  for (const type of ['load', 'scroll']) addEventListener(type, put, { signal: moved.signal });
  addEventListener('load', () => setTimeout(() => moved.abort(), 1000));
}
