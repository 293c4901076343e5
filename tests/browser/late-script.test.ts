import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page, Route } from 'playwright-core';
import { engines, startChromium } from '../support/engines.ts';
import { search, hits, settled } from '../support/search-page.ts';
import { serve } from '../support/server.ts';
import { sought } from '../support/search.ts';
import { derived } from '../support/forms.ts';
import { dist, origin, sample, tooShort, tried } from '../support/site.ts';
import { openTab } from '../support/tabs.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** How much later than without script a unit may be in view, in milliseconds, the best of some tries: what a busy machine differs by. */
const TOLERANCE = 700;
const TRIES = 3;
/** How late a late script is, in milliseconds. */
const LATE = 3000;

/**
 * A page that notes when the unit of its address is in view, in milliseconds from opening, and what to do with every script that it asks
 * for.
 */
async function watching(answer: (route: Route) => unknown): Promise<{ page: Page; landed: () => Promise<number> }> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })).newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.route('**/*.js', (route) => void answer(route));
  await page.addInitScript(() => {
    const look = (): void => {
      const box = document.getElementById(location.hash.slice(1))?.getBoundingClientRect();
      if (box && scrollY > 0 && box.top >= 0 && box.bottom <= innerHeight) Object.assign(window, { landed: performance.now() });
      else requestAnimationFrame(look);
    };
    look();
  });
  const landed = async (): Promise<number> =>
    (await page.waitForFunction(() => (window as unknown as { landed?: number }).landed)).jsonValue() as Promise<number>;
  return { page, landed };
}

test(
  'a link to a unit lands as soon as without script when every script is late, and when none ever comes',
  { skip: tooShort },
  async () => {
    const answers: ((route: Route) => unknown)[] = [
      (route) => route.abort(),
      (route) => setTimeout(() => void route.continue().catch(() => undefined), LATE),
      () => undefined,
    ];
    const best = answers.map(() => Infinity);
    const asSoon = (): boolean => Math.max(...best) <= best[0]! + TOLERANCE;
    for (let round = 0; round < TRIES && (round === 0 || !asSoon()); round += 1)
      for (const [index, answer] of answers.entries()) {
        const { page, landed } = await watching(answer);
        await page.goto(`${origin}${tried.path}#${tried.unit}`, { waitUntil: 'commit' });
        best[index] = Math.min(best[index]!, await landed());
        await page.context().close();
      }
    assert.ok(asSoon(), `without script, late, never: ${best.map(Math.round).join(', ')} ms`);
  },
);

for (const name of engines.filter((name) => name !== 'chromium'))
  test(`a link to a unit lands while every script is still awaited (${name})`, async (t) => {
    const never = (path: string) => (path.endsWith('.js') ? new Promise(() => undefined) : undefined);
    const { close, origin } = await serve(dist, '/', never, true);
    t.after(close);
    const tab = await openTab(t, name, 1280, 900);
    // In a frame: a driver waits for a page that loads.
    await tab.open(`${origin}/robots.txt`);
    const landed = await tab.run(async ({ path, unit }) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src: `${path}#${unit}`, width: '1200', height: '800' });
      document.documentElement.append(frame);
      for (let wait = 0; wait < 250; wait += 1) {
        const page = frame.contentWindow!;
        const box = page.document.getElementById(unit)?.getBoundingClientRect();
        if (box && page.scrollY > 0 && box.top >= 0 && box.bottom <= page.innerHeight)
          return page.customElements.get('search-entry') ?? 'landed';
        await new Promise((done) => setTimeout(done, 20));
      }
      return 'never';
    }, tried);
    assert.equal(landed, 'landed');
  });

