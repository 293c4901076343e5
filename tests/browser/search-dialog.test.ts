import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { master } from '../../src/text/forms.ts';
import { fill } from '../../src/text/fill.ts';
import { budgets } from '../support/budgets.ts';
import { derived } from '../support/forms.ts';
import { wordsIn } from '../support/house.ts';
import { expected, sought, suggestions } from '../support/search.ts';
import { engines, startChromium } from '../support/engines.ts';
import { chosen, hits, isOpen, openDialog, search, settled } from '../support/search-page.ts';
import { dist, keyOf, origin, pageAt, pages, sample, tried } from '../support/site.ts';
import { openTab } from '../support/tabs.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

async function open(path: string): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })).newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(origin + path);
  return page;
}

test('no page loads anything of search before its reader shows intent', async () => {
  const page = await open('/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const { path } of sample(pages, 4)) {
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    const early = asked
      .splice(0)
      .filter(
        (file) => file !== path && !path.endsWith('search/') && /^\/(pagefind|search)\/|search-(box|marks)\.|late\.[\w-]+\.css/.test(file),
      );
    assert.deepEqual(early, [], path);
  }
  await page.context().close();
});

for (const [intent, show] of Object.entries({
  'points at it': (page: Page) => page.hover('[data-open-search]'),
  'moves the focus to it': (page: Page) => page.focus('[data-open-search]'),
  'presses the key': (page: Page) => page.keyboard.press('/'),
}))
  test(`when the reader ${intent}, all of search is fetched, each file once, and Pagefind is lean`, async () => {
    const page = await open(`/${derived[0]!.path}${tried.path}`);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await show(page);
    await page.waitForRequest(/pf_index/);
    await page.waitForLoadState('networkidle');
    assert.ok(fetched.includes(`/search/${derived[0]!.id}.json`));
    assert.deepEqual(fetched, [...new Set(fetched)]);
    const pagefind = fetched.filter((path) => path.startsWith('/pagefind/'));
    const bytes = pagefind.map((path) => brotliCompressSync(readFileSync(join(dist, path))).length).reduce((sum, size) => sum + size);
    assert.ok(pagefind.length <= budgets.pagefind.requests, `${pagefind.length} requests`);
    assert.ok(bytes <= budgets.pagefind.bytes, `${bytes} bytes`);
    await page.context().close();
  });

test('/, Ctrl+K and ⌘K open search, but not from a field, with another key, or once / is switched off', async () => {
  const page = await open(tried.path);
  for (const key of ['/', 'Control+k', 'Meta+k']) {
    await page.keyboard.press(key);
    assert.ok(await isOpen(page), key);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'q');
    await page.keyboard.press('Escape');
    assert.ok(!(await isOpen(page)), key);
  }
  for (const key of ['k', 'Alt+/', 'Control+/', 'Shift+K', 'Control+Shift+K']) {
    await page.keyboard.press(key);
    assert.ok(!(await isOpen(page)), key);
  }
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('textarea')));
  await page.focus('textarea');
  await page.keyboard.press('/');
  assert.ok(!(await isOpen(page)), 'a text field keeps its keys');
  await page.click('[data-open-search]');
  await page.click('[data-slash]');
  await page.reload();
  await page.keyboard.press('/');
  assert.ok(!(await isOpen(page)), '/ stays switched off');
  assert.equal(await page.locator('[data-open-search] kbd').count(), 0, 'and the bar does not promise it');
  await page.keyboard.press('Control+k');
  assert.ok(!(await page.isChecked('[data-slash]')));
  await page.context().close();
});

test('the arrow keys go through the hits and around; above the first the reader is back in the text', async () => {
  const page = await open('/');
  await search(page, sought.word);
  const found = await hits(page);
  assert.deepEqual(found.toSorted(), expected(master, sought.word));
  assert.equal(await chosen(page), undefined, 'nothing is chosen by typing');
  const walk: (string | undefined)[] = [];
  for (let step = 0; step <= found.length; step += 1) {
    await page.keyboard.press('ArrowDown');
    walk.push(await chosen(page));
  }
  assert.deepEqual(walk, [...found, found[0]]);
  await page.keyboard.press('ArrowUp');
  assert.equal(await chosen(page), undefined);
  await page.keyboard.press('ArrowUp');
  assert.equal(await chosen(page), found.at(-1));
  const inSight = await page.evaluate(() => {
    const option = document.querySelector('[aria-selected=true]')!.getBoundingClientRect();
    const list = document.querySelector('.search-scroll')!.getBoundingClientRect();
    return option.top >= list.top - 1 && option.bottom <= list.bottom + 1;
  });
  assert.ok(inSight, 'what is chosen is in sight');
  await page.keyboard.press('Home');
  await page.keyboard.type('新');
  assert.equal(await page.inputValue('[name=q]'), `新${sought.word}`, 'Home and End move in the text');
  await settled(page, `新${sought.word}`);
  assert.equal(await chosen(page), undefined);
  await page.context().close();
});

