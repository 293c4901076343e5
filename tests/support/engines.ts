import { basename } from 'node:path';
import { chromium as playwright, type Browser } from 'playwright-core';
import { launch } from 'puppeteer-core';
import { findBrowser, type EngineName } from './browsers.ts';
import { full } from './settings.ts';
import { startWebKit } from './webkit.ts';

/** One tab of any engine: the little that all three can do alike. */
export interface Tab {
  /** Loads an address and waits until it has loaded; a fresh page even where only the fragment differs. */
  open(address: string): Promise<void>;
  /** Runs a self-contained function in the page; arguments and answer travel as JSON. */
  run<T, A extends unknown[]>(work: (...values: A) => T | Promise<T>, ...values: A): Promise<T>;
  /** Presses a key by its DOM name: 'Enter', 'ArrowDown', 'a'. */
  press(key: string): Promise<void>;
  /** Types text with the keyboard into what has the focus. */
  type(text: string): Promise<void>;
  /** Clicks the first element that a selector finds. */
  click(selector: string): Promise<void>;
  /** What the window shows, as PNG. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A running browser that opens tabs of a given size in CSS pixels, each with a memory of its own. */
export interface Engine {
  name: EngineName;
  open(width: number, height: number): Promise<Tab>;
  close(): Promise<void>;
}

/** The engines that are installed. */
export const installed = (process.env.TEST_ENGINES ?? 'chromium').split(',') as EngineName[];
const others = installed.filter((name) => name !== 'chromium');
const turn = basename(process.argv[1] ?? '').length % (others.length || 1);

/** The engines to test in: all that are installed in a full run; else Chromium and one of the others, in turn over the files of tests. */
export const engines = full ? installed : installed.filter((name) => name === 'chromium' || name === others[turn]);

/** The engines for a test that hardly depends on them: all in a full run, else the first. */
export const fewEngines = full ? installed : installed.slice(0, 1);

/** What Chromium needs as root, without a GPU and without the network. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Chromium with all that Playwright can do, for what only one engine can show: the one that the run has started, else one of its own.
 * No page starts the site's worker, which would fetch the whole site anew in each test, unless the context is asked for with workers.
 */
export async function startChromium(): Promise<Browser> {
  const running = process.env.TEST_CHROMIUM;
  const browser = await (running
    ? playwright.connect(running)
    : playwright.launch({ executablePath: findBrowser('chromium')!, args: flags }));
  const newContext = browser.newContext.bind(browser);
  browser.newContext = (options) => newContext({ serviceWorkers: 'block', ...options });
  return browser;
}

/** Starts a browser of an engine; WebKit's pages start the site's worker always, Firefox's where that is asked for, Chromium's never. */
export function startEngine(name: EngineName, workers = false): Promise<Engine> {
  return { chromium: startPlaywright, firefox: () => startFirefox(workers), webkit: startWebKit }[name]();
}

async function startPlaywright(): Promise<Engine> {
  const browser = await startChromium();
  return {
    name: 'chromium',
    close: () => browser.close(),
    async open(width, height) {
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      return {
        async open(address) {
          await page.goto('about:blank');
          await page.goto(address, { waitUntil: 'load' });
        },
        run: (work, ...values) =>
          page.evaluate(({ source, list }) => (0, eval)(`(${source})`)(...list), { source: work.toString(), list: values }),
        press: (key) => page.keyboard.press(key),
        type: (text) => page.keyboard.type(text),
        click: (selector) => page.click(selector),
        picture: () => page.screenshot(),
        close: () => context.close(),
      };
    },
  };
}

async function startFirefox(workers: boolean): Promise<Engine> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox')!,
    headless: true,
    // Scroll bars that take no room, as on a phone.
    extraPrefsFirefox: { 'ui.useOverlayScrollbars': 1, 'dom.serviceWorkers.enabled': workers },
  });
  return {
    name: 'firefox',
    close: () => browser.close(),
    async open(width, height) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height });
      return {
        async open(address) {
          await page.goto('about:blank');
          await page.goto(address, { waitUntil: 'load' });
        },
        run: (work, ...values) => page.evaluate(work as never, ...(values as unknown[] as never[])),
        press: (key) => page.keyboard.press(key as 'Enter'),
        type: (text) => page.keyboard.type(text),
        click: (selector) => page.click(selector),
        picture: () => page.screenshot(),
        close: () => context.close(),
      };
    },
  };
}
