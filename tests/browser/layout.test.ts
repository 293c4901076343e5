import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { engines, fewEngines, startChromium } from '../support/engines.ts';
import { full, onePerKind, origin, pageAt, pages, pointPages, sample, tried } from '../support/site.ts';
import { openTab } from '../support/tabs.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

const home = pageAt('/').$;
/** The points in which marks stand beside each other. */
const paired = pointPages.filter(({ $ }) => $('.para .jz').length);
const noTies = !home('.matrix').length && 'no point of this article has relations';
/** Spacing that WCAG 2.2, 1.4.12, allows a reader to set. */
const SPACING = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}';

const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > innerWidth + 1);
    return [`${scrollWidth} px wide`, ...wide.slice(0, 3).map((node) => node.outerHTML.slice(0, 90))];
  });

test('no page scrolls sideways from 320 to 1920 px, with the text spacing of WCAG 1.4.12 either', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  for (const { path } of full ? pages : onePerKind.filter(({ page }) => page !== 'full/')) {
    await page.goto(origin + path);
    for (const spaced of [false, true]) {
      if (spaced)
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [sheet];
        }, SPACING);
      for (const width of [320, 390, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        for (const node of await overflowing(page)) faults.push(`${path} ${width}${spaced ? ' spaced' : ''}: ${node}`);
      }
    }
  }
  assert.deepEqual(faults, []);
  await page.close();
});

/** What reaches over an edge of the window, be it clipped there; what scrolls sideways by itself may. */
const cutOff = (page: Page): Promise<string[]> =>
  page.$$eval('body *', (nodes) =>
    nodes
      .filter(
        (node) => [...node.childNodes].some((child) => child instanceof Text && child.data.trim()) || node.matches('a, button, input'),
      )
      .filter((node) => !node.closest('.contents, .context-title, .skip, .vh, .tool-label'))
      .filter((node) => [...node.getClientRects()].some(({ left, right, width }) => width > 1 && (right > innerWidth + 1 || left < -1)))
      .map((node) => node.outerHTML.slice(0, 90)),
  );

test('text at 200 % on a phone of 390 px stays within the window on every page', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const { path } of full ? pages : [...onePerKind, ...sample(pointPages, 4)]) {
    await page.goto(origin + path);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root{font-size:200%}');
      document.adoptedStyleSheets = [sheet];
    });
    for (const node of [...(await overflowing(page)), ...(await cutOff(page))]) faults.push(`${path}: ${node}`);
    const [title, ...tools] = await page.$$eval('.line .context-title, :is(.bar, .line) :is(.tool, .forms a)', (nodes) =>
      nodes.map((node) => node.getBoundingClientRect()).filter(({ width }) => width),
    );
    if (title && tools.some(({ width, height }) => Math.min(width, height) < 44)) faults.push(`${path}: a tool smaller than a fingertip`);
  }
  assert.deepEqual(faults, []);
  await context.close();
});

for (const name of engines) {
  test(`a line holds 36 Han on wide screens and 20 on a phone (${name})`, async (t) => {
    // WebKitGTK's window is never narrower than 447 px.
    const widths = [
      [390, 20],
      [768, 36],
      [1280, 36],
      [1920, 36],
    ] as const;
    for (const [width, wanted] of sample(widths, name === 'chromium' ? 2 : 1)) {
      if (name === 'webkit' && width < 447) continue;
      const tab = await openTab(t, name, width);
      await tab.open(`${origin}${tried.path}`);
      const han = await tab.run(() =>
        [...document.querySelectorAll<HTMLElement>('section > .para')].map((node) => {
          const style = getComputedStyle(node);
          return (
            (node.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd)) / parseFloat(style.fontSize)
          );
        }),
      );
      for (const count of han) assert.ok(Math.abs(count - wanted) <= 0.05, `${count} Han at ${width} px`);
    }
  });

  test(
    `adjacent marks are squeezed, single ones are not (${name})`,
    { skip: !paired.length && 'no marks stand beside each other' },
    async (t) => {
      const tab = await openTab(t, name);
      let pairs = 0;
      for (const { path } of sample(paired, 2)) {
        await tab.open(origin + path);
        const marks = await tab.run(() =>
          [...document.querySelectorAll('.para .jz')].map((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            const [box] = range.getClientRects();
            return {
              text: node.textContent + (node.nextSibling?.textContent?.[0] ?? ''),
              em: (box?.width ?? 0) / parseFloat(getComputedStyle(node).fontSize),
            };
          }),
        );
        pairs += marks.length;
        for (const { text, em } of marks) assert.ok(em <= 0.56, `${path}: ${text} is ${em} em wide`);
      }
      assert.ok(pairs > 0, 'there are pairs to look at');
    },
  );
}

