import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import { forms, master } from '../../src/text/forms.ts';
import { engines, startChromium, type Tab } from '../support/engines.ts';
import { derived } from '../support/forms.ts';
import { countShifts, shiftOf } from '../support/shift.ts';
import { keyOf, origin, pages, pointPages, sample, tried } from '../support/site.ts';
import { openTab } from '../support/tabs.ts';

const other = derived[0]!;
const toOther = `a[data-variant="${other.id}"]`;
/** The point that is tried, in the other form; its first paragraph, and one farther down. */
const there = `/${other.path}${tried.path}`;
const first = tried.paragraphs[0]!;
const unit = tried.paragraphs[6] ?? tried.unit;

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** Half a pixel: what the browsers themselves round scroll positions by. */
const TOLERANCE = 0.5;

/** Waits until a page at a path has loaded and lies still, and answers its whole address below the host. */
async function arrival(tab: Tab, path: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await new Promise((done) => setTimeout(done, 100));
    const now = await tab
      .run(() => (document.readyState === 'complete' ? [location.pathname, location.pathname + location.search + location.hash] : []))
      .catch(() => []);
    if (now[0] === path) {
      await tab.run(() => new Promise((done) => setTimeout(done, 250)));
      return now[1]!;
    }
  }
  throw new Error(`${path} did not open`);
}

/** The unit, source or retired number that is being read, clear of what stays at the top edge, and where it begins on the screen. */
function readingUnit(): { id: string; top: number } {
  // On a phone the list of sources is folded.
  const units = [...document.querySelectorAll('[data-unit], main :is(li, p)[id]')].filter((one) => one.getClientRects().length);
  const unit = units.find((one) => one.getBoundingClientRect().bottom > 100) ?? units.at(-1)!;
  return { id: unit.id, top: unit.getBoundingClientRect().top };
}

const topOf = (id: string): number => document.getElementById(id)!.getBoundingClientRect().top;

/** Waits as a reader does before moving on: Firefox goes to the fragment once more when the font has come. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 500));

/** Where a unit begins, once it is where it is wanted; a busy WebKit goes to the fragment late, and comes back from it a frame later. */
async function settledTop(tab: Tab, id: string, wanted: number): Promise<number> {
  let now = await tab.run(topOf, id);
  for (let wait = 0; wait < 10 && Math.abs(now - wanted) > TOLERANCE; wait += 1) {
    await new Promise((done) => setTimeout(done, 100));
    now = await tab.run(topOf, id);
  }
  return now;
}

/** Scrolls to a part of the page's height, and waits until what is laid out when it comes into sight has taken its room. */
async function scrollDown(part: number): Promise<void> {
  scrollTo(0, part * document.documentElement.scrollHeight);
  await new Promise((done) => setTimeout(done, 200));
}

/** Where a reader may be: a page, the fragment in its address, how far down, as a part of its height. */
const places = [...pointPages, ...pages.filter(({ page }) => page === 'full/')].flatMap((page) =>
  ['', `#${page.$('.point .para[data-unit]').eq(2).attr('id') ?? tried.unit}`].flatMap((fragment) =>
    [0, 0.2, 0.45, 0.7].map((height) => ({ page, fragment, height })),
  ),
);

for (const name of engines) {
  for (const width of sample(name === 'webkit' ? [450, 1280] : [375, 1280], name === 'chromium' ? 2 : 1)) {
    test(`switching keeps the unit that is being read where it stands (${name}, ${width} px)`, async (t) => {
      const tab = await openTab(t, name, width, 844);
      for (const {
        page: { path, form, page },
        fragment,
        height,
      } of sample(places, 2)) {
        const other = forms.find(({ id }) => id !== form.id)!;
        const target = `/${other.path && `${other.path}/`}${page}`;
        await tab.open(`${origin}${path}?from=there${fragment}`);
        if (fragment) await tab.run(settled);
        await tab.run(scrollDown, height);
        const { id, top } = await tab.run(readingUnit);
        await tab.run((variant) => document.querySelector<HTMLElement>(`a[data-variant="${variant}"]`)!.click(), other.id);
        assert.equal(await arrival(tab, target), `${target}?from=there${fragment}`);
        const now = await settledTop(tab, id, top);
        assert.ok(Math.abs(now - top) <= TOLERANCE, `${path}${fragment} at ${height}: ${id} was at ${top}, is at ${now}`);
      }
    });
  }

  test(`a reader in the middle of a page switches at the top edge, or goes up to the bar and comes back (${name})`, async (t) => {
    const tab = await openTab(t, name, 1280, 844);
    for (const selector of [`.line a[data-variant="${other.id}"]`]) {
      await tab.open(`${origin}${tried.path}#${unit}`);
      await tab.run(settled);
      const top = await tab.run(topOf, unit);
      await tab.click(selector);
      assert.equal(await arrival(tab, there), `${there}#${unit}`);
      const now = await settledTop(tab, unit, top);
      assert.ok(Math.abs(now - top) <= TOLERANCE, `${selector}: ${unit} was at ${top}, is at ${now}`);
    }
  });
}

test('the links follow the fragment before anyone clicks, so that they can be copied', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}${tried.path}?q=a#${first}`);
  const href = (): Promise<string | null> => page.getAttribute(toOther, 'href');
  assert.equal(await href(), `${there}?q=a#${first}`);
  await page.evaluate((unit) => (location.hash = unit), unit);
  await page.waitForFunction(([link, unit]) => document.querySelector(link!)!.getAttribute('href')!.endsWith(`#${unit}`), [toOther, unit]);
  await page.close();
});

