import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import { startChromium } from '../support/engines.ts';
import { openDialog, search } from '../support/search-page.ts';
import { sought } from '../support/search.ts';
import { full, onePerKind, origin, pages, tried } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${colorScheme}, contrast at 7:1 and target size included`, async () => {
    const page = await (
      await browser.newContext({ colorScheme, viewport: { width: colorScheme === 'light' ? 390 : 1280, height: 844 } })
    ).newPage();
    const faults: string[] = [];
    for (const { path } of full
      ? pages
      : onePerKind.filter(({ page }) => page !== 'full/').filter((_, index) => index % 2 === Number(colorScheme === 'dark'))) {
      await page.goto(origin + path);
      faults.push(...(await axeFaults(page)).map((fault) => `${path} ${fault}`));
    }
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the open share panel and what the page says of copying, ${colorScheme}`, async () => {
    const page = await (await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } })).newPage();
    await page.addInitScript(() => {
      const refuse = (): Promise<never> => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse } });
    });
    await page.goto(origin + tried.path);
    await page.click('[data-share]');
    for (const summary of await page.locator('#share summary').all()) await summary.click();
    await page.click('#share [data-copy=link]');
    await page.locator('copy-line textarea').waitFor();
    assert.deepEqual(await axeFaults(page, 'share-panel', 'copy-line'), []);
    await page.context().close();
  });
}

test('in forced colours the counter-argument keeps an edge, the targeted unit and the chosen hit an outline', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, forcedColors: 'active' });
  await page.goto(`${origin}${tried.path}#${tried.unit}`);
  const line = (selector: string, side: 'border' | 'outline'): Promise<number> =>
    page.locator(selector).evaluate((node, side) => {
      const style = getComputedStyle(node);
      const edge = side === 'border' ? 'border-block-start' : side;
      const color = style.getPropertyValue(`${edge}-color`);
      const isSeen = style.getPropertyValue(`${edge}-style`) !== 'none' && color !== getComputedStyle(document.body).backgroundColor;
      return isSeen ? parseFloat(style.getPropertyValue(`${edge}-width`)) : 0;
    }, side);
  if (await page.locator('.counter').count()) assert.ok((await line('.counter', 'border')) >= 1);
  assert.ok((await line(`#${tried.unit}`, 'outline')) >= 2);
  await search(page, sought.word);
  await page.keyboard.press('ArrowDown');
  assert.ok((await line('[aria-selected=true]', 'outline')) >= 2);
  await page.close();
});

test('a reader who wants less motion gets none: no smooth scrolling, no animation, no change of pages before their eyes', async () => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion });
    await page.addInitScript(() =>
      addEventListener('pagereveal', (event) => Object.assign(window, { moved: (event as PageRevealEvent).viewTransition !== null })),
    );
    await page.goto(`${origin}/`);
    await page.hover('.row a');
    await page.click('.row a');
    await page.waitForURL(/\d\/$/);
    await openDialog(page);
    const { moved, behaviors, running } = await page.evaluate(() => ({
      moved: (window as unknown as { moved: boolean }).moved,
      behaviors: [...document.querySelectorAll('html, body, [class]')].map((node) => getComputedStyle(node).scrollBehavior),
      running: document.getAnimations().map((animation) => Number(animation.effect?.getComputedTiming().duration)),
    }));
    assert.ok(!moved, 'the pages cross-fade');
    if (reducedMotion === 'reduce') {
      assert.deepEqual([...new Set(behaviors)], ['auto']);
      // What only waits its turn to be shown takes a millisecond.
      assert.deepEqual(
        running.filter((duration) => duration > 1),
        [],
      );
    }
    await page.close();
  }
});

test('no page asks anything of another site or leaves anything on the device that is sent', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const page = await context.newPage();
  for (const path of ['/', tried.path]) await page.goto(origin + path);
  await search(page, sought.word);
  for (const press of ['Escape', 'Escape']) await page.keyboard.press(press);
  await page.click('[data-share]');
  await page.locator('#share').waitFor();
  for (const summary of await page.locator('#share summary').all()) await summary.click();
  await page.waitForLoadState('networkidle');
  assert.ok(asked.some((url) => url.endsWith('.pf_index')) && asked.some((url) => url.endsWith('/qr.png')));
  assert.deepEqual(
    asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:')),
    [],
  );
  assert.equal(await page.evaluate(() => document.cookie), '');
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test('with the keyboard alone a reader skips to the text and sees where the focus is', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(origin + tried.path);
  await page.keyboard.press('Tab');
  const skip = await page.evaluate(() => ({
    href: document.activeElement?.getAttribute('href'),
    top: document.activeElement?.getBoundingClientRect().top,
  }));
  assert.equal(skip.href, '#main');
  assert.ok(skip.top! >= 0, 'the skip link shows itself');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement?.closest('main') !== null), 'the next Tab goes into the text');
  for (let step = 0; step < 60; step += 1) {
    const seen = await page.evaluate(() => {
      const node = document.activeElement as HTMLElement;
      const style = getComputedStyle(node);
      const box = node.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return {
        name: node.outerHTML.slice(0, 80),
        outline: parseFloat(style.outlineWidth),
        clear: node === document.body || node.contains(top) || top?.contains(node),
      };
    });
    assert.ok(seen.outline >= 2, `${seen.name} shows its focus`);
    assert.ok(seen.clear, `${seen.name} is not covered while it has the focus`);
    await page.keyboard.press('Tab');
  }
  await page.close();
});
