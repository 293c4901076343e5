import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { forms } from '../../src/text/forms.ts';
import { startChromium } from '../support/engines.ts';
import { readsPdf, wordsOfPdf, type PdfWord } from '../support/pdf.ts';
import { builtFor, origin, pageAt, pointPages, sample, unitsOf, type BuiltPage } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** The sides' margin and the width of a sheet of A4, in points. */
const [MARGIN, WIDTH] = [56.6, 595.3];
const skip = !readsPdf && 'pdftotext is not installed';

async function printed({ path }: BuiltPage): Promise<PdfWord[]> {
  const page: Page = await browser.newPage();
  await page.goto(origin + path);
  if (await page.$('ol.sources')) await page.waitForSelector('.sheet', { state: 'attached' });
  await page.waitForSelector('link[href*="/notes."]', { state: 'attached' });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return wordsOfPdf(pdf);
}

const solid = (text: string): string => text.replace(/\s+/g, '');

/** The units whose number does not stand in front of their first line. */
function misplaced(words: readonly PdfWord[], built: BuiltPage): string[] {
  return unitsOf(built).flatMap(({ id, text }) => {
    const unit = built.$(`#${id}`);
    if (!unit.is('.columns .para, .lead .para, .thesis')) return [];
    const number = unit.children('.pn').attr('data-n')!;
    const start = text.slice(0, 3);
    const stands = words.some(
      (mark) =>
        mark.text === number &&
        words.some(
          (word) =>
            word.page === mark.page &&
            Math.abs((word.top + word.bottom - mark.top - mark.bottom) / 2) < 5 &&
            word.left > mark.right &&
            word.left - mark.right < 40 &&
            (word.text.startsWith(start) || start.startsWith(word.text)),
        ),
    );
    return stands ? [] : [`${built.path}#${id} ${number}`];
  });
}

test('paper has title, claim, argument, evidence, counter and sources in order, each number whole beside its text', { skip }, async () => {
  for (const built of sample(pointPages, 1)) {
    const { $, path } = built;
    const words = await printed(built);
    const text = solid(words.map((word) => word.text).join(''));
    const [place, address] = [$('.context-place').attr('aria-label'), $('link[rel=canonical]').attr('href')];
    assert.ok(text.includes(solid(`${place}・${address}`)), `${path}: no sheet says at its head what it is`);
    const parts = ['h1', '.thesis[data-unit]', '.argument .para', '.evidence .para', '.section.counter .para', 'ol.sources a'];
    const starts = parts
      .filter((part) => $(part).length)
      .map((part) => {
        const copy = $(part).first().clone();
        copy.find('.pn, .ref').remove();
        return solid(copy.text()).slice(0, 8);
      });
    // As it is read: what is positioned is painted, and written, after the rest.
    const read = words.toSorted((a, b) => a.page - b.page || (Math.abs(a.bottom - b.bottom) > 4 ? a.bottom - b.bottom : a.left - b.left));
    const shown = solid(read.map((word) => word.text).join(''));
    const places = starts.reduce<number[]>((found, start) => [...found, shown.indexOf(start, (found.at(-1) ?? -1) + 1)], []);
    assert.ok(!places.includes(-1), `${path}: ${starts.join()} at ${places.join()}`);
    const numbers = $('.brief .pn, .figure .pn, .indicator .pn').toArray();
    assert.deepEqual(
      numbers.map(({ attribs }) => attribs['data-n']!).filter((number) => !text.includes(number)),
      [],
      path,
    );
    assert.deepEqual(misplaced(words, built), []);
    const outside = words.filter(
      ({ text, left, right }) => (left < MARGIN - 0.5 && text !== $('.numeral').text().trim()) || right > WIDTH - MARGIN + 1,
    );
    assert.deepEqual(outside, [], path);
    for (const href of $('ol.sources a.source-name')
      .toArray()
      .map(({ attribs }) => attribs.href!)) {
      const address = href.replace(/^https?:\/\//, '').replace(/\/$/, '');
      assert.ok(text.includes(solid(address)) || text.includes(solid(decodeURI(address))), `${path}: ${href}`);
    }
  }
});

test('every printed page says what it is and which of how many', { skip }, async () => {
  for (const built of [...sample(pointPages, 1), pageAt('/full/')]) {
    const words = await printed(built);
    const count = words.at(-1)!.page;
    for (let page = 1; page <= count; page += 1) {
      const own = words.filter((word) => word.page === page);
      const line = (edge: (word: PdfWord) => boolean): string =>
        own
          .filter(edge)
          .map(({ text }) => text)
          .join('');
      assert.match(
        line(({ bottom }) => bottom < 45),
        new RegExp(`・${new URL(built.path, builtFor).href}$`),
        `${built.path} page ${page}`,
      );
      assert.equal(
        line(({ bottom }) => bottom > 810),
        `${page}/${count}`,
        `${built.path} page ${page}`,
      );
    }
  }
});

test('the whole article begins with its contents, and no heading ends a page', { skip }, async () => {
  const built = pageAt('/full/');
  const words = await printed(built);
  const first = solid(
    words
      .filter(({ page }) => page === 1)
      .map(({ text }) => text)
      .join(''),
  );
  const titles = built
    .$('.point h2')
    .toArray()
    .map((node) => solid(built.$(node).text()));
  assert.equal(titles.length, pointPages.length / forms.length);
  const places = titles.map((title) => first.indexOf(title));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(places[0]! >= 0 && first.indexOf(solid(built.$('#lead-h').text()), places.at(-1)) > 0);
  assert.deepEqual(misplaced(words, built), []);
  const heads = new Set(
    built
      .$('.section-head')
      .toArray()
      .map((node) => solid(built.$(node).contents().first().text())),
  );
  for (let page = 1; page <= words.at(-1)!.page; page += 1) {
    const own = words.filter((word) => word.page === page && word.bottom < 810);
    const lowest = own.reduce((last, word) => (word.bottom > last.bottom ? word : last));
    const line = own.filter(({ bottom }) => bottom > lowest.bottom - 5);
    assert.ok(!line.some(({ text }) => heads.has(text)), `page ${page} ends with ${line.map(({ text }) => text).join(' ')}`);
  }
});

test('nothing on paper is smaller than 7 pt', async () => {
  const page = await browser.newPage({ viewport: { width: 642, height: 900 } });
  await page.emulateMedia({ media: 'print' });
  for (const { path } of [...sample(pointPages, 1), pageAt('/full/'), pageAt('/')]) {
    await page.goto(origin + path);
    const small = await page.$$eval('main *', (nodes) =>
      nodes
        .filter((node) => node.checkVisibility() && [...node.childNodes].some((child) => child instanceof Text && child.data.trim()))
        .filter((node) => parseFloat(getComputedStyle(node).fontSize) < 9.3)
        .map((node) => `${node.className || node.localName} ${getComputedStyle(node).fontSize}`),
    );
    assert.deepEqual([...new Set(small)], [], path);
  }
  await page.close();
});
