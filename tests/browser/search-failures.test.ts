import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page, Route } from 'playwright-core';
import { forms } from '../../src/text/forms.ts';
import { siteName, wordsIn } from '../support/house.ts';
import { startChromium } from '../support/engines.ts';
import { askAll, expected, questions, sought } from '../support/search.ts';
import { hits, openDialog, search, settled } from '../support/search-page.ts';
import { full, origin, sample, tried } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

const FORM = forms[0]!;
const COUNT = full ? 210 : 7;

/** A page on which nothing may go wrong unseen. */
async function open(path: string, ...routes: [string, (route: Route) => unknown][]): Promise<{ page: Page; errors: string[] }> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })).newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const [pattern, answer] of routes) await page.route(pattern, (route) => void answer(route));
  await page.goto(origin + path);
  return { page, errors };
}

const withoutText = async (route: Route): Promise<void> => {
  const { points: _, ...rest } = (await (await route.fetch()).json()) as Record<string, unknown>;
  await route.fulfill({ json: rest });
};
const spoil = (route: Route): Promise<void> => route.fulfill({ status: 200, body: 'spoilt' });
const block = (route: Route): Promise<void> => route.abort();
const lose = (route: Route): Promise<void> => route.fulfill({ status: 404, body: '' });

test('the text alone, Pagefind alone and both give the same units in the same order for every query', async () => {
  for (const form of full ? forms : [FORM]) {
    const asked = forms.flatMap((script) => questions(form, script, COUNT)).map(({ query }) => query);
    const answers: { hits: string[]; apart: string[] }[][] = [];
    for (const routes of [[], [['**/pagefind/**', block]], [['**/search/*.json', withoutText]]] as [
      string,
      (route: Route) => unknown,
    ][][]) {
      const { page, errors } = await open(`/${form.path && `${form.path}/`}search/?q=a`, ...routes);
      await settled(page, 'a');
      await page.waitForLoadState('networkidle');
      const shown = await page.evaluate(({ source, queries }) => (0, eval)(`(${source})`)(queries) as ReturnType<typeof askAll>, {
        source: askAll.toString(),
        queries: asked,
      });
      answers.push(shown.map(({ hits, apart }) => ({ hits, apart })));
      assert.deepEqual(errors, []);
      await page.context().close();
    }
    const [both, text, pagefind] = answers;
    for (const [index, query] of asked.entries()) {
      assert.deepEqual(text![index], both![index], `${form.id}: the text alone for ${query}`);
      assert.deepEqual(pagefind![index], both![index], `${form.id}: Pagefind alone for ${query}`);
    }
  }
});

test('when Pagefind takes over, nothing is drawn anew', async () => {
  const held: Route[] = [];
  const { page } = await open(tried.path, ['**/wasm.*', (route) => held.push(route)]);
  await search(page, sought.word);
  const before = await page.$$('[data-hit]');
  for (const route of held) await route.continue();
  await page.waitForRequest(/pf_index/);
  await page.waitForLoadState('networkidle');
  for (const hit of before) assert.ok(await hit.evaluate((node) => node.isConnected));
  await page.context().close();
});

for (const [trouble, answer] of Object.entries({ blocked: block, missing: lose, spoilt: spoil }))
  test(`with Pagefind ${trouble} the text answers, without an error`, async () => {
    const { page, errors } = await open(tried.path, ['**/pagefind/**', answer]);
    await search(page, sought.word);
    await page.waitForTimeout(400);
    await page.fill('[name=q]', sought.third);
    await settled(page, sought.third);
    assert.deepEqual((await hits(page)).toSorted(), expected(FORM, sought.third));
    assert.deepEqual(errors, []);
    await page.context().close();
  });

