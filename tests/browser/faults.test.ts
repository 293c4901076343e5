import assert from 'node:assert/strict';
import test, { after, before, suite, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { faults, serveFaulty } from '../support/faults.ts';
import { seeded } from '../support/random.ts';
import { sought } from '../support/search.ts';
import { dist, full, origin, pageAt, pointPages, tried, unitsOf } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** How many cases a run tries that is not full. */
const FEW = 6;
/** The longest that a reader waits for a word, in milliseconds, on a machine that is busy. */
const PATIENCE = 15_000;
/** What the tests' own faults throw. */
const FAULT = 'a fault of the test';
/** What a console may tell of these, and of what is not there at all. */
const TOLD = new RegExp(`${FAULT}|is not a (function|constructor)|of (undefined|null)`);

/** What a reader does, which must end in what was meant, in a sentence, or where the plain link leads. */
type Act = (page: Page) => Promise<void>;

/** Waits for one of some outcomes, each a selector of what is then seen or a pattern of the address. */
async function ends(page: Page, ...outcomes: (string | RegExp)[]): Promise<void> {
  await page.waitForFunction(
    (outcomes) =>
      outcomes.some(([kind, value]) =>
        kind === 'address'
          ? new RegExp(value!).test(location.href)
          : [...document.querySelectorAll(value!)].some((node) => node.checkVisibility()),
      ),
    outcomes.map((outcome) => (typeof outcome === 'string' ? ['seen', outcome] : ['address', outcome.source])),
    { timeout: PATIENCE, polling: 100 },
  );
}

/** Waits, but not for ever, until what comes last has come. */
const whole = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => customElements.get('form-offer'), undefined, { timeout: 4000 }).catch(() => undefined);

const search: Act = async (page) => {
  await page.locator('[data-open-search]').first().click();
  await ends(page, 'dialog[open]', /\/search\/$/);
  if (page.url().endsWith('/search/')) return;
  await page.keyboard.insertText(sought.word);
  await ends(page, '[data-hit]', '[data-search-failed] a');
};
const share: Act = async (page) => {
  await page.locator(':is([data-share], share-panel summary):visible').first().click();
  await ends(page, '#share input');
};
const number: Act = async (page) => {
  await page.locator(`#${tried.unit} a.pn`).press('Enter');
  await ends(page, new RegExp(`#${tried.unit}$`));
};
const copied: Act = async (page) => {
  await page.waitForFunction(() => customElements.get('search-entry'));
  await page.locator(`#${tried.unit} a.pn`).press('Enter');
  await page.waitForFunction(() => document.querySelector('copy-line [role=status]')!.textContent, undefined, { timeout: PATIENCE });
};
const select: Act = async (page) => {
  await page.evaluate((unit) => getSelection()!.selectAllChildren(document.getElementById(unit)!), tried.unit);
  await page.waitForTimeout(600);
};
const source: Act = async (page) => {
  const ref = page.locator('.text .para .ref a').first();
  const id = (await ref.getAttribute('href'))!;
  await ref.press('Enter');
  await ends(page, '.sheet[open]', new RegExp(`${id}$`));
};
const term: Act = async (page) => {
  await page.goto(new URL(named!, page.url()).href, { waitUntil: 'commit' });
  await whole(page);
  await page.locator('.text .para a.term').first().click({ noWaitAfter: true });
  await ends(page, '.term-note a', /\/terms\/#t-/);
};
const relation: Act = async (page) => {
  await whole(page);
  await page.locator('.relations a').first().focus();
  await page.waitForTimeout(600);
};
const print: Act = async (page) => {
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator(`#${tried.unit}`).isVisible());
};
const theme: Act = async (page) => {
  const button = page.locator('[data-theme-switch]').first();
  if (!(await button.isVisible())) return;
  await button.click();
  assert.equal(await page.getAttribute('html', 'data-theme'), 'light');
};
const handOver: Act = async (page) => {
  await share(page);
  const native = page.locator('[data-native]');
  if (await native.isVisible()) await native.click();
};
const settings: Act = async (page) => {
  await page.goto(new URL('/about/', page.url()).href, { waitUntil: 'commit' });
  await page.locator('main h1').waitFor();
  await whole(page);
  const clear = page.locator('device-settings button');
  await page.waitForTimeout(600);
  if (await clear.isVisible()) await clear.click();
};
/** The page learns that it is older than the site, from a file that it misses. */
const older: Act = async (page) => {
  await whole(page);
  await page.route(`**${tried.path}`, (route) => route.fulfill({ contentType: 'text/html', body: '<html data-version="0badcafe">' }));
  await page.evaluate(() => dispatchEvent(new Event('part-missing')));
  await page.waitForTimeout(600);
};
const { $, form } = pageAt(tried.path);
const named = pointPages.find((page) => page.form === form && page.$('.text .para a.term').length)?.path;
/** What a reader of this article has nothing to do with. */
const without = new Set<Act>();
if (!$('.text .para .ref a').length) without.add(source);
if (!$('.relations a').length) without.add(relation);
if (!named) without.add(term);

