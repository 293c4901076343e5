import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { fill } from '../../src/text/fill.ts';
import { master } from '../../src/text/forms.ts';
import { wordsIn } from '../support/house.ts';
import { builtFor, origin, pageAt, pages, pointPages, sample, tried, unitsOf } from '../support/site.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
before(async () => {
  browser = await startChromium();
  context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
});
after(() => browser.close());

/** The point that is tried: its page as built, its permanent address, the link at a unit of it, and how a text to paste names that unit. */
const point = pageAt(tried.path);
const ADDRESS = new URL(tried.path, builtFor).href;
const linkOf = (id: string): string => `#${id} a.pn`;
const nameOf = (id: string): string => fill(wordsIn(master).share.unit, { n: point.$(linkOf(id)).attr('data-n')! });
const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
/** A text without quotation marks and white space. */
const bare = (text: string): string => text.replace(/[「」『』“”‘’\s]/g, '');
const SAID = 'copy-line [role=status]:not(:empty)';
const said = (): Promise<string> => page.locator(SAID).innerText();
/** A page whose clipboard, and perhaps share sheet, refuses; the sheet perhaps at once, without a promise. */
async function refusing(share?: 'NotAllowedError' | 'AbortError' | 'at once'): Promise<Page> {
  const other = await context.newPage();
  await other.addInitScript((name) => {
    const refuse = (): Promise<never> => Promise.reject(new DOMException('no', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse } });
    const share = (): Promise<never> => {
      if (name === 'at once') throw new TypeError('no');
      return Promise.reject(new DOMException('no', name));
    };
    if (name) Object.defineProperty(navigator, 'share', { value: share });
  }, share);
  return other;
}

test('a click on the number of a unit copies its permanent address, shows it in the address bar and says so', async () => {
  for (const { path } of sample(pointPages, 2)) {
    await page.goto(origin + path);
    for (const { id } of sample(unitsOf(pointPages.find((other) => other.path === path)!), 4)) {
      await page.locator(`#${id} a.pn`).click();
      assert.equal(new URL(page.url()).hash, `#${id}`);
      assert.equal(await clipboard(), `${new URL(path, builtFor).href}#${id}`);
      assert.ok((await said()).includes((await page.locator(`#${id} a.pn`).getAttribute('aria-label'))!));
    }
  }
});

test('the number of a unit is reached and used with the keyboard', async () => {
  await page.goto(origin + tried.path);
  await page.locator(linkOf(tried.unit)).focus();
  await page.keyboard.press('Enter');
  assert.equal(await clipboard(), `${ADDRESS}#${tried.unit}`);
});

for (const [hasTouch, wanted] of [
  [true, 44],
  [false, 28],
] as const)
  test(`the target of every number is at least ${wanted} px high ${hasTouch ? 'for a thumb' : 'for a pointer'}`, async () => {
    const other = await (
      await browser.newContext({
        reducedMotion: 'reduce',
        viewport: { width: hasTouch ? 390 : 1280, height: 844 },
        hasTouch,
        isMobile: hasTouch,
      })
    ).newPage();
    await other.goto(origin + tried.path);
    const heights = await other.$$eval('a.pn', (links) =>
      (links as HTMLAnchorElement[]).map((link) => {
        link.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = link.getBoundingClientRect();
        const hit = (offset: number): boolean => document.elementFromPoint(left + width / 2, top + height / 2 + offset) === link;
        let [up, down] = [0, 0];
        while (up < 40 && hit(-up - 0.5)) up += 0.5;
        while (down < 40 && hit(down + 0.5)) down += 0.5;
        return [link.hash, up + down] as const;
      }),
    );
    assert.ok(heights.length >= unitsOf(point).length);
    assert.deepEqual(
      heights.filter(([, height]) => height < wanted - 0.5),
      [],
    );
    await other.context().close();
  });

test('a click with a modifier key leaves the link to the browser', async () => {
  await page.goto(origin + tried.path);
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await page.locator(linkOf(tried.unit)).click({ modifiers: ['Control'] });
  assert.equal(await clipboard(), 'before');
  for (const opened of context.pages().filter((other) => other !== page)) await opened.close();
});

