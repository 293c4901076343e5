import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { chromium } from 'playwright-core';
import { engineNames, findBrowser, requireChromium } from './support/browsers.ts';
import { flags } from './support/engines.ts';
import { serve } from './support/server.ts';

// `npm test [-- PATTERN]` and `npm run test:full`: builds the site, serves it, runs every test, ends with `N passed, N failed`.
const full = process.argv.includes('--full');
const pattern = process.argv.slice(2).find((argument) => !argument.startsWith('--'));

process.env.CHROME_PATH = requireChromium();
const engines = engineNames.filter(findBrowser);
for (const name of engineNames) if (!engines.includes(name)) console.log(`${name} is not installed: its tests are left out.`);
if (full && engines.length < engineNames.length)
  throw new Error('test:full needs all three engines: install firefox-esr, webkit2gtk-driver and xvfb.');

execFileSync('npm', ['run', 'build', '--silent'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, SITE_URL: 'http://localhost:4321/' },
});
const { server, origin } = await serve('dist');
const browser = await chromium.launchServer({ executablePath: process.env.CHROME_PATH, args: flags });
Object.assign(process.env, {
  TEST_CHROMIUM: browser.wsEndpoint(),
  TEST_ORIGIN: origin,
  TEST_ENGINES: engines.join(),
  TEST_FULL: full ? '1' : '',
});

const files = globSync('tests/{unit,site,browser}/*.test.ts')
  .sort()
  .filter((file) => !pattern || file.includes(pattern));
let [passed, failed] = [0, 0];
// What measures time runs alone, first.
const timed = files.filter((file) => file.includes('lighthouse'));
for (const batch of [timed, files.filter((file) => !timed.includes(file))]) {
  if (!batch.length) continue;
  const tests = run({ files: batch, concurrency: 4, timeout: full ? 7_200_000 : 240_000 });
  tests.on('test:summary', ({ file, counts }) => {
    if (file) return;
    passed += counts.passed;
    failed += counts.tests - counts.passed - counts.skipped;
  });
  tests.compose(new spec()).pipe(process.stdout, { end: false });
  await new Promise((done) => tests.on('end', done));
}
server.close();
await browser.close();
await new Promise((done) => setTimeout(done, 100));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
