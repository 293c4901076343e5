import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { sought } from '../support/search.ts';
import { search } from '../support/search-page.ts';
import { dist, onePerKind, origin, pages, sample, tried } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** The policy that hosts send which read `_headers`. */
const sent = /Content-Security-Policy: (.*)/.exec(readFileSync(join(dist, '_headers'), 'utf8'))![1]!;

/** A page that is sent with that policy beside its own, and a list of all that either forbids. */
async function guarded(): Promise<{ page: Page; forbidden: string[] }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const forbidden: string[] = [];
  await page.exposeFunction('tellForbidden', (what: string) => void forbidden.push(what));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, disposition }) =>
      (window as unknown as { tellForbidden(what: string): void }).tellForbidden(`${violatedDirective} ${blockedURI} ${disposition}`),
    ),
  );
  await page.route(
    (url) => url.href.startsWith(origin),
    async (route) => {
      const response = await route.fetch({ maxRetries: 3 });
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': sent } });
    },
  );
  return { page, forbidden };
}

test('nothing that a reader does is forbidden by the pages’ policies or by the one that hosts send', async () => {
  const { page, forbidden } = await guarded();
  for (const { path } of [...onePerKind, ...sample(pages, 3)]) await page.goto(origin + path, { waitUntil: 'load' });
  await page.goto(`${origin}${tried.path}`);
  await search(page, sought.word);
  for (const press of ['Escape', 'Escape']) await page.keyboard.press(press);
  await page.click('[data-share]');
  await page.locator('#share').waitFor();
  for (const summary of await page.locator('#share summary').all()) await summary.click();
  await page.keyboard.press('Escape');
  await page.locator('[data-theme-switch]').first().click();
  await page.locator('a.pn').first().click();
  await page.emulateMedia({ media: 'print' });
  await page.waitForLoadState('networkidle');
  assert.deepEqual(forbidden, []);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
});

test('no text becomes code, in any page', async () => {
  const { page, forbidden } = await guarded();
  const ways = {
    markup: () => (document.body.innerHTML = '<img src=x onerror=alert(1)>'),
    script: () => document.head.append(Object.assign(document.createElement('script'), { textContent: 'alert(1)' })),
    address: () => Object.assign(document.createElement('script'), { src: '/other.js' }),
    timer: () => setTimeout('alert(1)'),
  };
  for (const { path } of sample(onePerKind, 2)) {
    await page.goto(origin + path, { waitUntil: 'commit' });
    await page.locator('main').waitFor();
    for (const [name, way] of Object.entries(ways)) {
      const taken = await page.evaluate(`(() => { try { (${way})(); return 'taken'; } catch (error) { return error.name; } })()`);
      assert.notEqual(taken, 'taken', `${path} ${name}`);
    }
  }
  assert.ok(forbidden.length);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
});

test('no other site shows this one inside its own', async () => {
  const page = await browser.newPage();
  await page.setContent(`<iframe src="${origin}${tried.path}"></iframe>`);
  await page.waitForFunction(() => frames.length === 1);
  await page.frames()[1]!.waitForLoadState();
  assert.match(page.frames()[1]!.url(), /^chrome-error:/);
  await page.close();
});
