import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { load } from 'cheerio';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { derived } from '../support/forms.ts';
import { openDialog } from '../support/search-page.ts';
import { origin, pageAt, sample, tried } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** What a reader does with an element, and what must still work as without script. */
type Plain = (page: Page) => Promise<void>;

const tools: Plain = async (page) => {
  await page.waitForFunction(() => customElements.get('search-entry'));
  assert.ok(!(await page.isVisible('[data-theme-switch]')), 'no dead button');
};
const contents: Plain = async (page) => {
  await page.locator('.contents a').first().click();
  assert.match(new URL(page.url()).hash, /./);
};
const offer: Plain = async (page) => {
  await page.waitForFunction(() => customElements.get('form-offer'));
  assert.equal(await page.locator('form-offer :visible').count(), 0);
};
const share: Plain = async (page) => {
  await page.locator('share-panel summary').first().click();
  assert.ok(
    await page
      .locator('share-panel details')
      .first()
      .evaluate((node) => (node as HTMLDetailsElement).open),
  );
};
const panel: Plain = async (page) => {
  await page.locator('[data-share]').click();
  await page.locator('#share input, #share .citations').first().waitFor();
};
const number: Plain = async (page) => {
  await page.locator(`#${tried.unit} a.pn`).click();
  assert.equal(new URL(page.url()).hash, `#${tried.unit}`);
};
const selection: Plain = async (page) => {
  await page.evaluate((unit) => getSelection()!.selectAllChildren(document.getElementById(unit)!), tried.farther);
  await page.waitForTimeout(300);
  assert.ok(!(await page.isVisible('quote-link')));
};
const opener: Plain = async (page) => {
  await page.click('[data-open-search]');
  await page.waitForURL('**/search/');
};
const dialog: Plain = async (page) => {
  await openDialog(page);
  await page.locator('[data-search-failed] a').waitFor();
};

/** Element, what is taken away from it or the page (an attribute in brackets at the end), what it then says it needs, what still works. */
const rows: [element: string, part: string, needs: string, plain: Plain][] = [
  ['theme-switch', 'theme-switch [data-theme-name=dark]', '[data-theme-name=dark]', tools],
  ['theme-switch', 'theme-switch button', 'button', tools],
  ['contents-nav', '.section[id]', '#', contents],
  ['form-offer', 'form-offer aside', 'aside', offer],
  ['form-offer', 'form-offer button', 'button', offer],
  ['share-panel', '[data-share]', '[data-share]', share],
  ['share-panel', 'share-panel .share', '.share', share],
  ['share-panel', '[data-native]', '[data-native]', panel],
  ['share-panel', '#share input', 'input', panel],
  ['share-panel', 'share-panel[data-copied]', 'data-copied', panel],
  ['a', 'link[rel=canonical]', 'link[rel=canonical]', number],
  ['a', 'copy-line', 'copy-line', number],
  ['copy-line', 'copy-line p', 'p', number],
  ['copy-line', 'copy-line textarea', 'textarea', number],
  ['copy-line', 'copy-line [data-close]', '[data-close]', number],
  ['copy-line', 'copy-line [data-share-unit]', '[data-share-unit]', number],
  ['copy-line', 'copy-line[data-lost]', 'data-lost', number],
  ['quote-link', 'copy-line', 'copy-line', selection],
  ['quote-link', 'link[rel=canonical]', 'link[rel=canonical]', selection],
  ['search-entry', 'search-box', 'search-box', opener],
  ['search-entry', 'search-box input', 'input', opener],
  ['search-entry', 'search-box [role=status]', '[role=status]', opener],
  ['search-entry', '[data-search-failed]', '[data-search-failed]', opener],
  ['search-box', 'search-box[data-index]', 'data-index', opener],
  ['search-box', 'search-box[data-pagefind]', 'data-pagefind', dialog],
  ['search-box', 'search-box[data-searching]', 'data-searching', dialog],
  ['search-box', '.search-scroll', '.search-scroll', dialog],
];

test('an element that lacks a part says which, and leaves what works without script', async () => {
  const { html, path } = pageAt(tried.path);
  const locale = derived[0]!.lang === 'zh-Hans' ? 'zh-CN' : 'zh-TW';
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 }, locale });
  // What waits in a template is a part too.
  const open = html.replaceAll('<template', '<x-template').replaceAll('</template>', '</x-template>');
  const built = load(open);
  const there = rows.filter(([element]) => built(element).length);
  assert.ok(there.length >= rows.length - 1, 'only a point without sections has no contents');
  for (const [element, part, needs, plain] of sample(there, 4)) {
    const $ = load(open);
    const attribute = /^[\w.-]+\[([\w-]+)\]$/.exec(part)?.[1];
    assert.ok($(part).length, part);
    if (attribute) $(part).removeAttr(attribute);
    else if (part === '.search-scroll') $(part).replaceWith($(part).contents());
    else $(part).remove();
    const page = await context.newPage();
    const said: string[] = [];
    page.on('pageerror', ({ message }) => said.push(message));
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    await page.route(origin + path, (route) =>
      route.fulfill({ contentType: 'text/html;charset=utf-8', body: $.html().replaceAll('x-template', 'template') }),
    );
    await page.goto(origin + path);
    await plain(page).catch((error: unknown) => assert.fail(`without ${part}: ${String(error)}`));
    const names = (): boolean => said.some((message) => message.includes(`<${element}> needs ${needs}`));
    for (let wait = 0; wait < 100 && !names(); wait += 1) await page.waitForTimeout(20);
    assert.ok(names(), `without ${part}: ${said.join(' | ')}`);
    await page.close();
  }
  await context.close();
});
