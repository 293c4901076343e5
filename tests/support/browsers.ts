import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The engines that the tests use. */
export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

const NAMES: Record<EngineName, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
  webkit: ['WebKitWebDriver'],
};
const OVERRIDES: Record<EngineName, string> = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH', webkit: 'WEBKIT_DRIVER_PATH' };

/**
 * The program of an engine that is installed here: the one its variable names, else one of the usual names, else Playwright's download;
 * undefined where there is none.
 */
export function findBrowser(engine: EngineName): string | undefined {
  const named = process.env[OVERRIDES[engine]];
  if (named) return named;
  if (engine === 'webkit' && !onPath('xvfb-run')) return undefined;
  const found = NAMES[engine].map(onPath).find((path) => path !== undefined);
  if (found || engine !== 'chromium') return found;
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : undefined;
}

/**
 * The program of Chromium's engine without the browser around it, where that is installed, for the same pages at a third of the processor's
 * time; else Chromium, which is installed where it is missing.
 */
export function requireEngine(): string {
  return process.env.CHROME_PATH || onPath('chromium-headless-shell') || requireChromium();
}

/** Finds Chromium or installs it: Playwright's own download first, then the system's package manager. Throws with what to install. */
export function requireChromium(): string {
  const found = findBrowser('chromium');
  if (found) return found;
  console.log('Chromium is not installed; installing it.');
  const attempts: [string, string[]][] = [['npx', ['playwright-core', 'install', 'chromium']]];
  if (process.getuid?.() === 0 && onPath('apt-get'))
    attempts.push(['apt-get', ['update', '-qq']], ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']]);
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'ignore', timeout: 300_000 });
    } catch {
      continue;
    }
    const installed = findBrowser('chromium');
    if (installed) return installed;
  }
  throw new Error('The tests need Chromium: install the package chromium (or Google Chrome), or name its program in CHROME_PATH.');
}

/** The program of a name that this machine runs; undefined where there is none. */
export function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
