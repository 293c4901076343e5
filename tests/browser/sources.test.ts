import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { engines, startChromium } from '../support/engines.ts';
import { origin, pointPages, sample, unitsOf } from '../support/site.ts';
import { openTab } from '../support/tabs.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

const cited = pointPages.filter(({ $ }) => $('.para .ref').length);
const skip = !cited.length && 'no point of this article cites a source';
/** Opens a page and waits for what is made of its sources. */
async function open(path: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 844 } });
  await page.goto(origin + path);
  await page.waitForSelector('.sheet', { state: 'attached' });
  return page;
}

test(
  'on a phone a tap on a number shows its source at the lower edge; Escape, a tap elsewhere or a second one closes it',
  { skip },
  async () => {
    for (const { path, $ } of sample(cited, 2)) {
      const page = await open(path, 390);
      const ref = page.locator('.text .para .ref a').first();
      const id = (await ref.getAttribute('href'))!.slice(1);
      const sheet = page.locator('.sheet');
      for (const close of [() => page.keyboard.press('Escape'), () => ref.click(), () => page.locator('h1').click({ force: true })]) {
        await ref.click();
        assert.ok(await sheet.isVisible(), path);
        assert.equal(await sheet.locator('a').first().getAttribute('href'), $(`#${id} a.source-name`).attr('href'));
        assert.ok((await sheet.textContent())!.includes($(`#${id} .source-kind`).text().trim()), path);
        const box = (await sheet.boundingBox())!;
        assert.ok(box.x === 0 && Math.round(box.width) === 390 && Math.round(box.y + box.height) === 844, JSON.stringify(box));
        await close();
        assert.ok(!(await sheet.isVisible()), path);
      }
      await ref.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      assert.ok(await ref.evaluate((node) => node === document.activeElement), 'the focus returns to the number');
      assert.equal(new URL(page.url()).hash, '', 'the reader stays where they are');
      await page.close();
    }
  },
);

test('on a wide screen the sources of a paragraph stand beside it, and move nothing', { skip }, async () => {
  for (const { path, $ } of sample(cited, 2)) {
    const page = await open(path, 1280);
    const wanted = $('.text .para')
      .toArray()
      .map(
        (node) =>
          new Set(
            $(node)
              .find('.ref a')
              .toArray()
              .map(({ attribs }) => $(attribs.href!).find('a.source-name').attr('href')),
          ).size,
      )
      .filter(Boolean);
    assert.deepEqual(await page.$$eval('.side', (sides) => sides.map((side) => side.querySelectorAll('p').length)), wanted, path);
    const overlap = await page.$$eval(
      '.side',
      (sides) => sides.filter((side) => side.getBoundingClientRect().left < side.nextElementSibling!.getBoundingClientRect().right).length,
    );
    assert.equal(overlap, 0, path);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 1280, path);
    await page.close();
  }
});

test(
  'the list of sources folds under its reader, opens by its button, and stands open for who follows a link to one',
  { skip },
  async () => {
    const { path, $ } = cited[0]!;
    const page = await open(path, 390);
    assert.ok(!(await page.locator('ol.sources').isVisible()));
    await page.click('[data-unfold]');
    assert.ok(await page.locator('ol.sources').isVisible());
    await page.goto(`${origin}${path}#${$('ol.sources > li').last().attr('id')}`);
    await page.waitForSelector('.sheet', { state: 'attached' });
    assert.ok(await page.locator('ol.sources').isVisible());
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('ol.sources').isVisible());
    await page.close();
  },
);

for (const name of engines) {
  test(`what a reader selects and copies of a unit is its text, without numbers (${name})`, async (t) => {
    for (const built of sample(pointPages, name === 'chromium' ? 2 : 1)) {
      const tab = await openTab(t, name);
      await tab.open(origin + built.path);
      const copied = await tab.run(() =>
        [...document.querySelectorAll('.para[data-unit], .thesis[data-unit]')].map((unit) => {
          const selection = getSelection()!;
          selection.selectAllChildren(unit);
          return [unit.id, selection.toString().replace(/\s+/g, '')];
        }),
      );
      const texts = new Map(unitsOf(built).map(({ id, text }) => [id, text]));
      for (const [id, text] of copied) assert.equal(text, texts.get(id!), `${built.path}#${id}`);
    }
  });

  test(`no reference begins a line (${name})`, { skip }, async (t) => {
    const faults: string[] = [];
    for (const width of sample(name === 'webkit' ? [450, 1280] : [320, 390, 768, 1280, 1920], name === 'chromium' ? 3 : 1)) {
      const tab = await openTab(t, name, width);
      for (const { path } of sample(cited, 2)) {
        await tab.open(origin + path);
        const found = await tab.run(() =>
          [...document.querySelectorAll<HTMLElement>('[data-unit] .ref')].flatMap((ref) => {
            const before = document.createRange();
            const text = ref.previousSibling;
            if (!(text instanceof Text) || !text.length) return [];
            before.setStart(text, text.length - 1);
            before.setEnd(text, text.length);
            const [mark, number] = [before.getBoundingClientRect(), ref.getBoundingClientRect()];
            return number.left < mark.left ? [`${ref.closest('[data-unit]')!.id} ${ref.querySelector('a')!.hash}`] : [];
          }),
        );
        faults.push(...found.map((fault) => `${path} ${width} ${fault}`));
      }
    }
    assert.deepEqual(faults, []);
  });
}
