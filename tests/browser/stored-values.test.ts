import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { pick, seeded } from '../support/random.ts';
import { derived } from '../support/forms.ts';
import { sought } from '../support/search.ts';
import { hits, openDialog, settled } from '../support/search-page.ts';
import { full, keyOf, onePerKind, origin, sample, tried } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

const NAMES = ['theme', 'form', 'form-offer', 'slash', 'offline', 'searches', 'landings', 'place', 'seen', 'since'];
const { path: PATH, unit: UNIT } = tried;
const HOSTILE = [
  ...['', ' ', '{}', '[]', '5', '-0', '1e999', 'null', 'true', '"x"', '""', '"]', 'undefined', '[object Object]', '\0', '"a\nb"'],
  ...['[null]', '[[]]', '[[[]]]', '[5]', '[""]', '["x",]', '[{}]', '{"__proto__":{"theme":"dark"}}', '{"length":2}', '"__proto__"'],
  ...[`["${PATH}"]`, `["${PATH}","${UNIT}"]`, `["${PATH}","__proto__",1]`, `["${PATH}","${UNIT}","9"]`, `["${PATH}","${UNIT}",1e999]`],
  ...[`["${PATH}","\\q",1]`, `[["${PATH}",[],"x"]]`, `[["${PATH}",[""],1]]`, `[["${PATH}","x",1]]`, `[["${PATH}",["x"],1,2]]`],
  '[[5,["x"],1]]',
  ...['"</script><b>"', '"\\ud800"'],
  '['.repeat(100_000),
  `"${'x'.repeat(200_000)}"`,
  `"${'\\"'.repeat(100_000)}"`,
  `["${'x'.repeat(200_000)}"]`,
  JSON.stringify(Array.from({ length: 5000 }, () => 'x')),
  '9'.repeat(200_000),
];
/** What each may be, to be spoilt by chance. */
const RIGHT: string[] = [
  '"dark"',
  '"zh-Hans"',
  '"off"',
  `["${sought.word}","${sought.second}"]`,
  `[["${origin}${PATH}#${UNIT}",["${sought.second}"],1]]`,
  `["${PATH}","${UNIT}",-12.5]`,
];

/** A page that is opened with values stored, and what goes wrong there. */
async function visitor(): Promise<{ page: Page; errors: string[]; visit(path: string, stored: Record<string, string>): Promise<void> }> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(origin);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const visit = async (path: string, stored: Record<string, string>): Promise<void> => {
    await page.evaluate((stored) => {
      localStorage.clear();
      for (const [key, value] of Object.entries(stored)) (/:(place|since)$/.test(key) ? sessionStorage : localStorage).setItem(key, value);
    }, stored);
    await page.goto(origin + path);
  };
  return { page, errors, visit };
}

/** Which of some values are still stored. */
const left = (page: Page, stored: Record<string, string>): Promise<string[]> =>
  page.evaluate(
    (stored) =>
      Object.entries(stored).flatMap(([key, value]) =>
        (/:(place|since)$/.test(key) ? sessionStorage : localStorage).getItem(key) === value ? [`${key} ${value}`] : [],
      ),
    stored,
  );

/** Searches on a page; its dialog opens by its link, for the key may be switched off. */
async function answers(page: Page): Promise<boolean> {
  if (await page.locator('dialog.search:not([open])').count()) await page.locator('[data-open-search]').click();
  await page.fill('[name=q]', sought.word);
  await settled(page, sought.word);
  return (await hits(page)).length > 0;
}

test('whatever is stored, every page works without an error, and what was wrong is gone', async () => {
  const { page, errors, visit } = await visitor();
  // Each name meets every value in turn: a part of the rounds shows all values, each under some name.
  for (const [round, value] of sample([...HOSTILE.entries()], 4))
    for (const { path } of full ? onePerKind : [onePerKind[round % onePerKind.length]!]) {
      const values = NAMES.map((_, index) => HOSTILE[(round + 7 * index) % HOSTILE.length]!);
      const stored = Object.fromEntries(NAMES.map((name, index) => [keyOf(name), values[index]!]));
      await visit(path, stored);
      const where = `${path} with ${value.slice(0, 30)}`;
      if (full || round % 5 === 0) assert.ok(await answers(page), where);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('form-switch, theme-switch, form-offer, search-entry, share-panel')].every((node) =>
          node.matches(':defined'),
        ),
      );
      assert.deepEqual(errors, [], where);
      // A language that no form has counts as none; an empty list is one. Recent searches are read when they are shown, the last visit on the home page alone, whether to read offline where there is a page to store.
      const isLost = path.endsWith('404.html');
      const wrong = async (): Promise<string[]> =>
        (await left(page, stored)).filter(
          (one) => !/:form "[^"\n]{1,2000}"$|:(searches|seen|since) | \[\]$/.test(one) && !(isLost && one.includes(':offline ')),
        );
      // Some are read when all else is there.
      for (let wait = 0; wait < 50 && (await wrong()).length; wait += 1) await page.waitForTimeout(100);
      assert.deepEqual(await wrong(), [], where);
    }
  await page.context().close();
});

