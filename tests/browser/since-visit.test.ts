import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { keyOf, origin, pageAt, pointPages, sample } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** Which rows of the home page change between two visits: some of them. */
const rows = pageAt('/').$('[data-updated]').length;
const changed = rows > 1 ? [1, 3].filter((row) => row < rows) : [0];

/** The home page with the days on which its points changed. */
const homeOf = (days: readonly string[]): string => {
  let row = 0;
  return pageAt('/').html.replace(/data-updated="[\d-]+"/g, () => `data-updated="${days[row++] ?? days[0]}"`);
};

/** Opens the home page and answers which rows say that they changed, when what comes late has come. */
async function told(page: Page): Promise<number[]> {
  await page.goto(`${origin}/`);
  // The styles of notes are asked for after it; what is stored may be of the visit's first page.
  await page.waitForSelector('link[href*="/notes."]', { state: 'attached' });
  return page.$$eval('.row', (rows) => rows.flatMap((row, index) => (row.querySelector('.since') ? [index] : [])));
}

test('the home page tells what changed since the last visit, all through a visit, and moves nothing', async () => {
  const context = await browser.newContext();
  let days = ['2031-01-05', '2031-01-02'];
  await context.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html;charset=utf-8', body: homeOf(days) }));
  const first = await context.newPage();
  assert.deepEqual(await told(first), [], 'nothing on the first visit');
  const heights = (page: Page): Promise<number[]> => page.$$eval('.row', (rows) => rows.map((row) => row.getBoundingClientRect().height));
  const before = await heights(first);
  await first.close();
  days = Array.from({ length: rows }, (_, row) =>
    row === changed[0] ? '2031-01-09' : changed.includes(row) ? '2031-01-06' : '2031-01-05',
  );
  const second = await context.newPage();
  assert.deepEqual(await told(second), changed);
  assert.deepEqual(await heights(second), before);
  assert.deepEqual(await told(second), changed, 'still, in the same tab');
  await second.close();
  const third = await context.newPage();
  assert.deepEqual(await told(third), [], 'no more on the next visit');
  await third.evaluate((key) => (sessionStorage.clear(), localStorage.setItem(key, '"x"')), keyOf('seen'));
  assert.deepEqual(await told(third), [], 'spoilt');
  assert.equal(await third.evaluate((key) => localStorage.getItem(key), keyOf('seen')), '"2031-01-09"');
  await context.close();
});

test('where storage is forbidden the home page tells nothing and works', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('forbidden');
      },
    }),
  );
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  assert.deepEqual(await told(page), []);
  assert.deepEqual(errors, []);
  await context.close();
});

const related = pointPages.filter(({ $ }) => $('.relations a').length);
const skip = !related.length && 'no point of this article has relations';
test('a relation shows what its point says to who rests on it, by mouse and keyboard, until Escape', { skip }, async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  for (const { path, $ } of sample(related, 2)) {
    const href = $('.relations a').first().attr('href')!;
    const thesis = pageAt(href).$('.thesis[data-unit]').text().trim();
    await page.goto(origin + path);
    const asked = page.waitForRequest((request) => request.url().includes('index.md'));
    await page.waitForSelector('.sheet', { state: 'attached' });
    const [row, preview] = [page.locator('.relations li').first(), page.locator('.relations li .preview').first()];
    await row.hover();
    await asked;
    await preview.waitFor();
    assert.equal(await preview.locator('p').textContent(), thesis);
    const box = (await preview.boundingBox())!;
    assert.ok(box.x >= 0 && box.x + box.width <= 1280, 'within the window');
    await page.mouse.move(box.x + 40, box.y + 20);
    assert.ok(await preview.isVisible(), 'it stays under the pointer');
    await page.keyboard.press('Escape');
    assert.ok(await preview.isHidden());
    await page.mouse.move(1270, 890);
    await row.locator('a').focus();
    assert.ok(await preview.isVisible(), 'with the focus too');
  }
  await page.close();
});
