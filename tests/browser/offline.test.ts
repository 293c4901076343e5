import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before, suite, type TestContext } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { listen, siteListener } from '../../src/build/serve.ts';
import { completeWorker } from '../../src/build/worker.ts';
import { engines, startChromium, startEngine } from '../support/engines.ts';
import { master } from '../../src/text/forms.ts';
import { wordsIn } from '../support/house.ts';
import { sought } from '../support/search.ts';
import { hits, search } from '../support/search-page.ts';
import { temporaryFolder } from '../support/run-command.ts';
import { dist, keyOf, pageAt, pages, sample, tried, type BuiltPage } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** The policy that hosts send which read `_headers`. */
const policy = /Content-Security-Policy: (.*)/.exec(readFileSync(join(dist, '_headers'), 'utf8'))![1]!;

/** A host whose line a test cuts or clogs, and to which it brings another build; sites of further bases stand on the same origin. */
interface Line {
  origin: string;
  state: 'up' | 'down' | 'clogged' | 'portal';
  folder: string;
  asked: string[];
}

async function host(t: TestContext, others: Record<string, string> = {}): Promise<Line> {
  const line: Line = { origin: '', state: 'up', folder: dist, asked: [] };
  const { port, close } = await listen(
    (request, response) => {
      if (line.state === 'down') return void request.socket.destroy();
      if (line.state === 'clogged') return;
      if (line.state === 'portal') return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Log in');
      line.asked.push(request.url!);
      // As hosts do that read `_headers`: it holds for the worker too.
      const set = response.setHeader.bind(response);
      response.setHeader = (name, value) => set(name, name === 'Content-Security-Policy' ? policy : value);
      const base = Object.keys(others).find((base) => request.url!.startsWith(base));
      siteListener(base ? others[base]! : line.folder, base)(request, response);
    },
    0,
    '127.0.0.1',
  );
  t.after(close);
  line.origin = `http://127.0.0.1:${port}`;
  return line;
}

async function reader(t: TestContext, options: object = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ serviceWorkers: 'allow', viewport: { width: 390, height: 844 }, locale: 'zh-TW', ...options });
  t.after(() => context.close());
  return { context, page: await context.newPage() };
}

/** The files that the worker of a site should keep, by its own list. */
const listed = (folder = dist): Record<string, string> =>
  JSON.parse(/^const siteFiles=(.*);$/m.exec(readFileSync(join(folder, 'sw.js'), 'utf8'))![1]!).files;

const storedIn = (page: Page, store = keyOf('files-1')): Promise<string[]> =>
  page.evaluate(async (store) => {
    if (!(await caches.has(store))) return [];
    return (await (await caches.open(store)).keys()).map(({ url }) => url);
  }, store);

/** How many files a page finds in a store. */
async function storedFiles(store: string): Promise<number> {
  return (await caches.has(store)) ? (await (await caches.open(store)).keys()).length : 0;
}

/** Waits until a condition holds that only asking tells. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`it never came to ${holds}`);
}

/** Waits until all is stored. */
const filled = (page: Page): Promise<void> => until(async () => (await storedIn(page)).length >= Object.keys(listed()).length);

/** What a later build has at the beginning of the unit that is tried. */
const CHANGED = '改過的字';
const note = (page: Page) => page.locator('page-note');
const words = wordsIn(master).notices;
/** Checks that a page says of itself that it is a stored copy, or older than the site, and offers to load it anew. */
async function tells(page: Page, what: 'stored' | 'older'): Promise<void> {
  // Its words come a moment after it, so that they are read out.
  await note(page).locator('[role=status]:not(:empty)').waitFor();
  const text = await note(page).innerText();
  for (const word of [...words[what].split('{date}'), words.anew]) assert.ok(text.includes(word), text);
}
const ofReaders = pages.filter(({ page }) => page !== '404.html');
const titleOf = ({ $ }: BuiltPage): string => $('title').text();

