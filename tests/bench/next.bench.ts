import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { ownFolder } from '../../src/build/own-folder.ts';
import { findBrowser } from '../support/browsers.ts';
import { flags } from '../support/engines.ts';
import { serve } from '../support/server.ts';
import { dist, pointPages } from '../support/site.ts';
import type { Measured } from './run.ts';

const RUNS = 5;
/** A slow phone's line: 1.6 Mbit/s, 150 ms; and its processor. */
const SLOW = { download: 200_000, upload: 200_000, latency: 150 };
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
  const sites = { ours: await serve(dist), bare: await serve(writeBareSite()) };
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

/** The points as pages without style and script: the text of each unit, and the links that are followed. Answers their folder. */
function writeBareSite(): string {
  const folder = join(ownFolder(), 'bare');
  for (const { path, $ } of pointPages) {
    const units = $('[data-unit]').get();
    const texts = units.map((unit) => `<p>${$(unit).text()}</p>`);
    const links = Object.values(LINKS).map((selector) => {
      const { rel, href = '' } = $(selector).first().attr() ?? {};
      const part = selector.slice(1, selector.indexOf(' '));
      return href && `<p class="${part}"><a ${rel ? `rel="${rel}" ` : ''}href="${href}">${$(selector).first().text()}</a></p>`;
    });
    const html = `<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${$('title').text()}</title>`;
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), [html, ...texts, ...links].join(''));
  }
  return folder;
}

/**
 * Opens a point in a browser without memory, rests on a link with the pointer or a finger, follows it; answers the time until the page
 * that it leads to was painted.
 */
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