test('the panel of every point copies its address, its words and its citations', async () => {
  for (const { path, $ } of sample(pointPages, 2)) {
    const address = new URL(path, builtFor).href;
    await page.goto(origin + path);
    const button = page.locator('[data-share]');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    const panel = page.locator(`#${await button.getAttribute('aria-controls')}`);
    await button.click();
    await panel.waitFor();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    await panel.locator('[data-copy=link]').click();
    assert.equal(await clipboard(), address);
    await panel.locator('[data-copy=text]').click();
    const [words, source, last] = (await clipboard()).split('\n');
    // Of a point without a sentence at its head the title.
    const own = $('.duel [data-unit]').attr('id') ?? $('.title').attr('id');
    assert.equal(bare(words!), bare(unitsOf(pageAt(path)).find(({ id }) => id === own)!.text));
    assert.ok(source!.includes($('h1').text().trim()), path);
    assert.equal(last, address);
    await panel.locator('.citations summary').click();
    const today = new Date().toLocaleDateString('sv');
    await panel.locator('[data-copy=citation]').first().click();
    assert.ok((await clipboard()).includes(`[${today}]. ${address}`), await clipboard());
    assert.ok(!/1970|\{date\}/.test(await panel.innerText()));
  }
});

test('the panel closes with Escape and by its button, and the focus returns', async () => {
  await page.goto(origin + tried.path);
  const button = page.locator('[data-share]');
  await button.click();
  await page.locator('#share').waitFor();
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement!.closest('#share') !== null), 'the next stop is in the panel');
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('#share').isHidden());
  assert.ok(await button.evaluate((node) => node === document.activeElement));
  await button.click();
  await button.click();
  assert.ok(await page.locator('#share').isHidden());
});