/** A page whose scripts wait until they are let go, from now on. */
async function holding(page: Page): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/*.js', (route) => promise.then(() => route.continue()));
  return async () => {
    resolve();
    await page.waitForFunction(() => customElements.get('search-entry'));
  };
}

async function open(address: string): Promise<{ page: Page; letGo: () => Promise<void> }> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })).newPage();
  page.on('pageerror', (error) => assert.fail(error));
  const letGo = await holding(page);
  await page.goto(origin + address, { waitUntil: 'commit' });
  await page.locator('search-entry').waitFor({ state: 'attached' });
  return { page, letGo };
}

test('a script that comes late still says that a passage is not there', async () => {
  const { page, letGo } = await open(`${tried.path}#${tried.unit}99`);
  await letGo();
  await page.locator('copy-line [role=status]:not(:empty)').waitFor();
  await page.context().close();
});

const oneOnly = !sought.elsewhere && 'every word of this article stands in one point';
test('a script that comes late still marks what search had found', { skip: oneOnly }, async () => {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(origin + tried.path);
  await search(page, sought.elsewhere!);
  const unit = (await hits(page)).find((id) => !id.startsWith(tried.unit.replace(/\d+$/, '')));
  const letGo = await holding(page);
  await page.locator(`[data-hit="${unit}"]`).click({ noWaitAfter: true });
  await page.waitForURL((url) => url.hash === `#${unit}`, { waitUntil: 'commit' });
  await letGo();
  await page.waitForFunction(() => CSS.highlights.has('search'));
  await page.context().close();
});

for (const fragment of sample(['', `#${tried.paragraphs[6]}`], 1))
  for (const moves of [false, true])
    test(
      `a script that comes late ${moves ? 'leaves the page to a reader who has moved' : 'still restores the reading place'} (${tried.path}${fragment})`,
      { skip: tooShort },
      async () => {
        const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })).newPage();
        await page.goto(origin + tried.path + fragment);
        await page.waitForTimeout(300);
        await page.evaluate(() => scrollTo(0, 900));
        const topOf = (id: string): number => document.getElementById(id)!.getBoundingClientRect().top;
        const before = await page.evaluate(topOf, tried.paragraphs[3]!);
        const letGo = await holding(page);
        await page.locator('form-switch a:not([aria-current])').first().click({ noWaitAfter: true });
        await page.waitForURL(`**/${derived[0]!.path}${tried.path}${fragment}`, { waitUntil: 'commit' });
        await page.locator('search-entry').waitFor({ state: 'attached' });
        await page.waitForTimeout(300);
        if (moves) await page.mouse.wheel(0, 333);
        await page.waitForTimeout(300);
        const there = await page.evaluate(() => scrollY);
        await letGo();
        await page.waitForTimeout(500);
        if (moves) assert.equal(await page.evaluate(() => scrollY), there);
        else assert.ok(Math.abs((await page.evaluate(topOf, tried.paragraphs[3]!)) - before) <= 0.5);
        await page.mouse.wheel(0, 100);
        await page.waitForTimeout(1500);
        const now = await page.evaluate(() => scrollY);
        assert.ok(moves ? Math.abs(now - there - 100) < 1 : now > 0, 'and afterwards the reader moves freely');
        await page.context().close();
      },
    );

test('a panel that was opened before the script came stays open until it is closed', async () => {
  const { page, letGo } = await open(tried.path);
  await page.locator('share-panel summary').first().click();
  const panel = page.locator('#share');
  assert.ok(await panel.isVisible());
  await letGo();
  await page.waitForTimeout(200);
  assert.ok(await panel.isVisible());
  await page.locator('share-panel summary').first().click();
  const button = page.locator('[data-share]');
  await button.waitFor();
  assert.ok(await panel.isHidden());
  await button.click();
  await panel.locator('[data-copy=link]').waitFor();
  await page.context().close();
});

test('what was typed on the page of search before its script came is searched', async () => {
  const { page, letGo } = await open('/search/');
  await page.focus('[name=q]');
  await page.keyboard.insertText(sought.word);
  await letGo();
  await settled(page, sought.word);
  assert.ok((await hits(page)).length > 0);
  await page.context().close();
});

test('words that were selected before the script came get their button', async () => {
  const { page, letGo } = await open(tried.path);
  await page.evaluate((unit) => getSelection()!.selectAllChildren(document.getElementById(unit)!), tried.unit);
  await letGo();
  await page.locator('quote-link button').waitFor();
  await page.context().close();
});
