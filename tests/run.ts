import '../src/content/master.ts';
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { chromium } from 'playwright-core';
import { endWithParent } from '../src/build/command.ts';
import { ownFolder } from '../src/build/own-folder.ts';
import { engineNames, findBrowser, requireChromium, requireEngine } from './support/browsers.ts';
import { flags } from './support/engines.ts';
import { serve } from './support/server.ts';

// `npm test [-- PATTERN]` and `npm run test:full`: builds the site in a folder of its own, serves it, runs every test, ends with `N passed, N failed`.
// A full run ends with the tests of the built site, in Chromium, over each article of the fixtures in the place of the content.
endWithParent();
const master = process.env.MASTER_FORM ?? '';
const full = process.argv.includes('--full');
const standsIn = process.argv.includes('--stands-in');
const pattern = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';
const files = globSync(standsIn ? 'tests/{site,browser}/*.test.ts' : 'tests/{unit,site,browser}/*.test.ts')
  .sort()
  .filter((file) => file.includes(pattern));
if (!files.length) stop(`No test file has “${pattern}” in its name: tests/unit, tests/site and tests/browser hold them.`);

const executablePath = requireEngine();
process.env.CHROME_PATH = requireChromium();
// Each test file is a process of its own, which would compile the same libraries anew.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules', '.cache', 'compile');
const engines = engineNames.filter((name) => (name === 'chromium' || !standsIn) && findBrowser(name));
for (const name of standsIn ? [] : engineNames)
  if (!engines.includes(name)) console.log(`${name} is not installed: its tests are left out.`);
if (full && engines.length < engineNames.length)
  stop('test:full needs all three engines: install firefox-esr, webkit2gtk-driver and xvfb.');

const site = join(ownFolder(), 'site');
const build = spawnSync(process.execPath, ['--experimental-strip-types', 'src/build/build.ts', `--into=${site}`], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, SITE_URL: 'http://localhost:4321/' },
});
if (build.status !== 0) process.exit(1);
const { close, origin } = await serve(site);
const browser = await chromium.launchServer({ executablePath, args: flags });
Object.assign(process.env, {
  TEST_CHROMIUM: browser.wsEndpoint(),
  TEST_ORIGIN: origin,
  TEST_SITE: site,
  TEST_ENGINES: engines.join(),
  TEST_FULL: full ? '1' : '',
});

let [passed, failed] = [0, 0];
// What measures time runs alone, first; what tests the engine on fixtures has their master, whichever that of the content is.
const isTimed = (file: string): boolean => file.includes('lighthouse');
// What takes longest begins first: nothing else would run beside it at the end.
const isLong = (file: string): number => Number(/sharing-engines|switch|terms/.test(file));
const isOnFixtures = (file: string): boolean => /tests\/unit\/|retired|bad-shapes/.test(file);
const batches = [
  { batch: files.filter(isTimed), master },
  { batch: files.filter(isOnFixtures), master: '' },
  { batch: files.filter((file) => !isTimed(file) && !isOnFixtures(file)).sort((a, b) => isLong(b) - isLong(a)), master },
];
for (const { batch, master } of batches) {
  if (!batch.length) continue;
  process.env.MASTER_FORM = master;
  const tests = run({ files: batch, concurrency: 4, timeout: full ? 7_200_000 : 240_000 });
  tests.on('test:summary', ({ file, counts }) => {
    if (file) return;
    passed += counts.passed;
    failed += counts.tests - counts.passed - counts.skipped;
  });
  tests.compose(new spec()).pipe(process.stdout, { end: false });
  await new Promise((done) => tests.on('end', done));
}
close();
await browser.close();
if (full && files.some((file) => !file.includes('/unit/')))
  for (const article of ['tests/fixtures/every-field', ...globSync('tests/fixtures/articles/*').sort()]) {
    console.log(`\n${article} in the place of the content:`);
    const { status } = spawnSync(process.execPath, ['--experimental-strip-types', 'tests/run.ts', '--stands-in', pattern], {
      stdio: 'inherit',
      env: { ...process.env, CONTENT: article },
    });
    if (status === 0) passed += 1;
    else failed += 1;
  }
await new Promise((done) => setTimeout(done, 100));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;

/** Ends with a sentence instead of a run that could show nothing. */
function stop(text: string): never {
  console.error(text);
  process.exit(1);
}