for (const name of fewEngines) {
  test(`no paragraph ends with a single character, no line begins or ends with the wrong mark (${name})`, async (t) => {
    const faults: string[] = [];
    // WebKitGTK's window is never narrower than 447 px.
    for (const width of name === 'webkit' ? [450, 1280] : sample([390, 450, 1280], 2)) {
      const tab = await openTab(t, name, width);
      for (const { path } of sample([...pointPages, ...pages.filter(({ page }) => full && page === 'full/')], 2)) {
        await tab.open(origin + path);
        faults.push(
          ...(
            await tab.run(() => {
              const found: string[] = [];
              for (const node of document.querySelectorAll('.para')) {
                const characters: { text: string; top: number; size: number }[] = [];
                const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT, (text) =>
                  text.parentElement?.closest('.pn, .ref') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
                );
                for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
                  for (let index = 0; index < text.length; index += 1) {
                    const range = document.createRange();
                    range.setStart(text, index);
                    range.setEnd(text, index + 1);
                    const box = [...range.getClientRects()].find(({ width }) => width > 0);
                    if (box) characters.push({ text: text.data[index]!, top: box.top + box.height / 2, size: box.height });
                  }
                }
                const lines: string[] = [];
                let last = -Infinity;
                for (const { text, top, size } of characters) {
                  if (top - last > size / 2) lines.push('');
                  lines[lines.length - 1] += text;
                  last = top;
                }
                if (lines.length > 1 && lines.at(-1)!.length < 3) found.push(`${node.id} ends with the line ${lines.at(-1)}`);
                for (const line of lines) {
                  if (/^[，。、；：？！」』）》”’]/.test(line)) found.push(`${node.id} has a line that begins with ${line[0]}`);
                  if (/[「『（《“‘]$/.test(line)) found.push(`${node.id} has a line that ends with ${line.at(-1)}`);
                }
              }
              return found;
            })
          ).map((fault) => `${path} ${width} ${fault}`),
        );
      }
    }
    assert.deepEqual(faults, []);
  });

  test(`headings break only between words (${name})`, async (t) => {
    for (const width of sample([450, 820, 1280], 2)) {
      const tab = await openTab(t, name, width);
      for (const path of ['/', '/search/', ...sample(pointPages, 2).map((page) => page.path)]) {
        await tab.open(origin + path);
        const broken = await tab.run(() =>
          [...document.querySelectorAll('h1, h2, strong.song, .relations a')].flatMap((heading) => {
            const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
            const phrases: { text: string; tops: Set<number> }[] = [];
            for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
              const range = document.createRange();
              range.selectNodeContents(text);
              const tops = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top));
              phrases.push({ text: text.data, tops: new Set(tops) });
            }
            return phrases.filter(({ tops }) => tops.size > 1).map(({ text }) => `${heading.outerHTML.slice(0, 60)}: ${text}`);
          }),
        );
        assert.deepEqual(broken, [], `${path} at ${width} px`);
      }
    }
  });
}

test('on a phone the longest line of the home page fills the width and no line is one character', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  for (const { path } of pages.filter((other) => other.page === '')) {
    await page.goto(origin + path);
    const { lines, left, right } = await page.evaluate(() => {
      const spans = [...document.querySelectorAll('.hero h1 span')];
      const boxes = spans.map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return range.getBoundingClientRect();
      });
      return {
        lines: spans.map((node) => node.textContent!.trim()),
        left: Math.min(...boxes.map((box) => box.left)),
        right: innerWidth - Math.max(...boxes.map((box) => box.right)),
      };
    });
    assert.ok(lines.every((line) => line.length > 1));
    // Longer lines break, and Latin letters are narrower.
    if (lines.every((line) => /^\p{Script=Han}{2,6}$/u.test(line)))
      assert.ok(Math.abs(left - right) <= 4, `${left} px on the left, ${right} px on the right`);
  }
  await page.close();
});

