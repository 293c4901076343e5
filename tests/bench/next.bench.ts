import { launch, type Browser } from 'puppeteer-core';
import { writeBareSite } from '../support/bare.ts';
import { findBrowser } from '../support/browsers.ts';
import { flags } from '../support/engines.ts';
import { serve } from '../support/server.ts';
import { dist } from '../support/site.ts';
import { slowPhone } from '../support/slow-phone.ts';
import type { Measured } from './run.ts';

const RUNS = 5;
/** How long a reader reads before going on, hovers, and touches before the click, in milliseconds. */
const READS = 3000;
const WAYS = { hover: 400, touch: 60 };

const LINKS = {
  'next point': '.neighbours a[rel=next]',
  'another point': '.relations a[href^="/"]',
};
/** What is asked of the next point, in milliseconds; of another it is the time of the bare page. */
const LIMITS: Record<string, number> = { 'next point, hover': 150, 'next point, touch': 200 };

/**
 * From the click on a link until the next point is painted, on a slow phone: the link to the next point and one to another, by turns with
 * bare pages of the same text.
 */
export default async function next(): Promise<Measured[]> {
  const sites = { ours: await serve(dist), bare: await serve(writeBareSite(Object.values(LINKS))) };
  const browser = await launch({ executablePath: findBrowser('chromium')!, args: flags });
  const times = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run += 1)
    for (const [way, rests] of Object.entries(WAYS))
      for (const [what, selector] of Object.entries(LINKS))
        for (const [site, { origin }] of Object.entries(sites)) {
          const key = `${what}, ${way}, ${site}`;
          times.set(key, [...(times.get(key) ?? []), await click(browser, origin, selector, way === 'touch', rests)]);
        }
  await browser.close();
  for (const { close } of Object.values(sites)) close();
  const timeOf = (key: string): number => Math.round(times.get(key)!.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!);
  return Object.keys(LINKS).flatMap((what) =>
    Object.keys(WAYS).map((way) => {
      const [ours, bare] = [timeOf(`${what}, ${way}, ours`), timeOf(`${what}, ${way}, bare`)];
      const limit = LIMITS[`${what}, ${way}`] ?? bare;
      const measure = `${what}, slow phone, click to shown after ${way}`;
      return { measure, figure: `${ours} ms (bare page ${bare} ms)`, limit: `${limit} ms`, kept: ours <= limit };
    }),
  );
}

/**
 * Opens a point in a browser without memory, rests on a link with the pointer or a finger, follows it; answers the time until the page
 * that it leads to was painted.
 */
async function click(browser: Browser, origin: string, selector: string, byTouch: boolean, rests: number): Promise<number> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await slowPhone(page, byTouch);
  await page.goto(`${origin}/5/`);
  await new Promise((done) => setTimeout(done, READS));
  const link = (await page.$(selector))!;
  await link.evaluate((node) => {
    node.scrollIntoView({ block: 'center' });
    node.addEventListener('click', () => (localStorage.clicked = String(Date.now())));
  });
  const { x, y } = await link.clickablePoint();
  if (byTouch) await page.touchscreen.touchStart(x, y);
  else await page.mouse.move(x, y);
  await new Promise((done) => setTimeout(done, rests));
  // The page that was prerendered takes this one's place before it has answered.
  if (byTouch) await page.touchscreen.touchEnd().catch(() => undefined);
  else await page.mouse.click(x, y);
  for (let tries = 0; tries < 200; tries += 1) {
    const time = await page.evaluate(painted).catch(() => undefined);
    if (time) {
      await context.close();
      return time;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the next page was never painted');
}

/** When this page was painted for its reader, in milliseconds after the click; undefined before that, and on the page of the link. */
function painted(): number | undefined {
  const [entry] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & { activationStart: number })[];
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  if (location.pathname === '/5/' || !entry || !paint) return undefined;
  return performance.timeOrigin + Math.max(paint.startTime, entry.activationStart) - Number(localStorage.clicked);
}
