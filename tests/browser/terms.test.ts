import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { forms } from '../../src/text/forms.ts';
import { pagePath } from '../../src/text/links.ts';
import { axeFaults } from '../support/axe.ts';
import { startChromium } from '../support/engines.ts';
import { content } from '../support/house.ts';
import { pageAt, pointPages, sample } from '../support/site.ts';

const origin = process.env.TEST_ORIGIN!;
const named = pointPages.find(({ $ }) => $('.text .para a.term').length);
const skip = !named && 'this article tells of no people or terms';
const about = new Map([
  ...content.people!.values.map(({ id, role }) => [id, role] as const),
  ...content.terms!.values.map(({ id, text }) => [id, text] as const),
]);
let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** The first name in the text of a page, when what answers a click on it has come. */
async function firstName(page: Page) {
  await page.goto(origin + named!.path);
  await page.waitForLoadState('networkidle');
  return page.locator('.text .para a.term').first();
}

test('a name opens a note that says what it is, by touch and by keyboard; Escape closes it where the reader was', { skip }, async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } })).newPage();
    const name = await firstName(page);
    const id = (await name.getAttribute('href'))!.replace(/^.*#/, '');
    await name.click();
    const note = page.locator('.term-note:popover-open');
    await note.waitFor();
    assert.equal(await note.locator('p').innerText(), about.get(id));
    assert.ok((await note.locator('a').getAttribute('href'))!.endsWith(`#${id}`));
    assert.equal(page.url(), origin + named!.path);
    assert.deepEqual(await axeFaults(page), []);
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'hidden' });
    await name.focus();
    await page.keyboard.press('Enter');
    await note.waitFor();
    await page.keyboard.press('Escape');
    assert.ok(await name.evaluate((link) => link === document.activeElement));
    await page.context().close();
  }
});

test('without script, and where no note can be had, a name leads to its entry', { skip }, async () => {
  const href = named!.$('.text .para a.term').attr('href')!;
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(origin + named!.path);
  await plain.locator('.text .para a.term').first().click();
  assert.equal(plain.url(), new URL(href, origin).href);
  assert.ok(pageAt(new URL(href, origin).pathname).$(`#${href.replace(/^.*#/, '')}`).length);
  const page = await browser.newPage();
  await page.route('**/terms.json', (route) => route.abort());
  await (await firstName(page)).click();
  await page.waitForURL(/\/terms\/#t-/);
  await page.close();
  await plain.context().close();
});

test('search offers the person or term that a query names, in its own script or in Latin, and leads to its entry', { skip }, async () => {
  const page = await browser.newPage();
  for (const form of forms) {
    const entries = pageAt(pagePath('/', form, 'terms/'));
    const names = entries
      .$('.entry dt')
      .toArray()
      .flatMap((node) => entries.$(node).children().toArray())
      .map((node) => ({ id: entries.$(node).closest('.entry').attr('id'), name: entries.$(node).text().trim() }));
    for (const { id, name } of sample(names, 3)) {
      await page.goto(origin + pagePath('/', form, 'search/'), { waitUntil: 'networkidle' });
      await page.locator('input[name=q]').first().fill(name);
      await page.locator(`[data-search-terms] a[href$="#${id}"]`).click();
      await page.waitForURL(`${origin}${entries.path}#${id}`);
    }
  }
  await page.close();
});
