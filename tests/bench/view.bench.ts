import { launch, type Browser } from 'puppeteer-core';
import { writeBareSite } from '../support/bare.ts';
import { findBrowser } from '../support/browsers.ts';
import { flags } from '../support/engines.ts';
import { serve } from '../support/server.ts';
import { dist, tried } from '../support/site.ts';
import { slowPhone } from '../support/slow-phone.ts';
import type { Measured } from './run.ts';

const RUNS = 9;
/** How long after loading the work of a page is counted, in milliseconds. */
const SETTLES = 2000;
/** The most that a page may take of what the bare page takes. */
const LIMITS = { 'largest paint': 1.1, 'unit in view': 1.1, 'main thread': 1.5, 'style and layout': 1.5 };

type Kind = keyof typeof LIMITS;
/** In milliseconds. */
type View = Record<Kind, number>;

/** The first view of a point on a slow phone, opened as it is and at a unit, by turns with a bare page of the same text. */
export default async function view(): Promise<Measured[]> {
  const sites = { ours: await serve(dist), bare: await serve(writeBareSite()) };
  const browser = await launch({ executablePath: findBrowser('chromium')!, args: flags });
  const views = { ours: [] as View[], bare: [] as View[] };
  const atUnit = { ours: [] as View[], bare: [] as View[] };
  for (let run = 0; run < RUNS; run += 1)
    for (const site of ['ours', 'bare'] as const) {
      views[site].push(await open(browser, sites[site].origin + tried.path));
      atUnit[site].push(await open(browser, `${sites[site].origin}${tried.path}#${tried.unit}`));
    }
  await browser.close();
  for (const { close } of Object.values(sites)) close();
  const row = (measure: string, ours: number, bare: number, most: number): Measured => ({
    measure: `slow phone, ${tried.path}${measure}`,
    figure: `${Math.round(ours)} ms, ${(ours / bare).toFixed(2)} × bare page (${Math.round(bare)} ms)`,
    limit: `${most} ×`,
    kept: ours / bare <= most,
  });
  const kinds = Object.keys(LIMITS) as Kind[];
  return [
    ...kinds
      .filter((kind) => kind !== 'unit in view')
      .map((kind) => row(`, ${kind}`, median(views.ours, kind), median(views.bare, kind), LIMITS[kind])),
    ...(['largest paint', 'unit in view'] as const).map((kind) =>
      row(`#${tried.unit}, ${kind}`, median(atUnit.ours, kind), median(atUnit.bare, kind), LIMITS[kind]),
    ),
  ];
}

const median = (views: View[], kind: Kind): number => views.map((view) => view[kind]).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!;

/** Opens an address in a browser without memory. */
async function open(browser: Browser, address: string): Promise<View> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await slowPhone(page);
  await page.evaluateOnNewDocument(watch);
  await page.goto(address, { waitUntil: 'load' });
  await new Promise((done) => setTimeout(done, SETTLES));
  const { TaskDuration = 0, LayoutDuration = 0, RecalcStyleDuration = 0 } = await page.metrics();
  const { paint, inView } = await page.evaluate(() => (window as unknown as { seen: { paint: number; inView: number } }).seen);
  await context.close();
  return {
    'largest paint': paint,
    'unit in view': inView,
    'main thread': TaskDuration * 1000,
    'style and layout': (LayoutDuration + RecalcStyleDuration) * 1000,
  };
}

/** Notes when the largest part of the page was painted, and from which frame on the unit of the fragment stood in the window. */
function watch(): void {
  const seen = { paint: 0, inView: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => (seen.paint = list.getEntries().at(-1)!.startTime)).observe({
    type: 'largest-contentful-paint',
    buffered: true,
  });
  let was = false;
  const look = (): void => {
    const top = document.getElementById(location.hash.slice(1))?.getBoundingClientRect().top ?? -1;
    const is = top >= 0 && top < innerHeight;
    if (is && !was) seen.inView = performance.now();
    was = is;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
