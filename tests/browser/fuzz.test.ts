import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { noise } from '../support/noise.ts';
import { seeded } from '../support/random.ts';
import { full, origin, tried } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

const ROUNDS = full ? 300 : 8;

/** A page, and what goes wrong or gets in there. */
async function open(path: string): Promise<{ page: Page; errors: string[]; isClean(): Promise<boolean> }> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 390, height: 844 } })).newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('dialog', (dialog) => (errors.push(dialog.message()), void dialog.dismiss()));
  await page.goto(origin + path);
  const isClean = (): Promise<boolean> =>
    page.evaluate(() => !document.querySelector('body :is(img[src=x], iframe, script:not([type], [src])), [onerror]'));
  return { page, errors, isClean };
}

test('whatever the fragment, it leads to a place of the page, or the page says that it does not', async () => {
  const random = seeded(31);
  const { page, errors, isClean } = await open(tried.path);
  for (let round = 0; round < ROUNDS; round += 1) {
    const fragment = noise(random, 5);
    await page.evaluate((fragment) => (location.hash = fragment), fragment);
    // The browser leaves out what it reads as a directive.
    await page.waitForFunction(() => {
      let id = location.hash.slice(1);
      if (!id || document.getElementById(id)) return true;
      try {
        id = decodeURIComponent(id);
      } catch {
        // As it stands.
      }
      return document.getElementById(id) ?? document.querySelector('copy-line [role=status]:not(:empty)');
    });
    assert.deepEqual(errors, [], JSON.stringify(fragment));
    assert.ok(await page.locator(`#${tried.unit}`).isVisible());
  }
  assert.ok(await isClean());
  await page.context().close();
});

test('whatever the query in the address, search answers it or says that it finds nothing', async () => {
  const random = seeded(32);
  const { page, errors, isClean } = await open('/search/?q=a');
  for (let round = 0; round < ROUNDS; round += 1) {
    const query = noise(random).toWellFormed();
    await page.evaluate((query) => {
      history.replaceState(null, '', `?${String(new URLSearchParams({ q: query }))}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, query);
    await page.waitForFunction(() => {
      const [results, field] = [
        document.querySelector<HTMLElement>('[data-search-results]')!,
        document.querySelector<HTMLInputElement>('[name=q]')!,
      ];
      return results.ariaBusy === 'false' && results.dataset.query === field.value;
    });
    const shown = await page.evaluate(() => ({
      hits: document.querySelectorAll('[data-search-results] [data-hit]').length,
      none: document.querySelector('[data-search-none]')?.checkVisibility() ?? false,
      start: document.querySelector('[data-search-start]')?.checkVisibility() ?? false,
    }));
    assert.equal(Number(shown.hits > 0) + Number(shown.none) + Number(shown.start), 1, JSON.stringify([query, shown]));
    assert.deepEqual(errors, [], JSON.stringify(query));
  }
  assert.ok(await isClean());
  await page.context().close();
});

test('thousands of different terms leave the page alive', async () => {
  const { page, errors } = await open('/search/?q=a');
  const longest = await page.evaluate(async () => {
    const text = (await (await fetch(document.querySelector('search-box')!.getAttribute('data-index')!)).text()).replace(
      /[^\p{Script=Han}]/gu,
      '',
    );
    const found = Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
    // A short text has fewer: the rest are pairs that it has not.
    const han = [...new Set(text)].slice(0, 71);
    const terms = [...new Set([...found, ...han.flatMap((first) => han.map((second) => first + second))])].slice(0, 5000);
    const input = document.querySelector<HTMLInputElement>('[name=q]')!;
    let [longest, last] = [0, performance.now()];
    const watch = setInterval(() => ([longest, last] = [Math.max(longest, performance.now() - last), performance.now()]));
    input.value = terms.join(' ');
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const results = document.querySelector<HTMLElement>('[data-search-results]')!;
    while (results.ariaBusy !== 'false' || results.dataset.query !== input.value) await new Promise((done) => setTimeout(done, 20));
    clearInterval(watch);
    return { longest, terms: terms.length };
  });
  assert.ok(longest.terms > 1000, `${longest.terms} terms`);
  // Some 0.1 s alone; before terms were looked for one after another, minutes.
  assert.ok(longest.longest < 3000, `blocked for ${longest.longest} ms`);
  assert.deepEqual(errors, []);
  await page.context().close();
});