/** The files that a page loads, by their paths, and what they serve. */
const files: Record<string, [paths: RegExp, ...acts: Act[]]> = {
  'the script of every page': [/_astro\/page\./, search, share, number],
  'what scripts share': [/_astro\/common\./, search, share, number, theme],
  'every script': [/\.js$/, search, share, number, source],
  'what comes when all is loaded': [/when-loaded/, source, term],
  'the styles of notes': [/notes\.[\w-]+\.css/, source, share],
  'late styles': [/late\.[\w-]+\.css/, share, copied, search],
  'print styles': [/print\.[\w-]+\.css/, print],
  'every style sheet': [/\.css$/, share, search],
  'the display font': [/woff2$/, search],
  'what the share panel does': [/share-ways/, share],
  'the line that says what was copied': [/copy-line/, number, share],
  'the button beside selected text': [/quote-link/, select],
  'what searches': [/search-box/, search],
  'what marks': [/_astro\/marks/, search],
  'the search file': [/search\/[\w-]+\.json/, search],
  'Pagefind’s script': [/pagefind\/pagefind\.js/, search],
  'Pagefind’s entry': [/pagefind-entry/, search],
  'Pagefind’s WebAssembly': [/wasm/, search],
  'Pagefind’s index': [/pf_(meta|index)$/, search],
  'the notes of terms': [/terms\.json/, term],
  'copies of points': [/index\.md$/, relation],
  'the words for an old page': [/notices\.json/, older],
  'what the device keeps': [/device-settings/, settings],
};

/** How what a browser offers may fail: what it then is, made in the page. Self-contained. */
function spoil([path, way, fault]: [path: string, way: string, fault: string]): void {
  const names = path.split('.');
  const last = names.pop()!;
  const owner = names.reduce<unknown>((object, name) => (object as Record<string, unknown>)[name], window);
  const fail = function (): never {
    throw new Error(fault);
  };
  const ways: Record<string, PropertyDescriptor> = {
    throws: { value: fail },
    refuses: { value: () => Promise.reject(new Error(fault)) },
    'never tells': { value: () => new Promise(() => undefined) },
    'tells nothing': { value: () => undefined },
    'is nothing': { value: undefined },
    'is no text': { value: () => ({}) },
    'is not to be read': { get: fail },
    'tells 0': { value: () => 0 },
    'answers with nothing': { value: () => Promise.resolve(new Response()) },
    'answers with null': { value: () => Promise.resolve(Response.json(null)) },
    'answers with a list': { value: () => Promise.resolve(Response.json([])) },
    'answers with a number': { value: () => Promise.resolve(Response.json(5)) },
  };
  Object.defineProperty(owner, last, { configurable: true, ...ways[way] });
}
const ANSWERS = ['answers with nothing', 'answers with null', 'answers with a list', 'answers with a number'];