test('Enter goes to the hit, Ctrl+Enter opens it in a tab of its own, Enter alone goes to the page of search', async () => {
  const page = await open(`/${derived[0]!.path}${tried.path}`);
  await search(page, sought.word);
  await page.keyboard.press('ArrowDown');
  const unit = (await chosen(page))!;
  const path = `/${derived[0]!.path}/${unit.slice(1).split('-')[0]}/#${unit}`;
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Control+Enter')]);
  await tab.waitForLoadState();
  assert.equal(tab.url(), origin + path);
  assert.ok(await isOpen(page), 'the list stays for the next');
  await tab.close();
  await page.keyboard.press('Enter');
  await page.waitForURL(origin + path);
  await search(page, sought.second);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin}/${derived[0]!.path}/search/?q=${encodeURIComponent(sought.second)}`);
  await settled(page, sought.second);
  await page.context().close();
});

for (const name of engines)
  test(`in ${name}, Escape clears the field, then closes search`, async (t) => {
    const tab = await openTab(t, name);
    await tab.open(origin + tried.path);
    const state = (): Promise<[boolean, string | undefined]> =>
      tab.run(() => [document.querySelector('dialog')!.open, document.querySelector<HTMLInputElement>('[name=q]')?.value]);
    await tab.run(async (word) => {
      await Promise.all(['search-entry', 'theme-switch'].map((element) => customElements.whenDefined(element)));
      document.querySelector<HTMLElement>('[data-open-search]')!.click();
      await customElements.whenDefined('search-box');
      const input = document.querySelector<HTMLInputElement>('[name=q]')!;
      input.value = word;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, sought.word);
    assert.deepEqual(await state(), [true, sought.word]);
    await tab.press('Escape');
    assert.deepEqual(await state(), [true, '']);
    await tab.press('Escape');
    assert.equal((await state())[0], false);
  });

test('Escape clears, then closes; the focus returns to where it came from', async () => {
  const page = await open(tried.path);
  await page.focus('.brand');
  await search(page, sought.word);
  await page.keyboard.press('Escape');
  assert.ok(await isOpen(page));
  assert.equal(await page.inputValue('[name=q]'), '');
  await settled(page, '');
  assert.deepEqual(await hits(page), []);
  await page.keyboard.press('Escape');
  assert.ok(!(await isOpen(page)));
  assert.ok(await page.evaluate(() => document.activeElement!.matches('.brand')));
  await page.click('[data-open-search]');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement!.matches('[data-close-search]')), 'the next Tab is the way out');
  await page.keyboard.press('Enter');
  assert.ok(!(await isOpen(page)));
  assert.ok(await page.evaluate(() => document.activeElement!.matches('[data-open-search]')));
  await page.keyboard.press('/');
  await page.mouse.click(5, 5);
  assert.ok(!(await isOpen(page)), 'a click beside the dialog closes it');
  await page.context().close();
});

test('Back closes the open dialog and leaves the reader on the page; however else it is left, no step of it remains', async () => {
  const page = await open('/');
  await page.goto(origin + tried.path);
  const steps = (): Promise<number> => page.evaluate(() => history.length);
  const at = async (path: string, message: string): Promise<void> => {
    await page.waitForURL((url) => url.pathname === path);
    await page.waitForFunction(() => history.state === null);
    assert.ok(!(await isOpen(page)), message);
  };
  const before = await steps();
  await search(page, sought.word);
  assert.equal(await page.evaluate(() => history.state), 'dialog');
  await page.goBack();
  await at(tried.path, 'Back closes it');
  for (const close of [() => page.click('[data-close-search]'), () => page.mouse.click(5, 5), () => page.keyboard.press('Escape')]) {
    await page.keyboard.press('/');
    await page.fill('[name=q]', '');
    await page.waitForFunction(() => history.state === 'dialog');
    await close();
    await at(tried.path, String(close));
  }
  await page.evaluate(async () => {
    const [opener, dialog] = [document.querySelector<HTMLElement>('[data-open-search]')!, document.querySelector('dialog')!];
    opener.click();
    await Promise.resolve();
    dialog.close();
    await Promise.resolve();
    opener.click();
  });
  await page.waitForTimeout(300);
  assert.ok(await isOpen(page), 'opened again at once it stays open');
  await page.goBack();
  await at(tried.path, 'and Back closes it still');
  await search(page, sought.elsewhere ?? sought.word);
  const found = await hits(page);
  const unit = found.find((id) => !id.startsWith(`${tried.unit.split('-')[0]}-`)) ?? found[0]!;
  await page.click(`[data-hit="${unit}"]`);
  await page.waitForURL((url) => url.hash === `#${unit}`);
  assert.equal(await steps(), before + 1);
  await page.goBack();
  await at(tried.path, 'Back from a hit');
  await search(page, sought.second);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin}/search/?q=${encodeURIComponent(sought.second)}`);
  await page.goBack();
  await at(tried.path, 'Back from the page of search');
  await page.goBack();
  await at('/', 'and from there to the page before');
  await page.context().close();
});

test(
  'the status tells how many units in how many points, and what else was found for what was typed',
  { skip: !sought.region && 'no region has another word for one of this article' },
  async () => {
    const page = await open(tried.path);
    const status = (): Promise<string> => page.innerText('search-box [role=status]');
    const { searchBox } = wordsIn(master);
    const [other, own] = sought.region!;
    await search(page, other);
    await page.waitForFunction(() => document.querySelector('search-box [role=status]')!.textContent);
    const [found, points] = [(await hits(page)).length, new Set((await hits(page)).map((id) => id.split('-')[0])).size];
    assert.ok(found > 0);
    assert.equal(await status(), fill(searchBox.found, { n: found, m: points }) + fill(searchBox.also, { words: own }));
    assert.equal(await page.getAttribute('[name=q]', 'aria-expanded'), 'true');
    assert.equal(await page.locator('search-box [role=status]').count(), 1);
    await page.context().close();
  },
);

test('what is absent brings nothing, and apart from that the longest part that occurs and three words that do', async () => {
  const page = await open(tried.path);
  await search(page, `${sought.word}龘`);
  assert.deepEqual(await hits(page), []);
  assert.equal(await page.getAttribute('[name=q]', 'aria-expanded'), 'true');
  const apart = page.locator('[data-search-fallback]');
  assert.ok(await apart.isVisible());
  assert.ok((await apart.innerText()).includes(fill(wordsIn(master).searchBox.part, { part: sought.word })));
  assert.ok((await apart.locator('a[data-hit]').count()) > 0);
  for (const text of await apart.locator('a[data-hit] mark').allTextContents()) assert.equal(text, sought.word);
  const words = await page.locator('[data-search-fallback] ul button').allInnerTexts();
  assert.equal(new Set(words).size, Math.min(3, suggestions));
  for (const [index, word] of words.entries()) {
    await page.locator('[data-search-fallback] ul button').nth(index).click();
    await settled(page, word);
    assert.ok((await hits(page)).length > 0, word);
    assert.ok(!(await apart.isVisible()));
    await page.fill('[name=q]', `${sought.word}龘`);
    await settled(page, `${sought.word}龘`);
  }
  await page.context().close();
});

test('who has typed nothing yet finds words to begin with and every point; who types sees answers instead', async () => {
  const page = await open(tried.path);
  await page.keyboard.press('/');
  const start = page.locator('[data-search-start]');
  await start.waitFor();
  const words = await start.locator('button').allTextContents();
  assert.equal(words.length, Math.min(4, suggestions), words.join());
  const shown = await start.locator('ol a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const rows = pageAt('/').$('.row-link').toArray();
  assert.deepEqual(
    shown,
    rows.map(({ attribs }) => attribs.href),
  );
  const [word = sought.word] = words;
  if (words.length) await start.locator('button').first().click();
  else await page.fill('[name=q]', word);
  await settled(page, word);
  assert.ok((await hits(page)).length > 0);
  assert.ok(!(await start.isVisible()));
  await page.context().close();
});

test('recent searches wait in the empty field, on this device only, until they are cleared', async () => {
  const page = await open(tried.path);
  for (const query of [sought.word, sought.second]) {
    await search(page, query);
    await page.keyboard.press('ArrowDown');
    const unit = await chosen(page);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === `#${unit}`);
  }
  await openDialog(page);
  await page.fill('[name=q]', '');
  const recent = page.locator('[data-search-recent] li button');
  await recent.first().waitFor();
  assert.deepEqual(await recent.allInnerTexts(), [sought.second, sought.word]);
  await recent.last().click();
  await settled(page, sought.word);
  assert.ok(!(await recent.first().isVisible()));
  await page.fill('[name=q]', '');
  await page.click('[data-forget]');
  assert.equal(await page.evaluate((key) => localStorage.getItem(key), keyOf('searches')), null);
  assert.ok(!(await page.isVisible('[data-search-recent]')));
  await page.context().close();
});
