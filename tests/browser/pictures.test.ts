import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test, { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { contentFolder } from '../../src/content/folder.ts';
import { startChromium } from '../support/engines.ts';
import { alike, lookOf, stir, type Look } from '../support/pictures.ts';
import { openDialog, settled } from '../support/search-page.ts';
import { sought } from '../support/search.ts';
import { origin, pointPages } from '../support/site.ts';

/** How a page is looked at, and the way that tells most of it already. */
const ways = {
  wide: { width: 1280 },
  middle: { width: 1000, like: 'wide' },
  phone: { width: 390, like: 'wide' },
  narrow: { width: 340, like: 'phone' },
  /** As wide as the text of a sheet of A4. */
  print: { width: 642, like: 'phone', media: 'print' },
  /** With everything open and in every state at once. */
  stirred: { width: 1280, like: 'wide' },
} as const;
type Way = keyof typeof ways;

/** The point with the most parts. */
const partsOf = ({ $ }: (typeof pointPages)[number]): number => $('main [class]').length;
const richest = pointPages.reduce((best, other) => (partsOf(other) > partsOf(best) ? other : best));
/** The pages that are looked at; on that of search something is found. */
const looked: [path: string, ...ways: Way[]][] = [
  [richest.path, 'wide', 'middle', 'phone', 'narrow', 'print', 'stirred'],
  ['/', 'wide', 'middle', 'phone', 'narrow', 'print', 'stirred'],
  ['/search/', 'wide', 'phone', 'stirred'],
  ['/about/', 'wide'],
  ['/404.html', 'wide'],
];

/** With the article lies how its pages look; another one has pictures of its own, or none. */
const file = join(contentFolder(), 'checks/pictures.json');
const update = process.env.UPDATE_PICTURES;
const skip = !update && !existsSync(file) && 'no pictures were taken of this article: UPDATE_PICTURES=1 npm test -- pictures';
/**
 * Looks as the file holds them: page and way → part → `property: value; …`, '-' for what the part lost. What stands above is not repeated.
 */
type Told = Record<string, Record<string, string>>;

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

test('every part looks as it did: a point wide, on a phone and on paper, home, search, and each in all its states', { skip }, async () => {
  const told = await tellLooks();
  if (update) {
    mkdirSync(dirname(file), { recursive: true });
    return writeFileSync(file, `${JSON.stringify(told, null, 2)}\n`);
  }
  const faults = differences(JSON.parse(readFileSync(file, 'utf8')) as Told, told);
  const advice = `${faults.length} values differ. Where that is meant: UPDATE_PICTURES=1 npm test -- pictures`;
  assert.deepEqual(faults.slice(0, 30), [], advice);
});

async function tellLooks(): Promise<Told> {
  const page = await browser.newPage({ locale: 'en-US', colorScheme: 'light' });
  const told: Told = {};
  const wide: Look = {};
  const said: Partial<Record<Way, Record<string, string>>> = {};
  for (const [path, ...names] of looked) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(origin + path + (path === '/search/' ? `?q=${sought.word}` : ''));
    if (path === '/search/') await settled(page, sought.word);
    // What is made of the sources when the page has loaded.
    if (await page.$('ol.sources')) await page.waitForSelector('.sheet', { state: 'attached' });
    await page.waitForFunction(() => !document.querySelector('device-settings[data-waiting]'));
    const looks: Partial<Record<Way, Look>> = { wide };
    for (const name of names) {
      const way = ways[name];
      await page.setViewportSize({ width: way.width, height: 900 });
      await page.emulateMedia({ media: 'media' in way ? way.media : 'screen' });
      if (name === 'stirred') await openAndStir(page);
      const look = await lookOf(page);
      const rows = changes(looks['like' in way ? way.like : 'wide']!, look);
      const before = name === 'wide' ? {} : (said[name] ??= {});
      told[`${path} ${name}`] = Object.fromEntries(Object.entries(rows).filter(([part, row]) => row !== (before[part] ?? '')));
      Object.assign(before, rows);
      looks[name] = look;
    }
    Object.assign(wide, looks.wide);
  }
  await page.close();
  return told;
}

async function openAndStir(page: Page): Promise<void> {
  if (await page.$('dialog.search')) await openDialog(page);
  await page.waitForFunction(() => document.querySelector('#hits') && [...document.styleSheets].some(({ href }) => href?.includes('late')));
  await stir(page);
}

/** The values of each part of a look that another look has not. */
function changes(base: Look, look: Look): Record<string, string> {
  return Object.fromEntries(
    Object.entries(look).map(([part, values]) => {
      const before = base[part] ?? {};
      const names = [...new Set([...Object.keys(before), ...Object.keys(values)])];
      const changed = names.filter((name) => !alike(before[name] ?? '-', values[name] ?? '-'));
      return [part, changed.map((name) => `${name}: ${values[name] ?? '-'}`).join('; ')];
    }),
  );
}

/** Every value that differs: page, way, part and property, what it was and what it is. */
function differences(was: Told, is: Told): string[] {
  const flat = (looks: Told): Map<string, string> =>
    new Map(
      Object.entries(looks).flatMap(([way, parts]) =>
        Object.entries(parts).flatMap(([part, told]) =>
          told.split('; ').map((row): [string, string] => {
            const [name, value] = row.split(': ', 2);
            return [`${way} ${part} ${name}`, value ?? ''];
          }),
        ),
      ),
    );
  const [before, after] = [flat(was), flat(is)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => !alike(before.get(key) ?? 'as above', after.get(key) ?? 'as above'))
    .map((key) => `${key}: ${before.get(key) ?? 'as above'} → ${after.get(key) ?? 'as above'}`);
}
