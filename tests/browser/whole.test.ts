import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { origin, pages, sample, unitsOf } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

const whole = pages.find(({ path }) => path === '/full/')!;

async function open(fragment = ''): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`${origin}/full/${fragment}`);
  return page;
}

const topOf = (page: Page, id: string): Promise<number> =>
  page.evaluate((id) => Math.round(document.getElementById(id)!.getBoundingClientRect().top), id);

/** Lays all out at once, as an engine does that knows no other way. */
const layAllOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.full-page .columns { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });

test('a unit of the whole article lands where it does with all laid out, however far down', async () => {
  const page = await open();
  for (const { id } of sample(unitsOf(whole), 5)) {
    await page.goto('about:blank');
    await page.goto(`${origin}/full/#${id}`);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const lazy = await topOf(page, id);
    await layAllOut(page);
    await page.evaluate((id) => document.getElementById(id)!.scrollIntoView(), id);
    assert.ok(Math.abs((await topOf(page, id)) - lazy) <= 2, id);
  }
  await page.context().close();
});

test('what is far from the screen is not laid out, yet found in the page, selected, and printed', async () => {
  const page = await open();
  const unit = unitsOf(whole).findLast(({ id }) => /-\d+$/.test(id))!;
  const isLaidOut = (): Promise<boolean> =>
    page.evaluate((id) => document.getElementById(id)!.checkVisibility({ contentVisibilityAuto: true }), unit.id);
  // An engine lays out what is a few screens away.
  if ((await topOf(page, unit.id)) > 5 * 844) assert.equal(await isLaidOut(), false);
  const words = unit.text.slice(0, 12);
  const length = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('main')!);
    return getSelection()!.toString().replace(/\s/g, '').length;
  });
  assert.ok(length > 0.9 * unitsOf(whole).reduce((sum, { text }) => sum + text.length, 0));
  await page.evaluate(() => getSelection()!.removeAllRanges());
  assert.ok(await page.evaluate((words) => (window as unknown as { find(text: string): boolean }).find(words), words), words);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await isLaidOut());
  await page.context().close();
});