test('a unit is shared with its own address and words, and the point with its own again', async () => {
  await page.goto(origin + tried.path);
  const link = page.locator(linkOf(tried.farther));
  await link.click();
  const address = `${ADDRESS}#${tried.farther}`;
  const end = `${nameOf(tried.farther)}\n${address}`;
  await page.locator('[data-copy-text]').click();
  await page.locator('copy-line [data-copy-text][hidden]').waitFor({ state: 'attached' });
  const copied = await clipboard();
  assert.ok(copied.startsWith(master.quotes[0][0]!) && copied.endsWith(end), copied);
  await link.click();
  await page.locator('[data-share-unit]').click();
  const panel = page.locator('#share');
  await panel.waitFor();
  // Those there are belong to the point.
  const ofPoint = panel.locator('a[href*=portrait], details:has(img)');
  assert.equal(await ofPoint.locator('visible=true').count(), 0);
  assert.equal(await panel.locator('input').inputValue(), address);
  await panel.locator('[data-copy=text]').click();
  assert.ok((await clipboard()).endsWith(end), await clipboard());
  const sites = (): Promise<string[]> =>
    panel.locator('.share-sites a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const href of await sites()) assert.ok([...new URL(href).searchParams.values()].includes(address), href);
  await page.keyboard.press('Escape');
  await page.locator('[data-share]').click();
  await panel.waitFor();
  assert.equal(await panel.locator('a[href*=portrait], summary:visible').count(), 3);
  for (const href of await sites()) assert.ok([...new URL(href).searchParams.values()].includes(ADDRESS), href);
  assert.equal(await panel.locator('input').inputValue(), ADDRESS);
});

test('while the panel of a unit is open, the button of the point opens the point’s, which is named so, and the page stays', async () => {
  await page.goto(origin + tried.path);
  const button = page.locator('[data-share]');
  const group = (name: string): Promise<boolean> => page.getByRole('group', { name, exact: true }).isVisible();
  const shows = (end: string): Promise<unknown> =>
    page.waitForFunction((end) => document.querySelector<HTMLInputElement>('#share:not([hidden]) input')?.value.endsWith(end), end);
  const indicator = point.$('.indicator[data-unit]').attr('id') ?? tried.farther;
  for (const id of [tried.paragraphs[0]!, indicator]) {
    await page.locator(linkOf(id)).click();
    const unitName = await page.locator('[data-share-unit]').innerText();
    await page.locator('[data-share-unit]').click();
    await shows(`#${id}`);
    assert.ok(await group(unitName), `${id}: the panel says that it hands on a unit`);
    await button.scrollIntoViewIfNeeded();
    const top = (): Promise<number> => button.evaluate((node) => node.getBoundingClientRect().top);
    const before = await top();
    await button.click();
    await shows(tried.path);
    assert.ok(await group(await button.innerText()), 'and that it hands on the point');
    assert.ok(Math.abs((await top()) - before) <= 1, `${before} became ${await top()}`);
    await button.click();
    assert.ok(await page.locator('#share').isHidden());
  }
});

test('where the script of the panel, or of the button beside selected words, does not come, nothing fails and the panel opens', async () => {
  const other = await context.newPage();
  const errors: string[] = [];
  other.on('pageerror', (error) => errors.push(error.message));
  let blocked = 0;
  for (const part of ['share-ways', 'quote-link'])
    await other.route(`**/${part}*.js`, (route) => {
      blocked += 1;
      return route.abort();
    });
  await other.goto(origin + tried.path);
  const asked = other.waitForEvent('requestfailed', (request) => request.url().includes('quote-link'));
  await other.evaluate((unit) => getSelection()!.selectAllChildren(document.getElementById(unit)!), tried.unit);
  await asked;
  assert.equal(blocked, 1, 'the button was asked for');
  await other.locator('[data-share]').click();
  const panel = other.locator('#share');
  await panel.waitFor();
  assert.equal(blocked, 2, 'the panel was asked for');
  assert.equal(await panel.locator('input').inputValue(), ADDRESS);
  for (const summary of await panel.locator('summary').all()) await summary.click();
  assert.ok(await panel.locator('img').isVisible());
  assert.equal(await panel.locator('.share-sites a:visible').count(), 5);
  assert.equal(await panel.locator('.citations code:visible').count(), 5);
  assert.deepEqual(errors, []);
  await other.close();
});

test('links to other sites name the page and its title, and nothing that follows the reader', async () => {
  for (const { path, $ } of pointPages) {
    const links = $('.share-sites a')
      .toArray()
      .map((node) => new URL($(node).attr('href')!));
    assert.deepEqual(
      links.map(({ hostname }) => hostname),
      ['social-plugins.line.me', 'service.weibo.com', 'x.com', 'www.facebook.com', 't.me'],
    );
    for (const { searchParams } of links) {
      const values = [...searchParams.values()];
      assert.ok(values.includes(new URL(path, builtFor).href), path);
      for (const value of values) assert.ok([new URL(path, builtFor).href, $('h1').text().trim()].includes(value), value);
    }
  }
});

test('where the clipboard refuses, the text stands in a field, selected, and the reader is told', async () => {
  const other = await refusing();
  await other.goto(origin + tried.path);
  const link = other.locator(linkOf(tried.unit));
  await link.click();
  const field = other.locator('copy-line textarea');
  await field.waitFor();
  await other.waitForTimeout(50);
  assert.equal(await field.inputValue(), `${ADDRESS}#${tried.unit}`);
  assert.ok(
    await field.evaluate((node: HTMLTextAreaElement) => node === document.activeElement && node.selectionEnd === node.value.length),
  );
  assert.ok((await other.locator(SAID).innerText()).length > 4);
  await other.keyboard.press('Escape');
  assert.ok(await field.isHidden());
  assert.ok(await link.evaluate((node) => node === document.activeElement), 'the focus returns to the number');
  await link.click();
  await field.waitFor();
  await other.locator('h1').click();
  await other.keyboard.press('Escape');
  assert.ok(await field.isHidden(), 'Escape closes it from anywhere');
  await link.click();
  await field.waitFor();
  await other
    .locator('copy-line')
    .getByRole('button', { name: wordsIn(master).searchBox.close })
    .click({ timeout: 5000 });
  assert.ok(await field.isHidden());
  await other.close();
});

test('where the share sheet refuses, the link is copied or shown; where the reader changes their mind, nothing happens', async () => {
  for (const [name, shown] of [
    ['NotAllowedError', true],
    ['at once', true],
    ['AbortError', false],
  ] as const) {
    const other = await refusing(name);
    await other.goto(origin + tried.path);
    await other.locator('[data-share]').click();
    await other.locator('[data-native]').click();
    await other.waitForTimeout(200);
    assert.equal(await other.locator('copy-line textarea').isVisible(), shown, name);
    await other.close();
  }
  await page.goto(origin + tried.path);
  await page.locator('[data-share]').click();
  const has = await page.evaluate(() => 'share' in navigator);
  assert.equal(await page.locator('[data-native]').isVisible(), has, 'the button is there only where the device can share');
});

test('the panel stays in the window at 320 px, in both scripts', async () => {
  const small = await browser.newPage({ viewport: { width: 320, height: 640 } });
  for (const path of [tried.path, pointPages.findLast(({ form }) => form !== master)!.path]) {
    await small.goto(origin + path);
    await small.locator('[data-share]').click();
    await small.locator('#share').waitFor();
    for (const summary of await small.locator('#share summary').all()) await summary.click();
    const wide = await small.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('#share, #share *')]
        .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5 || node.scrollWidth > node.clientWidth + 1)
        .filter((node) => !node.matches('input, svg *, .vh'))
        .filter((node) => getComputedStyle(node).display !== 'inline')
        .map((node) => node.className || node.tagName),
    );
    assert.deepEqual(wide, [], path);
    assert.equal(await small.evaluate(() => document.documentElement.scrollWidth), 320, path);
  }
  await small.close();
});

