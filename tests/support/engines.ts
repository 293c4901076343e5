import type { TestContext } from 'node:test';
import { chromium as playwright, type Browser } from 'playwright-core';
import { launch } from 'puppeteer-core';
import { findBrowser, type EngineName } from './browsers.ts';
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
}

/** A running browser with one tab of a given size in CSS pixels. */
export interface Engine {
  name: EngineName;
  tab: Tab;
  close(): Promise<void>;
}

/** The engines to test in: all that are installed. */
export const engines = (process.env.TEST_ENGINES ?? 'chromium').split(',') as EngineName[];

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

/** Chromium with all that Playwright can do, for what only one engine can show. */
export function startChromium(): Promise<Browser> {
  return playwright.launch({ executablePath: findBrowser('chromium')!, args: flags });
}

/** A tab of an engine of a given size, closed when the test ends, however it ends. */
export async function openTab(test: TestContext, name: EngineName, width = 1280, height = 900): Promise<Tab> {
  const { tab, close } = await startEngine(name, width, height);
  test.after(close);
  return tab;
}

/** Starts a browser of an engine. */
export function startEngine(name: EngineName, width = 1280, height = 900): Promise<Engine> {
  return { chromium: startPlaywright, firefox: startFirefox, webkit: startWebKit }[name](width, height);
}

async function startPlaywright(width: number, height: number): Promise<Engine> {
  const browser = await startChromium();
  const page = await browser.newPage({ viewport: { width, height } });
  return {
    name: 'chromium',
    close: () => browser.close(),
    tab: {
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
    },
  };
}

async function startFirefox(width: number, height: number): Promise<Engine> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox')!,
    headless: true,
    // Scroll bars that take no room, as on a phone.
    extraPrefsFirefox: { 'ui.useOverlayScrollbars': 1 },
    defaultViewport: { width, height },
  });
  const page = await browser.newPage();
  return {
    name: 'firefox',
    close: () => browser.close(),
    tab: {
      async open(address) {
        await page.goto('about:blank');
        await page.goto(address, { waitUntil: 'load' });
      },
      run: (work, ...values) => page.evaluate(work as never, ...(values as unknown[] as never[])),
      press: (key) => page.keyboard.press(key as 'Enter'),
      type: (text) => page.keyboard.type(text),
      click: (selector) => page.click(selector),
      picture: () => page.screenshot(),
    },
  };
}