test('the choice is remembered by a click, not by a visit, and never redirects', async () => {
  const page = await browser.newPage();
  const remembered = (): Promise<string | null> => page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), keyOf('form'));
  for (const path of ['/', `/${other.path}/`, there]) {
    await page.goto(origin + path);
    assert.equal(await remembered(), null, path);
  }
  await page.click(`a[data-variant="${master.id}"]`);
  assert.equal(await remembered(), master.lang);
  await page.goto(origin + there);
  await page.waitForTimeout(300);
  assert.equal(new URL(page.url()).pathname, there);
  assert.equal(await page.getAttribute('html', 'lang'), other.lang);
  await page.close();
});

/** The languages of the offers that a reader sees on a page. */
async function offers(context: BrowserContext, path: string): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(origin + path);
  await page.waitForFunction(() => customElements.get('form-offer'));
  const seen = await page.locator('form-offer p:visible').evaluateAll((lines) => lines.map((line) => (line as HTMLElement).lang));
  await page.close();
  return seen;
}

/** What is offered on the master's pages and on the other form's to a reader of a language. */
const offered = (lang: string): [onMaster: string[], onOther: string[]] => (lang === master.lang ? [[], [lang]] : [[lang], []]);

const wishes: [language: string, onMaster: string[], onOther: string[]][] = [
  ['zh-CN', ...offered('zh-Hans')],
  ['zh-SG', ...offered('zh-Hans')],
  ['zh', ...offered('zh-Hans')],
  ['zh-TW', ...offered('zh-Hant')],
  ['zh-HK', ...offered('zh-Hant')],
  ['yue', ...offered('zh-Hant')],
  ['en-US', [], []],
  ['ja', [], []],
];

test('a line offers the other script to whom the browser asks for it', async () => {
  for (const [locale, onMaster, onOther] of sample(wishes, 3)) {
    const context = await browser.newContext({ reducedMotion: 'reduce', locale });
    assert.deepEqual(await offers(context, tried.path), onMaster, locale);
    assert.deepEqual(await offers(context, there), onOther, locale);
    await context.close();
  }
});

test('every kind of page offers the other script, that for lost addresses too', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: other.lang === 'zh-Hans' ? 'zh-CN' : 'zh-TW' });
  for (const path of ['/', '/full/', '/search/', '/about/', '/nowhere/']) assert.deepEqual(await offers(context, path), [other.lang], path);
  await context.close();
});

test('the remembered choice outweighs the languages of the browser', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: other.lang === 'zh-Hans' ? 'zh-CN' : 'zh-TW' });
  const page = await context.newPage();
  await page.goto(origin + there);
  await page.click(`a[data-variant="${master.id}"]`);
  assert.deepEqual(await offers(context, tried.path), []);
  assert.deepEqual(await offers(context, there), [master.lang]);
  await context.close();
});

test('the offer moves nothing, leads to the same place, and never comes back once dismissed', async () => {
  for (const width of [375, 1280]) {
    const context = await browser.newContext({
      reducedMotion: 'reduce',
      locale: other.lang === 'zh-Hans' ? 'zh-CN' : 'zh-TW',
      viewport: { width, height: 844 },
    });
    await countShifts(context);
    // A late font's own shift is not the offer's.
    await context.route('**/*.woff2', (route) => route.abort());
    // Nor is that of a page which a busy machine draws in parts: the offer comes by script, which waits until all is drawn.
    const drawn = Promise.withResolvers<void>();
    await context.route('**/_astro/*.js', (route) => drawn.promise.then(() => route.continue()));
    const page = await context.newPage();
    await page.goto(`${origin}${tried.path}?q=a#${unit}`, { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    const before = await shiftOf(page);
    drawn.resolve();
    const link = page.locator('form-offer a:visible');
    await link.waitFor();
    await page.waitForTimeout(300);
    assert.equal(await shiftOf(page), before);
    for (const box of [await link.boundingBox(), await page.locator('form-offer button:visible').boundingBox()])
      assert.ok(box!.height >= 44 && box!.width >= 44 && box!.x >= 0 && box!.x + box!.width <= width, JSON.stringify(box));
    const top = await page.evaluate(topOf, unit);
    await link.click();
    await page.waitForURL(`**${there}?q=a#${unit}`);
    await page.waitForTimeout(300);
    assert.ok(Math.abs((await page.evaluate(topOf, unit)) - top) <= TOLERANCE);
    await page.evaluate((key) => localStorage.removeItem(key), keyOf('form'));

    await page.goto(origin + tried.path);
    await page.locator('form-offer button:visible').focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('form-offer p:visible').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    for (const path of [tried.path, '/', '/search/']) assert.deepEqual(await offers(context, path), [], path);
    await context.close();
  }
});

test('without script, and with storage forbidden, the links still lead to the same page', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: other.lang === 'zh-Hans' ? 'zh-CN' : 'zh-TW' });
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(`${origin}${tried.path}#${unit}`);
  await page.locator('form-offer button:visible').click();
  await page.click(toOther);
  await page.waitForURL(`**${there}#${unit}`);
  assert.deepEqual(errors, []);
  await context.close();
  const plain = await (
    await browser.newContext({ reducedMotion: 'reduce', javaScriptEnabled: false, locale: other.lang === 'zh-Hans' ? 'zh-CN' : 'zh-TW' })
  ).newPage();
  await plain.goto(origin + tried.path);
  assert.equal(await plain.locator('form-offer p:visible').count(), 0);
  await plain.click(toOther);
  assert.equal(new URL(plain.url()).pathname, there);
  await plain.context().close();
});
