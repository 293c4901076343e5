import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { sought } from '../support/search.ts';
import { origin, sample, tried } from '../support/site.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** What search gives without a feature: hits; a sentence with a way on; or its page, by the plain link. */
type Search = 'hits' | 'word' | 'page';
/** A feature; what takes it away from the styles, or from the page before its scripts run; what search then is. */
interface Row {
  styles?: [found: RegExp, left: string][];
  take?: () => void;
  search?: Search;
}

/** A part of CSS under a name that no engine knows. */
const unknown = (...names: RegExp[]): [RegExp, string][] => names.map((name) => [name, 'unknown-$&']);
const units = unknown(/(?<=[\d.])(?:lh|ic|[dsl]v[hwib])\b/g);

const rows: Record<string, Row> = {
  'light-dark()': { styles: unknown(/light-dark\(/g) },
  'cascade layers': { styles: unknown(/(?<=@)layer/g) },
  nesting: { styles: [[/\{[^{}]*&[^{}]*\{[^{}]*\}/g, '{']] },
  'range queries': { styles: [[/\((?:width|height)\s*[<>]=?[^)]*\)/g, '(unknown)']] },
  ':has()': {
    styles: unknown(/(?<=:)has(?=\()/g),
    take: () => {
      const { supports } = CSS;
      CSS.supports = (...args: [string]) => !args[0].includes(':has') && supports.apply(CSS, args);
      for (const { prototype } of [Element, Document])
        for (const name of ['querySelector', 'querySelectorAll', 'matches', 'closest'] as const) {
          const own = (prototype as Element)[name] as (selector: string) => unknown;
          if (own)
            (prototype as unknown as Record<string, unknown>)[name] = function (this: Element, selector: string) {
              if (selector.includes(':has(')) throw new DOMException(selector, 'SyntaxError');
              return own.call(this, selector);
            };
        }
    },
  },
  'lh, ic, dvh': { styles: units },
  'round()': { styles: unknown(/\bround(?=\()/g) },
  'subgrid and text-wrap': { styles: unknown(/\bsubgrid\b/g, /\btext-wrap\b/g) },
  'overflow: clip and masks': {
    styles: [
      [/overflow:clip/g, ''],
      [/(-webkit-)?mask-image/g, 'unknown'],
    ],
  },
  'queries for scripting': { styles: unknown(/\(scripting/g) },
  dialog: {
    take: () => {
      for (const name of ['show', 'showModal', 'close']) Reflect.deleteProperty(HTMLDialogElement.prototype, name);
    },
    search: 'page',
  },
  popover: {
    styles: unknown(/(?<=:)popover-open/g),
    take: () => {
      for (const name of ['showPopover', 'hidePopover', 'togglePopover', 'popover']) Reflect.deleteProperty(HTMLElement.prototype, name);
    },
  },
  adoptedStyleSheets: {
    take: () => {
      Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
      window.CSSStyleSheet = class {
        constructor() {
          throw new TypeError('Illegal constructor');
        }
      } as unknown as typeof CSSStyleSheet;
    },
  },
  'custom elements': { take: () => Object.defineProperty(window, 'customElements', { value: undefined }), search: 'page' },
  'CSS.highlights': { take: () => (Reflect.deleteProperty(CSS, 'highlights'), Reflect.deleteProperty(window, 'Highlight')) },
  'Intl.Segmenter': { take: () => Reflect.deleteProperty(Intl, 'Segmenter') },
  'Intl.Locale': { take: () => Reflect.deleteProperty(Intl, 'Locale') },
  'ARIA reflection': {
    take: () => {
      for (const name of Object.getOwnPropertyNames(Element.prototype))
        if (/^aria|^role$/.test(name)) Reflect.deleteProperty(Element.prototype, name);
    },
  },
  IntersectionObserver: { take: () => Reflect.deleteProperty(window, 'IntersectionObserver') },
  'navigator.clipboard': { take: () => Object.defineProperty(navigator, 'clipboard', { value: undefined }) },
  'navigator.share': { take: () => Reflect.deleteProperty(Navigator.prototype, 'share') },
  'navigator.languages': { take: () => Object.defineProperty(navigator, 'languages', { value: undefined }) },
  localStorage: { take: () => Object.defineProperty(window, 'localStorage', { value: null }) },
  sessionStorage: { take: () => Object.defineProperty(window, 'sessionStorage', { value: null }) },
  structuredClone: { take: () => Reflect.deleteProperty(window, 'structuredClone') },
  'at()': { take: () => [Array, String].forEach(({ prototype }) => Reflect.deleteProperty(prototype, 'at')), search: 'word' },
  'findLast() and toSorted()': {
    take: () =>
      ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with'].forEach((name) => Reflect.deleteProperty(Array.prototype, name)),
  },
  fetch: { take: () => Reflect.deleteProperty(window, 'fetch'), search: 'word' },
  WebAssembly: { take: () => Reflect.deleteProperty(window, 'WebAssembly') },
  'Trusted Types': { take: () => Reflect.deleteProperty(window, 'trustedTypes') },
  'what engines of 2022 lack': {
    styles: [
      ...units,
      ...unknown(
        /light-dark\(/g,
        /(?<=:)(?:has(?=\()|popover-open|target-text)/g,
        /\bround(?=\()/g,
        /\b(?:subgrid|text-wrap|inline-end(?=[;}]))/g,
        /\(scripting/g,
      ),
      [/\((?:width|height)\s*[<>]=?[^)]*\)/g, '(unknown)'],
    ],
    take: () => {
      for (const name of ['showPopover', 'hidePopover', 'togglePopover', 'popover']) Reflect.deleteProperty(HTMLElement.prototype, name);
      for (const name of Object.getOwnPropertyNames(Element.prototype))
        if (/^aria|^role$/.test(name)) Reflect.deleteProperty(Element.prototype, name);
      Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
      Reflect.deleteProperty(Intl, 'Segmenter');
      Reflect.deleteProperty(CSS, 'highlights');
    },
  },
};

/** Serves pages and style sheets as an engine without a feature understands them. */
async function serve(context: BrowserContext, styles: [RegExp, string][]): Promise<void> {
  const answer = async (route: Route): Promise<void> => {
    const response = await route.fetch();
    const cut = (css: string): string => styles.reduce((left, [found, instead]) => left.replace(found, instead), css);
    const text = await response.text();
    const body = /css/.test(response.headers()['content-type'] ?? '')
      ? cut(text)
      : text.replace(/(?<=<style[^>]*>).*?(?=<\/style>)/gs, cut);
    await route.fulfill({ response, body });
  };
  await context.route(({ pathname }) => /\/$|\.css$/.test(pathname), answer);
}

/** What can't be read on the screen: text whose colour is too near to what lies under it, and bars that let text through. */
const unreadable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((value) =>
        value / 255 <= 0.04045 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    };
    const canvas = matchMedia('(prefers-color-scheme: dark)').matches ? 'rgb(18, 18, 18)' : 'rgb(255, 255, 255)';
    const ground = (node: Element | null): string => {
      const own = node ? getComputedStyle(node).backgroundColor : canvas;
      return node && channels(own)[3] === 0 ? ground(node.parentElement) : own;
    };
    const faint = [
      ...document.querySelectorAll('.para, .thesis, h1, .line a:not(.song), .brief-counter p, .counter p, .sources a, .foot a'),
    ].filter((node) => {
      const [a = 0, b = 0] = [light(getComputedStyle(node).color), light(ground(node))].sort((one, other) => other - one);
      return node.getClientRects().length > 0 && a / b < 4.5;
    });
    const through = [...document.querySelectorAll('body *')].filter((node) => {
      const { position, backgroundColor } = getComputedStyle(node);
      return (
        /fixed|sticky/.test(position) &&
        node.textContent?.trim() &&
        node.checkVisibility() &&
        node.getClientRects()[0]!.height > 0 &&
        channels(backgroundColor)[3] === 0
      );
    });
    return [...faint, ...through].map((node) => `${node.localName}.${node.className} ${node.id}`);
  });

/** Asks search as a reader does, and answers what it gave. */
async function asked(page: Page): Promise<Search | 'nothing'> {
  await page.locator('[data-open-search]').first().click();
  await page.waitForFunction(() => /search\/$/.test(location.pathname) || document.querySelector('dialog[open]'));
  if (/search\/$/.test(new URL(page.url()).pathname)) return 'page';
  await page.fill('[name=q]', sought.word);
  const first = page.locator('[data-hit], [data-search-failed]').filter({ visible: true }).first();
  await first.waitFor({ timeout: 5000 }).catch(() => undefined);
  if (await page.locator('[data-hit]').first().isVisible()) return 'hits';
  return (await page.locator('[data-search-failed] a').isVisible()) ? 'word' : 'nothing';
}

for (const [feature, { styles = [], take, search = 'hits' }] of sample(Object.entries(rows), 3))
  test(`without ${feature} a point reads, its links lead on, its script switches, and search ${{ hits: 'answers', word: 'says so', page: 'is a page' }[search]}`, async () => {
    for (const colorScheme of styles.length ? (['light', 'dark'] as const) : (['light'] as const)) {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        reducedMotion: 'reduce',
        bypassCSP: styles.length > 0,
        colorScheme,
        locale: 'zh-TW',
      });
      if (styles.length) await serve(context, styles);
      if (take) await context.addInitScript(take);
      const page = await context.newPage();
      await page.goto(origin + tried.path);
      assert.deepEqual(await unreadable(page), [], colorScheme);
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/${feature.replace(/\W+/g, '-')}-${colorScheme}.png` });
      await page.locator('a[data-variant]:not([aria-current])').first().press('Enter');
      await page.waitForURL((url) => url.pathname !== tried.path);
      await page.goBack();
      // Where it can't be copied the address is shown in a field, which takes the focus.
      await page.locator(`#${tried.unit} a.pn`).press('Enter');
      assert.equal(new URL(page.url()).hash, `#${tried.unit}`);
      assert.equal(await asked(page), search);
      await context.close();
    }
  });