test('without script the panel is there: address, QR code, picture, plain links, citations', async () => {
  const plain = await (
    await browser.newContext({ reducedMotion: 'reduce', javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  ).newPage();
  for (const { path } of sample(pointPages, 2)) {
    await plain.goto(origin + path);
    await plain.locator('share-panel summary').first().click();
    assert.equal(await plain.locator('#share input').inputValue(), new URL(path, builtFor).href);
    assert.equal(await plain.locator('.share-sites a:visible').count(), 5);
    for (const summary of await plain.locator('#share summary').all()) await summary.click();
    assert.equal(await plain.locator('.citations code:visible').count(), 5);
    await plain.locator('#share img').scrollIntoViewIfNeeded();
    assert.ok(await plain.locator('#share img').isVisible());
    assert.equal(await plain.locator('#share button:visible, [data-share]:visible').count(), 0, 'no dead button');
    assert.equal((await plain.request.get(origin + (await plain.locator('.share-ways a').getAttribute('href')))).status(), 200);
  }
  await plain.context().close();
});

/** A unit that the point that is tried has not. */
const none = tried.unit.replace(/\d+$/, '99');
const LOST = [
  ...[`#${none}`, '#nothing-here', '#%E4%B8%AD%E6%96%87', '#%E4%ZZ', '#%', `#${'x'.repeat(20_000)}`, `#${none}%20`, '#"><img src=x>'],
];

test('a link to a passage that is not there, badly written or very long gets a quiet word and no error', async () => {
  const errors: string[] = [];
  const other = await context.newPage();
  other.on('pageerror', (error) => errors.push(error.message));
  for (const { path } of sample(
    pages.filter(({ page: below }) => /^(\d+|full|about)?\/?$/.test(below)),
    1,
  )) {
    for (const fragment of LOST) {
      await other.goto('about:blank');
      await other.goto(origin + path + fragment);
      const line = other.locator(SAID);
      assert.ok((await line.innerText()).length > 8, path + fragment.slice(0, 30));
      assert.ok(await line.isVisible());
    }
  }
  assert.deepEqual(errors, []);
  const parts = ['.sources li[id]', '.section[id]'].flatMap((part) => point.$(part).attr('id') ?? []);
  for (const fragment of ['', '#', ...[tried.unit, ...parts, 'main', `${tried.unit}:~:text=nowhere`].map((id) => `#${id}`)]) {
    await other.goto('about:blank');
    await other.goto(origin + tried.path + fragment);
    await other.waitForTimeout(150);
    assert.equal(await other.locator('copy-line [role=status]').innerText(), '', fragment);
  }
  await other.goto(`${origin}${tried.path}#${tried.unit}`);
  await other.evaluate((id) => void (location.hash = id), none);
  assert.ok((await other.locator(SAID).innerText()).length > 8, 'also while the page is open');
  await other.evaluate((id) => void (location.hash = id), tried.unit.replace(/\d+$/, 't'));
  await other.locator(SAID).waitFor({ state: 'detached', timeout: 5000 });
  await other.close();
});

test('the button beside selected text stays in the window, below the words on a touch screen, and goes with the selection', async () => {
  for (const hasTouch of [false, true]) {
    const other = await (
      await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 320, height: 700 }, hasTouch, isMobile: hasTouch })
    ).newPage();
    await other.goto(origin + tried.path);
    await other.evaluate(() => {
      const texts = [...document.querySelectorAll('.text .para')].flatMap((unit) => [...unit.childNodes]);
      const text = texts.findLast((node) => node instanceof Text && node.data.length > 20) as Text;
      text.parentElement!.scrollIntoView({ block: 'center' });
      getSelection()!.setBaseAndExtent(text, 4, text, 9);
    });
    const button = other.locator('quote-link button');
    await button.waitFor();
    const [box, words] = await other.evaluate(() => [
      document.querySelector('quote-link button')!.getBoundingClientRect().toJSON() as DOMRect,
      getSelection()!.getRangeAt(0).getBoundingClientRect().toJSON() as DOMRect,
    ]);
    assert.ok(box!.left >= 0 && box!.right <= 320, `${box!.left}–${box!.right}`);
    assert.ok(box!.top >= words!.bottom + (hasTouch ? 40 : 4), `${hasTouch}: ${box!.top} below ${words!.bottom}`);
    await other.evaluate(() => getSelection()!.removeAllRanges());
    await button.waitFor({ state: 'hidden' });
    await other.context().close();
  }
});

