import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { openDialog } from '../support/search-page.ts';
import { origin, tried } from '../support/site.ts';
import type { Measured } from './run.ts';

const PAGES = { [`the point ${tried.path}`]: tried.path, home: '/', 'the whole article': '/full/', about: '/about/' };
/** What is asked, in milliseconds: of a control, of one on the whole article, of opening search there, and the longest that a page is blocked. */
const LIMIT = { control: 100, whole: 200, opening: 120, blocked: 200 };
const RUNS = 5;
const TERMS = 5000;

/** How long each control of a page takes until what it does is painted, with a processor four times slower. */
export default async function controls(): Promise<Measured[]> {
  const browser = await startChromium();
  const rows: Measured[] = [];
  for (const [name, path] of Object.entries(PAGES)) {
    const times = await timesOf(browser, path);
    const [slowest, time] = [...times].reduce((most, row) => (row[1] > most[1] ? row : most));
    const limit = path === '/full/' ? LIMIT.whole : LIMIT.control;
    rows.push({
      measure: `${times.size} kinds of controls on ${name}, the slowest until painted`,
      figure: `${time} ms (${slowest})`,
      limit: `${limit} ms`,
      kept: time <= limit,
    });
  }
  const opening: number[] = [];
  for (let run = 0; run < RUNS; run += 1) opening.push(await openingSearch(browser));
  const middle = opening.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  const blocked = await blockedByTerms(browser);
  await browser.close();
  return [
    ...rows,
    {
      measure: 'opening search on the whole article, key to painted',
      figure: `${middle} ms`,
      limit: `${LIMIT.opening} ms`,
      kept: middle <= LIMIT.opening,
    },
    {
      measure: `${TERMS} different terms pasted into search, the longest task`,
      figure: `${blocked} ms`,
      limit: `${LIMIT.blocked} ms`,
      kept: blocked <= LIMIT.blocked,
    },
  ];
}

async function open(browser: Browser, path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.addInitScript(() => {
    const seen = { slowest: 0, blocked: 0 };
    Object.assign(window, { seen });
    const observe = (type: string, key: keyof typeof seen, wanted: (entry: PerformanceEntry) => boolean): void =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (wanted(entry)) seen[key] = Math.max(seen[key], entry.duration);
      }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
    observe('event', 'slowest', (entry) => 'interactionId' in entry && Boolean(entry.interactionId));
    observe('longtask', 'blocked', () => true);
    // A link that leaves the page is the next bench's.
    addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (link && link.pathname !== location.pathname) event.preventDefault();
    });
  });
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  return page;
}

const seen = (page: Page): Promise<{ slowest: number; blocked: number }> =>
  page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 400));
    return (window as unknown as { seen: { slowest: number; blocked: number } }).seen;
  });

/** Clicks one control of each kind, in a page of its own, then one of each kind that it has brought; answers how long each took, in milliseconds. */
async function timesOf(browser: Browser, path: string): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const first = await open(browser, path);
  const kinds = await first.evaluate(kindsInView, []);
  await first.context().close();
  const queue: string[][] = kinds.map((kind) => [kind]);
  for (let way = queue.shift(); way; way = queue.shift()) {
    const page = await open(browser, path);
    const before = way.length === 1 ? await page.evaluate(kindsInView, []) : [];
    for (const kind of way) {
      await page.evaluate(() => Object.assign((window as unknown as { seen: object }).seen, { slowest: 0 }));
      const place = await page.evaluate(placeOf, kind);
      if (!place) break;
      await page.mouse.click(...place);
      // One that leads to another page ends here.
      const after = await seen(page).catch(() => undefined);
      if (!after) break;
      if (kind === way.at(-1)) times.set(kind, Math.max(times.get(kind) ?? 0, after.slowest));
    }
    if (way.length === 1) {
      const shown = await page.evaluate(kindsInView, before).catch(() => []);
      const brought = shown.filter((kind) => !times.has(kind) && !queue.some((other) => other.includes(kind)));
      for (const kind of brought) queue.push([...way, kind]);
    }
    await page.context().close();
  }
  return times;
}

/** A selector for each kind of control that can be seen: its element, first class and data attributes. */
function kindsInView(known: string[]): string[] {
  const kinds = [...document.querySelectorAll<HTMLElement>('button, summary, input, a[href^="#"], a.term, a[data-copy]')]
    .filter((node) => node.checkVisibility() && node.getBoundingClientRect().width > 1)
    .map(({ localName, classList, dataset }) => {
      const data = Object.keys(dataset).map((name) => `[data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}]`);
      return localName + (classList[0] ? `.${CSS.escape(classList[0])}` : '') + data.join('');
    });
  return [...new Set(kinds)].filter((kind) => !known.includes(kind));
}

/** Brings the first seen control of a kind into view; answers where it is clicked; undefined where this page has not brought it. */
function placeOf(kind: string): [number, number] | undefined {
  const node = [...document.querySelectorAll<HTMLElement>(kind)].find(
    (one) => one.checkVisibility() && one.getBoundingClientRect().width > 1,
  );
  if (!node) return undefined;
  node.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = node.getClientRects()[0]!;
  return [left + width / 2, top + height / 2];
}

/** From the key until the field of search is painted and has the focus, in milliseconds. */
async function openingSearch(browser: Browser): Promise<number> {
  const page = await open(browser, '/full/');
  await page.waitForFunction(() => customElements.get('search-entry'));
  await page.evaluate(() => {
    let start = 0;
    addEventListener('keydown', () => (start ||= performance.now()), true);
    const shown = new Promise<number>((done) => {
      const look = (): void => {
        const isOpen = start && document.activeElement?.matches('dialog.search[open] input');
        if (isOpen) setTimeout(() => done(Math.round(performance.now() - start)));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    Object.assign(window, { shown });
  });
  await page.keyboard.press('/');
  const time = await page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown);
  await page.context().close();
  return time;
}

/** The longest task while the answer to thousands of terms comes, in milliseconds. */
async function blockedByTerms(browser: Browser): Promise<number> {
  const page = await open(browser, tried.path);
  await openDialog(page);
  await page.keyboard.insertText('一');
  await page.locator('[data-search-results][aria-busy=false]').waitFor();
  await page.evaluate(() => Object.assign((window as unknown as { seen: object }).seen, { blocked: 0 }));
  await page.keyboard.insertText(Array.from({ length: TERMS }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(' '));
  await page.waitForTimeout(3000);
  const { blocked } = await seen(page);
  await page.context().close();
  return blocked;
}
