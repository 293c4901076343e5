import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { launch, type Page } from 'puppeteer-core';
import { findBrowser } from '../support/browsers.ts';
import { flags } from '../support/engines.ts';
import { serve } from '../support/server.ts';
import { dist, keyOf, pointPages } from '../support/site.ts';

const NEXT = '.neighbours a[rel=next]';
/** A point that another one follows, and that one. */
const [here, next = ''] = (() => {
  const { path, $ } = pointPages.find(({ $ }) => $(NEXT).length) ?? pointPages[0]!;
  return [path, $(NEXT).attr('href')];
})();

/** A page in a browser that prepares pages, which Chromium does not where Playwright drives it. The next point waits until it is let go. */
async function reader(t: TestContext): Promise<{ page: Page; origin: string; isAsked: Promise<void>; letGo(): void }> {
  const asked = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const { close, origin } = await serve(dist, '/', (path) => (path === next ? (asked.resolve(), free.promise) : undefined));
  t.after(close);
  const browser = await launch({
    executablePath: findBrowser('chromium')!,
    args: flags,
    // Drivers switch it off.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  t.after(() => browser.close());
  return { page: await browser.newPage(), origin, isAsked: asked.promise, letGo: free.resolve };
}

/** Waits until a condition holds in the page, whichever that is now. */
async function until(page: Page, holds: (path: string) => boolean, path = ''): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await page.evaluate(holds, path).catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`it never came to ${holds}`);
}

test(
  'the next point stands ready before it is asked for, touches no memory until it is shown, and then has what was chosen meanwhile',
  { skip: !next && 'no point follows another one' },
  async (t) => {
    const { page, origin, isAsked, letGo } = await reader(t);
    await page.goto(origin + here);
    await isAsked;
    const [theme, landings] = [keyOf('theme'), keyOf('landings')];
    // Spoilt: a page that reads it forgets it.
    await page.evaluate((key) => (localStorage[key] = 'spoilt'), landings);
    letGo();
    await new Promise((done) => setTimeout(done, 2000));
    assert.equal(await page.evaluate((key) => localStorage[key], landings), 'spoilt');
    await page.evaluate((key) => (localStorage[key] = '"dark"'), theme);
    await page.$eval(NEXT, (link) => (link as HTMLElement).click());
    await until(page, (next) => location.pathname === next && document.documentElement.dataset.theme === 'dark', next);
    const [entry] = await page.evaluate(() =>
      performance.getEntriesByType('navigation').map((entry) => (entry as unknown as { activationStart: number }).activationStart),
    );
    assert.ok(entry! > 0, 'it was drawn in advance');
    await until(page, () => !Object.values(localStorage).includes('spoilt'));
  },
);

test('a page comes back from the back button as it was left', async (t) => {
  const { page, origin, letGo } = await reader(t);
  letGo();
  // A page that still waits for something may not be kept.
  await page.goto(origin + here, { waitUntil: 'networkidle0' });
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.goto(`${origin}/about/`);
  await page.evaluate(() => history.back());
  await until(page, (here) => location.pathname === here && 'same' in window, here);
});