test('a title of 25 characters in one line and a name of eleven fit', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  for (const { path } of onePerKind.filter(({ page }) => page !== 'full/')) {
    await page.goto(origin + path);
    await page.evaluate(
      ({ name, title }) => {
        const old = document.querySelector('.brand')!.textContent.trim();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
          text.data = text.data.replaceAll(old, name);
        for (const heading of document.querySelectorAll<HTMLElement>('.hero h1, .lead > h1')) {
          heading.replaceChildren(Object.assign(document.createElement('span'), { textContent: title }));
          heading.dataset.longest = String(title.length);
        }
      },
      { name: '論'.repeat(11), title: '論'.repeat(25) },
    );
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const node of await overflowing(page)) faults.push(`${path} ${width}: ${node}`);
      const within = await page.$eval('h1', (heading) => heading.scrollWidth <= heading.clientWidth);
      if (!within) faults.push(`${path} ${width}: the title leaves its column`);
    }
  }
  assert.deepEqual(faults, []);
  await page.close();
});

test(
  'the band stands before the rows on a wide screen, after them on a phone, the matrix after it with cells for a finger',
  { skip: noTies },
  async () => {
    const page = await browser.newPage();
    for (const [width, order, cell] of [
      [1280, ['band', 'map'], 0],
      [390, ['map', 'band', 'matrix'], 36],
      [320, ['map', 'band', 'matrix'], 24],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`${origin}/`);
      const tops = await page.evaluate(() =>
        ['band', 'map', 'matrix']
          .flatMap((part) => [...document.querySelectorAll(`.${part}`)].map((node) => ({ part, box: node.getBoundingClientRect() })))
          .filter(({ box }) => box.height)
          .sort((a, b) => a.box.top - b.box.top)
          .map(({ part }) => part),
      );
      assert.deepEqual(tops, order, `${width} px`);
      const boxes = await page.$$eval('.matrix td button', (nodes) =>
        nodes.map((node) => node.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      );
      assert.ok(Math.min(...boxes) >= cell, `${width} px: a cell of ${Math.min(...boxes)} px`);
    }
    await page.close();
  },
);

test('on the home page Tab goes down the page as it is shown, wide and on a phone', async () => {
  for (const width of sample([1280, 390], 1)) {
    const page = await browser.newPage({ viewport: { width, height: 844 } });
    await page.goto(`${origin}/`);
    const order: { part: string; top: number }[] = [];
    for (let ends = false; !ends;) {
      await page.keyboard.press('Tab');
      const step = await page.evaluate(() => {
        const part = document.activeElement?.closest('.hero, .band, .row, .matrix, .intro, .changes, .foot');
        return part && { part: `${part.className} ${part.id}`, top: part.getBoundingClientRect().top + scrollY };
      });
      if (step && step.part !== order.at(-1)?.part) order.push(step);
      ends = step?.part.startsWith('foot') ?? false;
      assert.ok(order.length < 100);
    }
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a.top - b.top),
      `${width} px`,
    );
    const parts = new Set(order.map(({ part }) => part.split(' ', 1)[0]));
    const shown =
      width < 960 ? ['hero', 'row', 'band', 'matrix', 'intro', 'changes', 'foot'] : ['hero', 'band', 'row', 'intro', 'changes', 'foot'];
    assert.deepEqual(
      [...parts],
      shown.filter((part) => home(`.${part} :is(a, button, input, summary)`).length),
    );
    await page.close();
  }
});

test(
  'without script the filter shows one kind of relation and stays in sight, a tap on the matrix shows both points',
  { skip: noTies },
  async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    const shown = (selector: string): Promise<number> => page.locator(`${selector}:visible`).count();
    const all = { pulls: await shown('.matrix td .pulls'), others: await shown('.matrix td button:not(.pulls)') };
    assert.ok(all.pulls && all.others);
    for (const [id, pulls, others] of [
      ['ties-leads-below', 0, all.others],
      ['ties-pulls-below', all.pulls, 0],
      ['ties-all-below', all.pulls, all.others],
    ] as const) {
      await page.click(`#${id}`);
      assert.deepEqual([await shown('.matrix td .pulls'), await shown('.matrix td button:not(.pulls)')], [pulls, others], id);
      assert.equal((await shown('.row-ties .pulls')) > 0, pulls > 0, id);
      const { y = -1 } = (await page.locator(`#${id}`).boundingBox()) ?? {};
      assert.ok(y >= 44 && y < 800, `${id} is at ${y} px`);
    }
    const button = page.locator('.matrix td .pulls').first();
    await button.click();
    const card = page.locator(`#${await button.getAttribute('popovertarget')}`);
    assert.ok(await card.isVisible());
    assert.equal(await card.locator('a').count(), 2);
    await page.keyboard.press('Escape');
    assert.ok(await card.isHidden());
    await context.close();
  },
);
