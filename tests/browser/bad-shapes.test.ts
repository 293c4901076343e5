import assert from 'node:assert/strict';
import test from 'node:test';
import { startChromium } from '../support/engines.ts';
import { buildSite } from '../support/run-command.ts';
import { full } from '../support/settings.ts';
import { serve } from '../support/server.ts';
import { tinyArticle } from '../support/tiny.ts';

/** As long as the schema lets a title be; the page shows it twice. */
const TITLE = '造傘的錢從何而來，還的錢又往哪裡去呢';
const LATIN = 'Umbrella'.repeat(8).slice(0, 60);

test('a long title, a numeral of three Han, a long source, a Latin word of 60 letters and a point without extras fit 320 px', async (t) => {
  const tiny = tinyArticle(t);
  const numbers = Array.from({ length: 18 }, (_, index) => index + 4);
  for (const n of numbers)
    tiny.write(
      `points/${String(n).padStart(2, '0')}.md`,
      tiny
        .text('points/02.md')
        .replaceAll('p2-', `p${n}-`)
        .replace('number: 2', `number: ${n}`)
        .replaceAll('第2', `第${n}`)
        .replace(/^title: .*/m, `title: ${TITLE}`)
        .replace(/^figures:\n(?: {2}.*\n)+/m, 'figures: []\n')
        .replace(/^relations:\n(?: {2}.*\n)+/m, 'relations: []\n'),
    );
  tiny.edit('site.yaml', '- 2 # makers', ['- 2 # makers', ...numbers.map((n) => `- ${n}`)].join('\n      '));
  tiny.edit('sources.yaml', 'id: S1, ', `id: S1, title: ${'霧港借傘站的週報'.repeat(15)}, `);
  tiny.edit('sources.yaml', 'id: S2, ', `id: S2, title: ${LATIN}, `);
  for (const file of ['points/01.md', 'points/21.md', 'lead.md']) tiny.edit(file, ' {#p', `${LATIN}。 {#p`);
  tiny.edit('points/01.md', '傘還剩幾把', `傘${LATIN}還剩幾把`);
  tiny.edit('points/01.md', '一天借出的傘,', `一天借出的${LATIN}傘,`);
  tiny.release();
  assert.deepEqual(tiny.problems(), []);
  const { code, output, folder } = await buildSite(t, { content: tiny.folder });
  assert.equal(code, 0, output);
  const { origin, close } = await serve(folder);
  t.after(close);
  const browser = await startChromium();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const faults: string[] = [];
  for (const width of full ? [320, 390, 1280] : [320])
    for (const path of ['/', '/1/', '/21/', '/full/', '/about/', '/zh-hans/21/']) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(origin + path);
      await page.$$eval(
        '.title :is(h1, h2), .context-title, .row-link strong, .neighbours strong',
        (nodes, title) => nodes.forEach((node) => (node.textContent = node.textContent.replace(title, title + title))),
        path.startsWith('/zh') ? await page.$eval('h1', (node) => node.textContent) : TITLE,
      );
      const cut = await page.$$eval('body *', (nodes) =>
        nodes
          .filter((node) => [...node.childNodes].some((child) => child instanceof Text && child.data.trim()))
          .filter((node) => !node.closest('.contents, .context-title, .skip, .vh, .tool-label') && node.checkVisibility())
          .filter((node) => [...node.getClientRects()].some(({ left, right, width }) => width > 1 && (right > innerWidth + 1 || left < -1)))
          .map((node) => node.outerHTML.slice(0, 120)),
      );
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) cut.push(`${wide} px too wide`);
      const empty = await page.$$eval('main :is(section, ul, ol, dl)', (nodes) =>
        nodes.filter((node) => !node.textContent.trim()).map((node) => `empty ${node.className}`),
      );
      for (const fault of [...cut, ...empty]) faults.push(`${path} ${width}: ${fault}`);
      // A title stands clear of its numeral.
      const overlaps = await page.evaluate(() => {
        const range = document.createRange();
        const boxOf = (selector: string): DOMRect | undefined => {
          const node = document.querySelector(selector);
          if (node) range.selectNodeContents(node);
          return node ? range.getBoundingClientRect() : undefined;
        };
        const [numeral, title] = [boxOf('.point-page .numeral'), boxOf('.point-page .title :is(h1, h2)')];
        return numeral && title && numeral.right > title.left + 1 && numeral.bottom > title.top + 1 && numeral.top < title.bottom - 1;
      });
      if (overlaps) faults.push(`${path} ${width}: the numeral lies over the title`);
    }
  assert.deepEqual(faults, []);
});
