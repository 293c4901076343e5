import { launch, type Browser } from 'puppeteer-core';
import { findBrowser } from '../support/browsers.ts';
import { flags } from '../support/engines.ts';
import { serve } from '../support/server.ts';
import { dist } from '../support/site.ts';
import type { Measured } from './run.ts';

const RUNS = 5;
/** A slow phone's line: 1.6 Mbit/s, 150 ms; and its processor. */
const SLOW = { download: 200_000, upload: 200_000, latency: 150 };
/** How long a reader reads before going on, hovers, and touches before the click, in milliseconds. */
const READS = 3000;
const WAYS = { hover: 400, touch: 60 };

/** From the click on a link until the next point is painted, on a slow phone: the link to the next point and one to another. */
export default async function next(): Promise<Measured[]> {
  const { close, origin } = await serve(dist);
  const browser = await launch({ executablePath: findBrowser('chromium')!, args: flags });
  const times = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run += 1)
    for (const [way, rests] of Object.entries(WAYS))
      for (const [what, selector, limit] of [
        ['next point', '.neighbours a[rel=next]', { hover: 150, touch: 200 }],
        ['another point', '.relations a[href^="/"]', { hover: 298, touch: 334 }],
      ] as const) {
        const key = JSON.stringify([`${what}, slow phone, click to shown after ${way}`, limit[way as keyof typeof limit]]);
        times.set(key, [...(times.get(key) ?? []), await click(browser, origin, selector, way === 'touch', rests)]);
      }
  await browser.close();
  close();
  return [...times].map(([key, values]) => {
    const [measure, limit] = JSON.parse(key) as [string, number];
    const time = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
    return { measure, figure: `${Math.round(time)} ms`, limit: `${limit} ms`, kept: time <= limit };
  });
}

/** Opens a point in a browser without memory, rests on a link with the pointer or a finger, follows it; answers the time until the page that it leads to was painted. */
async function click(browser: Browser, origin: string, selector: string, byTouch: boolean, rests: number): Promise<number> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 390, height: 844, hasTouch: byTouch, isMobile: byTouch });
  await page.emulateNetworkConditions(SLOW);
  await page.emulateCPUThrottling(4);
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
  if (byTouch) await page.touchscreen.touchEnd();
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