for (const [trouble, pattern, answer] of [
  ['the index is blocked', '**/search/*.json', block],
  ['the index is missing', '**/search/*.json', lose],
  ['the index is spoilt', '**/search/*.json', spoil],
  ['search itself does not load', '**/search-box*', block],
] as const)
  test(`when ${trouble} a sentence says so, with a way to the whole text and another try`, async () => {
    const { page, errors } = await open(tried.path, [pattern, answer]);
    await openDialog(page);
    await page.keyboard.insertText(sought.word);
    const failed = page.locator('[data-search-failed]');
    await failed.waitFor();
    assert.ok((await failed.innerText()).includes(wordsIn(FORM).searchBox.failed));
    assert.equal(await failed.locator('a').getAttribute('href'), '/full/');
    assert.equal(await page.getAttribute('[data-search-results]', 'aria-busy'), 'false');
    await page.waitForFunction(
      (words) => document.querySelector('search-box [role=status]')!.textContent?.includes(words),
      wordsIn(FORM).searchBox.failed,
    );
    assert.deepEqual(errors, []);
    await page.unroute(pattern);
    await failed.locator('button').click();
    await settled(page, sought.word);
    assert.deepEqual((await hits(page)).toSorted(), expected(FORM, sought.word));
    assert.ok(!(await failed.isVisible()));
    await page.context().close();
  });

test('Pagefind alone says so when it cannot be had', async () => {
  const { page, errors } = await open(tried.path, ['**/search/*.json', withoutText], ['**/pagefind/**', lose]);
  await openDialog(page);
  await page.keyboard.insertText(sought.word);
  await page.locator('[data-search-failed]').waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('offline, what was loaded goes on answering', async () => {
  const { page, errors } = await open(tried.path);
  await search(page, sought.word);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.fill('[name=q]', sought.second);
  await settled(page, sought.second);
  assert.deepEqual((await hits(page)).toSorted(), expected(FORM, sought.second));
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('storage that is forbidden costs memory, not search', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    }),
  );
  await page.goto(origin + tried.path);
  await search(page, sought.word);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#p/);
  assert.deepEqual(errors, []);
  await page.close();
});

test('whatever is typed gets an honest answer or none, never an error, never markup', async () => {
  const { page, errors } = await open('/search/?q=a');
  await settled(page, 'a');
  const input = page.locator('[name=q]');
  const longest = `${sought.word}與${sought.second}`.repeat(2_000);
  for (const query of sample(
    [
      longest,
      'x'.repeat(10_000),
      '<img src=x onerror=alert(1)>',
      '</script><script>alert(1)</script>',
      '"',
      '""""',
      `'"\``,
      '“「『',
      '.*+?^${}()|[]\\/',
      `[${sought.word.split('').join('-')}]`,
      '(',
      '\\',
      '😀',
      '👩‍💻🇹🇼',
      '\uD800',
      sought.word.split('').join('\uDC00'),
      `\u202E${[...sought.word].reverse().join('')}\u202C`,
      sought.word.split('').join('\u200F'),
      '\u200B',
      '   ',
      '　',
      '，。',
      '！？',
      '%',
      '%E7',
      '&amp;',
      '\0',
      '__proto__',
      'constructor',
      'İ',
      'ﬁ',
      '㍿',
    ],
    12,
  )) {
    // As a program would set it: a keyboard cannot make all of these.
    await input.evaluate((node, query) => {
      (node as HTMLInputElement).value = query;
      node.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, query);
    await page.waitForFunction(() => {
      const results = document.querySelector<HTMLElement>('[data-search-results]')!;
      return results.ariaBusy === 'false' && results.dataset.query === document.querySelector<HTMLInputElement>('[name=q]')!.value;
    });
    const typed = await input.inputValue();
    assert.deepEqual((await hits(page)).toSorted(), expected(FORM, typed), JSON.stringify(query.slice(0, 40)));
    assert.equal(await page.locator('search-box :is(img, script, style, iframe)').count(), 0);
    assert.deepEqual(errors, [], JSON.stringify(query.slice(0, 40)));
  }
  await input.press('Enter');
  await input.fill(longest);
  await input.press('Enter');
  await page.reload();
  assert.equal(await page.title(), `${wordsIn(FORM).searchPage.title}｜${siteName}`);
  assert.deepEqual(errors, []);
  await page.context().close();
});
