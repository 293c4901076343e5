import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { forms } from '../../src/text/forms.ts';
import { fewEngines, startChromium } from '../support/engines.ts';
import { chosen, isOpen, openDialog, search, settled } from '../support/search-page.ts';
import { expected, sought } from '../support/search.ts';
import { origin, pageAt, tried, unitsOf } from '../support/site.ts';
import { openTab } from '../support/tabs.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** A page whose dialog is open, with what its field was told and how often it showed an answer. */
async function composing(): Promise<{ page: Page; client: CDPSession; answers: () => Promise<string[]> }> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })).newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(origin + tried.path);
  await search(page, 'a');
  await page.evaluate(() => {
    const results = document.querySelector<HTMLElement>('[data-search-results]')!;
    const answers: string[] = [];
    Object.assign(window, { answers });
    new MutationObserver((changes) => {
      if (changes.some(({ attributeName }) => attributeName === 'data-query')) answers.push(results.dataset.query ?? '');
    }).observe(results, { attributes: true });
  });
  await page.fill('[name=q]', '');
  await settled(page, '');
  await page.evaluate(() => (window as unknown as { answers: string[] }).answers.splice(0));
  return {
    page,
    client: await page.context().newCDPSession(page),
    answers: () => page.evaluate(() => (window as unknown as { answers: string[] }).answers),
  };
}

const compose = (client: CDPSession, text: string): Promise<unknown> =>
  client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

for (const [method, steps, word] of [
  ['Pinyin', ['s', 's u', 'su a', 'suan', 'suan l', 'suan li'], sought.word],
  ['Zhuyin', ['ㄙ', 'ㄙㄨ', 'ㄙㄨㄢ', '算', '算ㄌ', '算ㄌㄧ', sought.word], sought.word],
  ['Cangjie', ['竹', '竹月', '竹月山', '芯', '芯中', sought.second], sought.second],
] as const)
  test(`while a ${method} composition is open nothing is searched, moved, chosen or closed; once it is committed, one search`, async () => {
    const { page, client, answers } = await composing();
    for (const step of steps) {
      await compose(client, step);
      for (const key of ['ArrowDown', 'ArrowUp', 'Enter', 'Escape']) {
        await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 });
        await client.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: 229 });
      }
      await page.waitForTimeout(40);
    }
    assert.deepEqual(await answers(), []);
    assert.equal(await chosen(page), undefined);
    assert.ok(await isOpen(page));
    assert.equal(page.url(), origin + tried.path);
    assert.equal(await page.inputValue('[name=q]'), steps.at(-1), 'nothing was written over the composition');
    await client.send('Input.insertText', { text: word });
    await settled(page, word);
    await page.waitForTimeout(200);
    assert.deepEqual(await answers(), [word]);
    await page.keyboard.press('ArrowDown');
    assert.ok(await chosen(page), 'afterwards the keys are search’s again');
    await page.context().close();
  });

/** A word in letters that the article has. */
const latin = unitsOf(pageAt(tried.path))
  .flatMap(({ text }) => text.match(/(?<![A-Za-z\d])[A-Za-z]{4,}(?![A-Za-z\d])/g) ?? [])
  .find((word) => expected(forms[0]!, word).length);

test(
  'a word in letters that rests, as Gboard composes it, is answered before it is committed; resting Pinyin is not',
  { skip: !latin },
  async () => {
    const { page, client, answers } = await composing();
    for (const step of ['s', 'su', 'suan', 'suan li']) {
      await compose(client, step);
      await page.waitForTimeout(700);
    }
    assert.deepEqual(await answers(), []);
    await compose(client, '');
    for (let length = 1; length < latin!.length; length += 1) await compose(client, latin!.slice(0, length));
    assert.deepEqual(await answers(), []);
    await compose(client, latin!);
    await settled(page, latin!);
    assert.equal(await page.inputValue('[name=q]'), latin, 'nothing was written over the composition');
    await client.send('Input.insertText', { text: latin! });
    await page.waitForTimeout(200);
    assert.deepEqual(await answers(), [latin]);
    await page.context().close();
  },
);

test('a composition that is given up searches nothing', async () => {
  const { page, client, answers } = await composing();
  await compose(client, 'suan');
  await compose(client, '');
  await page.waitForTimeout(200);
  assert.deepEqual(await answers(), []);
  assert.equal(await page.inputValue('[name=q]'), '');
  assert.ok(await isOpen(page));
  await page.context().close();
});

test('the shortcut of a page is no shortcut while a composition is open elsewhere', async () => {
  const page = await browser.newPage();
  await page.goto(origin + tried.path);
  await page.waitForFunction(() => customElements.get('search-entry'));
  await page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', isComposing: true })));
  assert.ok(!(await isOpen(page)));
  await openDialog(page);
  assert.ok(await isOpen(page));
  await page.close();
});

for (const name of fewEngines)
  test(`in ${name}, with Safari’s order of events, the key that confirms a composition goes nowhere`, async (t) => {
    const tab = await openTab(t, name);
    await tab.open(`${origin}/search/?q=a`);
    const [before, during, later, confirmed, followed] = await tab.run(async (word) => {
      const input = document.querySelector<HTMLInputElement>('input[name=q]')!;
      const results = document.querySelector<HTMLElement>('[data-search-results]')!;
      const until = async (query: string): Promise<void> => {
        while (results.dataset.query !== query) await new Promise((done) => setTimeout(done, 20));
      };
      const key = (key: string, keyCode: number): void => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        Object.defineProperty(event, 'keyCode', { value: keyCode });
        input.dispatchEvent(event);
      };
      const selected = (): number => document.querySelectorAll('[aria-selected=true]').length;
      await until('a');
      input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      input.value = word;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
      const before = results.dataset.query;
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: word }));
      await until(word);
      key('ArrowDown', 229);
      const during = selected();
      key('ArrowDown', 40);
      const later = selected();
      // The hit that is chosen is one that another Enter would follow.
      let followed = 0;
      results.addEventListener('click', (event) => (event.preventDefault(), (followed += 1)), { capture: true });
      input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '' }));
      key('Enter', 229);
      const confirmed = followed;
      key('Enter', 13);
      return [before, during, later, confirmed, followed];
    }, sought.word);
    assert.deepEqual([before, during, later, confirmed, followed], ['a', 0, 1, 0, 1]);
  });
