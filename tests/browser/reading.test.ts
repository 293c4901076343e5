import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { budgets } from '../support/budgets.ts';
import { startChromium } from '../support/engines.ts';
import { countShifts, shiftOf } from '../support/shift.ts';
import { keyOf, origin, pages, pointPages, sample, tried } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

test('without script a reader gets the same text and changes the script by a link', async () => {
  const [off, on] = [await browser.newContext({ javaScriptEnabled: false }), await browser.newContext()];
  const [plain, live] = [await off.newPage(), await on.newPage()];
  for (const { path, $ } of sample(
    pages.filter(({ page }) => page !== 'search/'),
    3,
  )) {
    await Promise.all([plain.goto(origin + path), live.goto(origin + path)]);
    const text = (): string => document.querySelector('main')!.innerText;
    const units = (): string[] => [...document.querySelectorAll<HTMLElement>('[data-unit]')].map((node) => node.innerText);
    assert.deepEqual(await plain.evaluate(units), await live.evaluate(units), path);
    const built = $('main').clone();
    built.find('[hidden], [data-waiting], template, svg').remove();
    // Of a page that has little to say, half: some of it is for one size of the screen alone.
    const least = Math.min(50, built.text().replace(/\s+/g, '').length / 2);
    assert.ok((await plain.evaluate(text)).length > least, path);
    const other = plain.locator('a[data-variant]:not([aria-current])').first();
    const lang = await other.getAttribute('hreflang');
    await other.click();
    assert.equal(await plain.getAttribute('html', 'lang'), lang, path);
  }
  await off.close();
  await on.close();
});

/** A page that counts its shifts and gets some files late. */
async function shifting(width: number, late: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 844 } });
  await page.route(late, async (route) => {
    await new Promise((done) => setTimeout(done, 900));
    await route.continue();
  });
  await countShifts(page);
  return page;
}

test('a late font moves nothing', async () => {
  for (const width of [390, 1280]) {
    const page = await shifting(width, '**/*.woff2');
    for (const { path } of sample(pages, 2)) {
      await page.goto(origin + path);
      await page.waitForTimeout(1300);
      const shift = await shiftOf(page);
      assert.ok(shift <= budgets.layoutShift, `${path} at ${width} px shifts by ${shift}`);
    }
    await page.close();
  }
});

test('a late script moves nothing at all, whatever theme was chosen', async () => {
  for (const width of [320, 390, 1280]) {
    const page = await shifting(width, '**/*.js');
    await page.route('**/*.woff2', (route) => route.abort());
    for (const [theme, path] of [
      ['system', tried.path],
      ['light', tried.path],
      ['light', '/full/'],
      ['light', '/about/'],
    ]) {
      await page.goto(`${origin}${path}`, { waitUntil: 'domcontentloaded' });
      // What the page shifts as it comes is not the scripts', which come later.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const shifted = await shiftOf(page);
      await page.waitForLoadState();
      await page.waitForTimeout(300);
      assert.equal((await shiftOf(page)) - shifted, 0, `${path}, ${theme} at ${width} px`);
      await page.evaluate((key) => localStorage.setItem(key, '"light"'), keyOf('theme'));
    }
    await page.close();
  }
});

test('the theme goes from the system through light and dark, is remembered, and is there before the first paint', async () => {
  const page = await (await browser.newContext({ colorScheme: 'light', viewport: { width: 1280, height: 844 } })).newPage();
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto(`${origin}${tried.path}`);
  const light = await paper();
  const button = page.locator('[data-theme-switch]');
  const names: string[] = [];
  for (let step = 0; step < 3; step += 1) {
    names.push(await button.innerText());
    await button.click();
  }
  assert.equal(new Set(names).size, 3, 'each choice has its own name');
  await button.click();
  await button.click();
  assert.notEqual(await paper(), light, 'dark is dark on a light system');
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
      if (seen.length < 4) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(origin + tried.there);
  await page.waitForTimeout(200);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  assert.deepEqual([...new Set(seen)], [await paper()], 'no other colour was painted first');
  assert.notEqual(seen[0], light);
  await page.context().close();
});

const parted = pointPages.find(({ $ }) => $('.text > .section[id]').length);
test('beside the text the section being read is marked', { skip: !parted && 'no point of this article has sections' }, async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(origin + parted!.path);
  for (const section of await page.locator('.text > .section[id]').evaluateAll((all) => all.map(({ id }) => id).slice(0, 4))) {
    const isRead = await page.evaluate((id) => {
      const section = document.getElementById(id)!;
      section.scrollIntoView();
      const [own = 0, next = innerHeight] = [section, section.nextElementSibling].map((node) => node?.getBoundingClientRect().top);
      return own < innerHeight / 4 && next > innerHeight / 3;
    }, section);
    // The last of a short page stays below, and one of a line or two gives way to the next.
    if (!isRead) continue;
    await page.waitForFunction((id) => document.querySelector('.contents [aria-current]')?.getAttribute('href') === `#${id}`, section);
    assert.equal(await page.locator('.contents [aria-current]').count(), 1);
  }
  await page.close();
});

test('a point prints on at most three pages of A4, in black on white, without the furniture of the screen', async () => {
  const page = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
  for (const { path } of sample(pointPages, 1)) {
    await page.goto(origin + path);
    // Before its script has come the addresses of sources are as long as they are sent.
    await page.waitForSelector('link[href*="/notes."]', { state: 'attached' });
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const sheets = Math.max(...[...pdf.matchAll(/\/Type \/Pages\s*\/Count (\d+)/g)].map((match) => Number(match[1])));
    assert.ok(sheets >= 1 && sheets <= 3, `${path} prints on ${sheets} pages`);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.bar, .line, .context, .rail, .neighbours')]
        .filter((node) => node.offsetParent !== null || node.getClientRects().length > 0)
        .map((node) => node.className),
    );
    assert.deepEqual(shown, [], path);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), 'rgb(0, 0, 0)', path);
    await page.emulateMedia({ media: null });
  }
  await page.context().close();
});

test('the address of every source and of the page itself is printed', async () => {
  const page = await browser.newPage();
  for (const { path } of sample(
    pages.filter(({ page: below }) => /^(\d+|full)\/$/.test(below)),
    4,
  )) {
    await page.goto(origin + path);
    await page.emulateMedia({ media: 'print' });
    const missing = await page.evaluate(
      () =>
        [...document.querySelectorAll('.sources a[rel=external]')].filter(
          (link) => !getComputedStyle(link, '::after').content.includes((link as HTMLAnchorElement).getAttribute('href')!),
        ).length,
    );
    assert.equal(missing, 0, path);
    const address = await page.evaluate(() =>
      [...document.querySelectorAll('.printed-address')].some(
        (node) =>
          node.getClientRects().length > 0 &&
          node.textContent!.includes(document.querySelector<HTMLLinkElement>('link[rel=canonical]')!.href),
      ),
    );
    assert.ok(address, path);
    await page.emulateMedia({ media: null });
  }
  await page.close();
});