/** What a browser offers, how it may fail before the page's scripts run, and what needs it. */
const offers: [path: string, ways: string[], ...acts: Act[]][] = [
  ['navigator.clipboard', ['is nothing', 'is not to be read'], copied],
  ['navigator.clipboard.writeText', ['throws', 'refuses', 'never tells', 'tells nothing'], copied],
  ['navigator.share', ['throws', 'refuses', 'never tells', 'tells nothing'], handOver],
  ['fetch', ['throws', 'refuses', 'never tells', ...ANSWERS], search, term, relation, older],
  ['localStorage', ['is nothing', 'is not to be read'], theme, search],
  ['sessionStorage', ['is nothing', 'is not to be read'], theme, search],
  ['Storage.prototype.getItem', ['throws', 'tells nothing', 'is no text'], theme, search],
  ['Storage.prototype.setItem', ['throws'], theme, search],
  ['Storage.prototype.removeItem', ['throws'], theme, search],
  ['navigator.serviceWorker', ['is nothing', 'is not to be read'], search, settings],
  ['navigator.serviceWorker.register', ['throws', 'refuses', 'never tells', 'tells nothing'], search, settings],
  ['caches', ['is nothing'], settings],
  ['CacheStorage.prototype.keys', ['throws', 'refuses', 'never tells'], settings],
  ['HTMLDialogElement.prototype.show', ['throws', 'is nothing'], source],
  ['HTMLDialogElement.prototype.showModal', ['throws', 'is nothing'], search],
  ['HTMLElement.prototype.showPopover', ['throws', 'is nothing'], term],
  ['History.prototype.pushState', ['throws'], search],
  ['History.prototype.replaceState', ['throws'], search],
  ['getSelection', ['throws', 'tells nothing'], search, number],
  ['IntersectionObserver', ['throws'], search, number],
  ['matchMedia', ['throws', 'is nothing'], search, number],
  ['HighlightRegistry.prototype.set', ['throws'], search],
  ['Intl.Segmenter', ['throws', 'is nothing'], search, select],
  ['Intl.Locale', ['throws', 'is nothing'], search],
  ['requestIdleCallback', ['throws', 'is nothing'], search],
  ['navigator.connection', ['is not to be read', 'is nothing'], search],
  ['Document.prototype.adoptedStyleSheets', ['is not to be read'], search],
  ['customElements.define', ['throws'], search, share, number],
  ['trustedTypes.createPolicy', ['throws'], search],
  ['WebAssembly', ['is nothing'], search],
  ['Date.now', ['tells 0'], search, number],
];

/** A case: its name, what a reader then does, and what runs it. */
type Case = [name: string, acts: readonly Act[], run: (t: TestContext, acts: readonly Act[]) => Promise<void>];

/** Opens a point at one of its units, and does all that a reader may do; nothing may go wrong unseen, and the text stays. */
async function reads(
  t: TestContext,
  address: string,
  acts: readonly Act[],
  allowed: RegExp,
  spoilt?: Parameters<typeof spoil>[0],
): Promise<void> {
  const words = unitsOf(pageAt(tried.path)).find(({ id }) => id === tried.unit)!.text;
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 390, height: 844 }, locale: 'zh-TW' });
  t.after(() => context.close());
  if (spoilt) await context.addInitScript(spoil, spoilt);
  for (const act of acts) {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(`${address}${tried.path}#${tried.unit}`, { waitUntil: 'commit' });
    await page.locator(`#${tried.unit}`).waitFor();
    await page.locator('search-entry').waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    await act(page);
    const unit = page.locator(`#${tried.unit}`);
    if (new URL(page.url()).pathname === tried.path) {
      assert.ok(await unit.isVisible());
      assert.ok((await unit.textContent())!.replace(/\s+/g, '').includes(words.slice(0, 20)));
    }
    assert.deepEqual(
      errors.filter((error) => !allowed.test(error)),
      [],
    );
    await page.close();
  }
}

/** Each with what this article lets a reader do; without such, none. */
const cases: Case[] = [
  ...Object.entries(files).flatMap(([file, [paths, ...acts]]) =>
    Object.keys(faults).map((fault): Case => [
      `with ${file} ${fault}`,
      acts,
      async (t, acts) => {
        const { origin, close, met } = await serveFaulty(dist, paths, fault);
        t.after(close);
        // A page may show what was meant before it has asked for all.
        const last: Act = async (page) => {
          await acts.at(-1)!(page);
          for (let waited = 0; !met() && waited < PATIENCE; waited += 100) await page.waitForTimeout(100);
        };
        // What is no script, or not the one that another asks for, can't but tell so.
        await reads(
          t,
          origin,
          [...acts.slice(0, -1), last],
          /corrupt|empty/.test(fault) ? /SyntaxError|nvalid|nexpected|not (a|defined)|export/ : /^$/,
        );
        assert.ok(met() > 0, 'no page asked for it');
      },
    ]),
  ),
  ...offers.flatMap(([path, ways, ...acts]) =>
    ways.map((way): Case => [`where ${path} ${way}`, acts, (t, acts) => reads(t, origin, acts, TOLD, [path, way, FAULT])]),
  ),
]
  .map(([name, acts, run]): Case => [name, acts.filter((act) => !without.has(act)), run])
  .filter(([, acts]) => acts.length);

/** All cases in a full run, else some by chance, the same in every run. */
const random = seeded(15);
const chosen = full
  ? cases
  : cases
      .map((one): [number, Case] => [random(), one])
      .sort(([a], [b]) => a - b)
      .slice(0, FEW)
      .map(([, one]) => one);

// They wait more than they work.
suite('whatever fails on the way, the text stays readable and what was asked for is done, or told', { concurrency: 4 }, () => {
  for (const [name, acts, run] of chosen) test(name, (t) => run(t, acts));
});
