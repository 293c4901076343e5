import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page, Route } from 'playwright-core';
import { forms } from '../../src/text/forms.ts';
import { derived } from '../support/forms.ts';
import { axeFaults } from '../support/axe.ts';
import { startChromium } from '../support/engines.ts';
import { expected, sought } from '../support/search.ts';
import { content } from '../support/house.ts';
import { hits, openDialog, settled } from '../support/search-page.ts';
import { keyOf, origin, pointPages, sample, tried } from '../support/site.ts';

/** Whether text stands under headings: else only a title has one. */
const hasHeadings = content.points.some(({ sections }) => sections.some(({ heading }) => heading));

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

test('the address of a search shows the same search to whoever opens it, in every form', async () => {
  for (const form of forms) {
    const page = await browser.newPage();
    const query = `${sought.second} ${sought.region?.[0] ?? sought.word}`;
    await page.goto(`${origin}/${form.path && `${form.path}/`}search/?q=${encodeURIComponent(query)}`);
    await settled(page, query);
    assert.equal(await page.inputValue('[name=q]'), query);
    assert.deepEqual((await hits(page)).toSorted(), expected(form, query));
    await page.close();
  }
});

test('back and forward go from search to search, and from a hit back to its search', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/search/`);
  await page.focus('[name=q]');
  for (const query of [sought.word, sought.second]) {
    await page.locator('[name=q]').pressSequentially(query);
    await settled(page, query);
    await page.keyboard.press('Enter');
    await page.fill('[name=q]', '');
    await page.waitForTimeout(50);
  }
  await page.fill('[name=q]', sought.third);
  await settled(page, sought.third);
  const [unit] = await hits(page);
  await page.click(`[data-hit="${unit}"]`);
  await page.waitForURL((url) => url.hash === `#${unit}`);
  for (const query of [sought.third, sought.second, sought.word, '']) {
    await page.goBack();
    await settledOrEmpty(page, query);
    assert.equal(new URL(page.url()).searchParams.get('q') ?? '', query);
  }
  await page.goForward();
  await settledOrEmpty(page, sought.word);
  await page.close();
});

test('what was typed before search had come is one search with what is typed then', async () => {
  const page = await browser.newPage();
  const held: Route[] = [];
  await page.route('**/search-box.*', (route) => void held.push(route));
  await page.goto(`${origin}/search/`);
  await page.focus('[name=q]');
  await page.keyboard.insertText(sought.word[0]!);
  while (!held.length) await page.waitForTimeout(20);
  for (const route of held) await route.continue();
  await settled(page, sought.word[0]!);
  await page.keyboard.insertText(sought.word[1]!);
  await settled(page, sought.word);
  await page.keyboard.press('Enter');
  await page.goBack();
  await settledOrEmpty(page, '');
  await page.close();
});

async function settledOrEmpty(page: Page, query: string): Promise<void> {
  if (query) await settled(page, query);
  assert.equal(await page.inputValue('[name=q]'), query);
}

test('without script the page of search lists every point and says how to search, with no dead field', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${origin}/search/?q=${encodeURIComponent(sought.word)}`);
  assert.ok(!(await page.isVisible('[name=q]')));
  assert.equal(await page.locator('.point-list a').count(), pointPages.length / forms.length);
  assert.match(await page.innerText('main noscript'), /Ctrl\+F/);
  await page.goto(origin + tried.path);
  await page.click('[data-open-search]');
  assert.equal(page.url(), `${origin}/search/`);
  await page.context().close();
});

test('each hit says in which section it stands and which number it has, on a phone and on a wide screen', async () => {
  for (const form of sample(forms, 1))
    for (const width of [390, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 844 } });
      await page.goto(`${origin}/${form.path && `${form.path}/`}search/?q=${encodeURIComponent(sought.word)}`);
      await settled(page, sought.word);
      const names = await page.$$eval('[data-search-results] a[data-hit]', (links) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('*{content-visibility:visible!important}');
        document.adoptedStyleSheets.push(sheet);
        return links.map((link) => ({ id: (link as HTMLElement).dataset.hit!, said: (link as HTMLElement).innerText }));
      });
      assert.deepEqual(names.map(({ id }) => id).toSorted(), expected(form, sought.word));
      for (const { id, said } of names) {
        const number = id.slice(1).replace('-t', '').replace('-', '.');
        const place = said.split(/\s+/).slice(0, 2);
        assert.ok(
          place.includes(number) && (!hasHeadings || place.some((word) => /^\p{Script=Han}+(（.+）)?$/u.test(word))),
          `${id} at ${width} px: ${place}`,
        );
        const name = new RegExp(`(^| )${number.replace('.', '\\.')}( |$)`);
        assert.ok(await page.getByRole('option', { name }).count(), `the name of ${id} at ${width} px`);
      }
      await page.close();
    }
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the open dialog and on the page of search, ${colorScheme}`, async () => {
    // Of a sample the middle is taken.
    for (const [width, query] of sample(
      [
        [1280, `${sought.word}龘`],
        [390, sought.region?.[0] ?? sought.second],
        [1280, sought.word],
        [390, ''],
      ] as const,
      1,
    )) {
      const page = await (await browser.newContext({ colorScheme, viewport: { width, height: 844 } })).newPage();
      await page.goto(origin + tried.path);
      await page.evaluate(([key, word]) => localStorage.setItem(key!, JSON.stringify([word])), [keyOf('searches'), sought.word]);
      await openDialog(page);
      await page.keyboard.insertText(query);
      await settled(page, query);
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction((query) => !query || document.querySelector('search-box [role=status]')!.textContent, query);
      assert.deepEqual(await axeFaults(page), [], `dialog, ${query}`);
      await page.goto(`${origin}/${derived[0]!.path}/search/?q=${encodeURIComponent(query)}`);
      if (query) await settled(page, query);
      assert.deepEqual(await axeFaults(page), [], `page, ${query}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.ok(!wide, `${query} fits ${width} px`);
      await page.context().close();
    }
  });