test('recent searches that are spoilt are not shown, and are gone', async () => {
  const { page, errors, visit } = await visitor();
  await visit(tried.path, {});
  for (const value of sample(HOSTILE, 4)) {
    assert.ok(await answers(page));
    const stored = { [keyOf('searches')]: value };
    await page.evaluate((stored) => Object.assign(localStorage, stored), stored);
    await page.fill('[name=q]', '');
    await settled(page, '');
    if (/^\[("[^"]{1,2000}",?)*[^,]$/.test(value)) continue;
    assert.deepEqual(await left(page, stored), []);
    assert.equal(await page.locator('[data-search-recent] li').count(), 0, value.slice(0, 30));
  }
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('right values spoilt by chance do no harm', async () => {
  const random = seeded(8);
  const spoilt = (): string => {
    const characters = [...pick(RIGHT, random)];
    for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1)
      characters.splice(Math.floor(random() * characters.length), Math.floor(random() * 2), pick([...'"[]{},:\\0.-ex論'], random));
    return characters.join('');
  };
  const { page, errors, visit } = await visitor();
  for (let round = 0; round < (full ? 300 : 5); round += 1) {
    const stored = Object.fromEntries(NAMES.map((name) => [keyOf(name), spoilt()]));
    await visit(pick(onePerKind, random).path, stored);
    if (round % 10 === 0) assert.ok(await answers(page), JSON.stringify(stored));
    assert.deepEqual(errors, [], JSON.stringify(stored));
  }
  await page.context().close();
});

test('stored landings with empty, many or common writings leave the page alive', async () => {
  const { page, errors, visit } = await visitor();
  for (const writings of [[''], [], Array.from({ length: 50 }, () => '的'), Array.from({ length: 50 }, () => 'x'.repeat(2000))]) {
    await visit('/full/', { [keyOf('landings')]: JSON.stringify([[`${origin}/full/`, writings, Date.now()]]) });
    await page.waitForFunction((key) => !localStorage.getItem(key), keyOf('landings'));
    assert.deepEqual(errors, []);
  }
  await page.context().close();
});

test('what other sites on the origin have stored is neither read nor touched', async () => {
  const others = Object.fromEntries(
    ['theme', 'form', 'searches', 'shilun:/other/:theme', 'shilun:/other/:searches'].map((key) => [
      key,
      key.endsWith('theme') ? '"dark"' : '{}',
    ]),
  );
  const { page, visit } = await visitor();
  await visit(tried.path, others);
  assert.equal(await page.getAttribute('html', 'data-theme'), 'system');
  assert.ok(await answers(page));
  for (const [key, value] of Object.entries(others)) assert.equal(await page.evaluate((key) => localStorage.getItem(key), key), value, key);
  await page.context().close();
});

test('where nothing can be written, or nothing read, the page works without memory', async () => {
  for (const method of ['setItem', 'getItem', 'removeItem'] as const) {
    const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })).newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript((method) => {
      Storage.prototype[method] = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    }, method);
    await page.goto(origin + tried.path);
    await page.click('[data-theme-switch]');
    assert.equal(await page.getAttribute('html', 'data-theme'), 'light', method);
    await openDialog(page);
    await page.keyboard.insertText(sought.word);
    await settled(page, sought.word);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#p/);
    await page.click('form-switch a:not([aria-current])');
    await page.waitForURL((url) => url.pathname.startsWith(`/${derived[0]!.path}/`));
    assert.deepEqual(errors, [], method);
    await page.context().close();
  }
});