test('a selection in a note, over several units and with quotation marks is copied with its source', async () => {
  await page.goto(origin + tried.path);
  const copy = async (from: string, to: string): Promise<string[]> => {
    await page.evaluate(
      ([from, to]) => {
        const [a, b] = [document.querySelector(from!)!, document.querySelector(to!)!];
        const texts = (root: Element): Text[] => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          const found: Text[] = [];
          while (walker.nextNode()) if (!walker.currentNode.parentElement!.closest('.pn, .ref')) found.push(walker.currentNode as Text);
          return found.filter(({ data }) => data.trim());
        };
        const [first, last] = [texts(a)[0]!, texts(b).at(-1)!];
        getSelection()!.setBaseAndExtent(first, 0, last, last.data.length);
      },
      [from, to],
    );
    await page.locator('quote-link button').waitFor();
    await page.waitForTimeout(250);
    await page.locator('quote-link button').click();
    return (await clipboard()).split('\n');
  };
  const source = point.$('.sources li[id]').attr('id');
  if (source) {
    await page.locator('[data-unfold]').click();
    const note = await copy(`#${source} .source-name`, `#${source} .source-name`);
    assert.ok(note.at(-1)!.startsWith(`${ADDRESS}#${source}:~:text=`), note.join('\n'));
  }
  const units = tried.paragraphs.slice(0, 2);
  const two = await copy(`#${units[0]}`, `#${units.at(-1)}`);
  assert.match(two.at(-1)!.slice(`${ADDRESS}#${units[0]}`.length), /^:~:text=[^,]+,/);
  assert.equal(two.length, units.length + 2, 'the paragraphs, source, address');
  const texts = units.map((id) => unitsOf(point).find((unit) => unit.id === id)!.text);
  const [[open, close], inner] = master.quotes;
  const nested = texts.join('').replaceAll(open!, inner[0]!).replaceAll(close!, inner[1]!);
  assert.equal(two.slice(0, -2).join('').replace(/\s/g, ''), open + nested + close, 'quotation marks inside become inner ones');
  const said = point.$(`#${units[0]}`).closest('[data-attribution]').attr('data-attribution')!;
  assert.ok(said.includes(point.$('h1').text().trim()));
  assert.equal(two.at(-2), `——${said}${nameOf(units[0]!)}`);
});