/** The site in a folder, without what hosts send compressed in the place of a file that a test changes. */
const copySite = (folder: string): void => cpSync(dist, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });

/** The site with other words in the unit that is tried under another version, as a later build of it. */
function redeployed(t: TestContext): string {
  const folder = join(temporaryFolder(t), 'site');
  copySite(folder);
  const edit = (file: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(join(folder, file), 'utf8');
    assert.ok(text.search(from) >= 0, `${file} does not hold ${from}`);
    writeFileSync(join(folder, file), text.replace(from, to));
  };
  const version = listed()[tried.page]!;
  const file = `${tried.page}index.html`;
  edit(file, new RegExp(`<(?:p|li)[^>]* id="?${tried.unit}"?[^>]*>`), `$&${CHANGED}`);
  edit(file, `data-version="${version}"`, 'data-version="0badcafe"');
  edit('sw.js', `"${tried.page}":"${version}"`, `"${tried.page}":"0badcafe"`);
  return folder;
}

/** A little site of another base with the same worker: one page. */
function littleSite(t: TestContext, base: string): string {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'search'));
  writeFileSync(join(folder, 'search/a.json'), '{"points":{}}');
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="zh"><title>${base}</title>`);
  writeFileSync(join(folder, 'sw.js'), readFileSync(join(dist, 'sw.js'), 'utf8').replace(/^.*\n/, ''));
  completeWorker(folder, base);
  return folder;
}

/** Starts a worker as a page must where trusted types are required. */
async function startWorker(address: string): Promise<void> {
  type Trusting = { trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } };
  const policy = (window as unknown as Trusting).trustedTypes.createPolicy('test', { createScriptURL: (url: string) => url });
  await navigator.serviceWorker.register(policy.createScriptURL(address));
}

// They wait for the worker more than they work.
suite('offline', { concurrency: 4 }, () => {
  test('after the first visit every page opens without the network, in both forms, says that it is a copy, and search answers', async (t) => {
    const line = await host(t);
    const { page } = await reader(t);
    await page.goto(line.origin + tried.path);
    await search(page, sought.word);
    const online = await hits(page);
    await filled(page);
    line.state = 'down';
    for (const built of sample(ofReaders, 4)) {
      await page.goto(line.origin + built.path);
      assert.equal(await page.title(), titleOf(built));
      assert.match((await page.getAttribute('html', 'data-stored')) ?? '', /GMT$/, built.path);
    }
    await page.goto(`${line.origin}${tried.path}?utm_source=x#${tried.unit}`);
    await tells(page, 'stored');
    assert.match(await note(page).locator('[role=status]').innerText(), new RegExp(String(new Date().getFullYear())));
    await search(page, sought.word);
    assert.deepEqual(await hits(page), online);
    line.state = 'up';
    await page.goto(line.origin + tried.path);
    await note(page).waitFor({ state: 'detached' });
    assert.equal(await page.getAttribute('html', 'data-stored'), null);
  });

  for (const name of engines.filter((name) => name !== 'chromium'))
    test(`what is stored opens without the network (${name})`, async (t) => {
      const line = await host(t);
      const engine = await startEngine(name, true);
      t.after(() => engine.close());
      const tab = await engine.open(390, 844);
      await tab.open(line.origin + tried.path);
      await until(async () => (await tab.run(storedFiles, keyOf('files-1'))) >= Object.keys(listed()).length);
      line.state = 'down';
      for (const built of sample(ofReaders, 4)) {
        await tab.open(line.origin + built.path);
        const [title, since] = await tab.run(() => [document.title, document.documentElement.dataset.stored]);
        assert.equal(title, titleOf(built));
        assert.match(since ?? '', /GMT$/, built.path);
      }
    });

  test('where the line is clogged the copy comes in time, with a word', async (t) => {
    const line = await host(t);
    const { page } = await reader(t);
    await page.goto(line.origin + tried.path);
    await filled(page);
    line.state = 'clogged';
    const start = Date.now();
    await page.goto(`${line.origin}/full/`, { waitUntil: 'commit' });
    assert.ok(Date.now() - start < 4000, `${Date.now() - start} ms`);
    await note(page).waitFor();
  });

  test('after a redeploy new words are shown at once, an open page says that it is older, and only what changed is fetched', async (t) => {
    const line = await host(t);
    const { context, page } = await reader(t);
    await page.goto(line.origin + tried.path);
    await filled(page);
    assert.equal(await note(page).count(), 0);
    line.folder = redeployed(t);
    line.asked = [];
    const other = await context.newPage();
    await other.goto(`${line.origin}/about/`);
    await note(page).waitFor();
    await tells(page, 'older');
    await other.waitForTimeout(4500);
    assert.equal(await note(other).count(), 0, 'a page that has not changed says nothing');
    const fetched = new Set(
      line.asked.filter((path) => !['/sw.js', '/about/', '/favicon.ico', '/icon.svg', tried.path, '/notices.json'].includes(path)),
    );
    assert.deepEqual([...fetched], []);
    await note(page).locator('a').click();
    await page.locator(`#${tried.unit}`, { hasText: CHANGED }).waitFor();
    assert.equal(await note(page).count(), 0);
    line.state = 'down';
    await other.goto(line.origin + tried.path);
    assert.ok((await other.locator(`#${tried.unit}`).innerText()).includes(CHANGED));
  });

  test('a page of which a part is gone with its build says that there is a newer one, and loads it', async (t) => {
    const line = await host(t);
    const later = redeployed(t);
    rmSync(join(later, '_astro'), { recursive: true });
    const asks: Record<string, (page: Page) => Promise<unknown>> = {
      search: (page) => page.keyboard.press('/'),
      'the share panel': (page) => page.click('[data-share]'),
      'the line that says what was copied': (page) => page.press(`#${tried.unit} a.pn`, 'Enter'),
      'the button beside selected words': (page) =>
        page.evaluate((unit) => getSelection()!.selectAllChildren(document.getElementById(unit)!), tried.unit),
    };
    for (const ask of Object.values(asks)) {
      const { context, page } = await reader(t, { serviceWorkers: 'block' });
      line.folder = dist;
      await page.goto(line.origin + tried.path);
      // What comes unasked is there once its styles are.
      await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.includes('/notes.')));
      line.folder = later;
      await ask(page);
      await note(page).waitFor();
      await tells(page, 'older');
      // In the open dialog too, beside which nothing can be clicked.
      await note(page).locator('a').click();
      await page.locator(`#${tried.unit}`, { hasText: CHANGED }).waitFor();
      await context.close();
    }
  });

  test('it can be turned off where the site says what it keeps, and stays off; what is kept can be cleared there', async (t) => {
    const line = await host(t);
    const { page } = await reader(t);
    await page.goto(`${line.origin}/about/`);
    const settings = page.locator('device-settings');
    await page.evaluate((key) => (localStorage[key] = '"dark"'), keyOf('theme'));
    await filled(page);
    await page.reload();
    await settings.locator('[data-files]', { hasText: String(Object.keys(listed()).length) }).waitFor();
    assert.ok(await settings.locator('[data-kept=theme]').isVisible());
    await settings.locator('input').uncheck();
    await settings.locator('[data-files]').waitFor({ state: 'hidden' });
    // What the page had begun before does not go on.
    await page.waitForTimeout(3500);
    assert.deepEqual(await storedIn(page), []);
    await settings.locator('button').click();
    await settings.locator('[data-kept=theme]').waitFor({ state: 'hidden' });
    await page.goto(line.origin + tried.path);
    await page.waitForTimeout(3500);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.deepEqual(await storedIn(page), []);
    line.state = 'down';
    await assert.rejects(page.goto(line.origin + tried.path));
  });

  test('turned off while the site is being stored, it leaves nothing', async (t) => {
    const line = await host(t);
    const { page } = await reader(t);
    await page.goto(`${line.origin}/about/`);
    await until(async () => (await storedIn(page)).length > 2);
    await page.locator('device-settings input').uncheck();
    await page.waitForTimeout(2000);
    assert.deepEqual(await storedIn(page), []);
  });

  test('of a portal that answers in the place of the site nothing is stored, and all once it is gone', async (t) => {
    const line = await host(t);
    const { page } = await reader(t);
    await page.goto(line.origin + tried.path, { waitUntil: 'networkidle' });
    line.state = 'portal';
    // A reader stays three seconds before the rest is stored.
    await page.waitForTimeout(5000);
    const kept = await page.evaluate(async (store) => {
      const cache = await caches.open(store);
      const answers = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
      return Promise.all(answers.map((answer) => answer!.text()));
    }, keyOf('files-1'));
    assert.deepEqual(
      kept.filter((text) => text.includes('Log in')),
      [],
    );
    line.state = 'up';
    await page.reload();
    await filled(page);
  });

  test('nothing is fetched in advance for a reader who saves data', async (t) => {
    const line = await host(t);
    const { context, page } = await reader(t);
    await context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await page.goto(line.origin + tried.path);
    await page.waitForTimeout(4500);
    // The next point stands ready without the worker.
    const ofReader = [tried.path, pageAt(tried.path).$('.neighbours a[rel=next]').attr('href')];
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 1);
    assert.deepEqual(
      line.asked.filter((path) => /^\/([a-z-]+\/)?(\d+|full|about)\/$/.test(path) && !ofReader.includes(path)),
      [],
    );
  });

  test('two sites on one origin never meet: each stores its own, and clearing one leaves the other', async (t) => {
    const line = await host(t, { '/x/': littleSite(t, '/x/') });
    const { page } = await reader(t);
    await page.goto(`${line.origin}/about/`);
    await filled(page);
    await page.goto(`${line.origin}/x/`);
    await page.evaluate(startWorker, '/x/sw.js');
    await page.waitForFunction(() => navigator.serviceWorker.controller?.scriptURL.endsWith('/x/sw.js'));
    await page.evaluate(() => navigator.serviceWorker.controller!.postMessage('fill'));
    const theirs = keyOf('files-1').replace(':/:', ':/x/:');
    await until(async () => (await storedIn(page, theirs)).length === 2);
    assert.equal((await storedIn(page)).filter((url) => url.includes('/x/')).length, 0);
    await page.goto(`${line.origin}/about/`);
    await page.locator('device-settings button').click();
    await page.locator('device-settings [data-files]').waitFor({ state: 'hidden' });
    assert.deepEqual(await page.evaluate(() => caches.keys()), [theirs]);
    line.state = 'down';
    await page.goto(`${line.origin}/x/`);
    assert.equal(await page.title(), '/x/');
  });

  test('what an older kind of worker has left goes, and an empty script at its address is replaced by the next build', async (t) => {
    const broken = join(temporaryFolder(t), 'site');
    copySite(broken);
    writeFileSync(join(broken, 'sw.js'), "addEventListener('fetch', (event) => event.respondWith(new Response('broken')))");
    const line = await host(t);
    line.folder = broken;
    const { context, page } = await reader(t);
    await page.goto(line.origin + tried.path);
    await page.evaluate(async (key) => {
      await caches.open(key);
      await caches.open('of another');
      await navigator.serviceWorker.ready;
    }, keyOf('files-0'));
    await page.goto(line.origin + tried.path);
    assert.equal(await page.innerText('body'), 'broken');
    line.folder = dist;
    // The browser itself asks for the script again some time after a page was opened.
    const other = await context.newPage();
    await other.goto(`${line.origin}/about/`);
    await until(() => other.evaluate(async (old) => !(await caches.has(old)), keyOf('files-0')));
    assert.ok(await other.evaluate(() => caches.has('of another')));
    await other.reload();
    assert.equal(await other.title(), titleOf(pageAt('/about/')));
  });
});
