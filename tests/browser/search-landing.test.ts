import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { forms } from '../../src/text/forms.ts';
import { fewEngines, startChromium } from '../support/engines.ts';
import { expected, plain, sought, writings } from '../support/search.ts';
import { hits, search } from '../support/search-page.ts';
import { origin, pages, sample, tried, unitsOf } from '../support/site.ts';
import { openTab } from '../support/tabs.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

/** A passage of every unit in every form, which finds it; `turn` tells which form's turn a unit is where each is tried in one. */
const passages = forms.flatMap((form, turn) =>
  pages
    .filter((page) => page.form === form && /^(\d+\/|full\/)$/.test(page.page))
    .flatMap((page) => unitsOf(page).filter(({ id }) => page.page !== 'full/' || id.startsWith('p0-')))
    .map(({ id, text }, index) => ({ form, id, passage: [...text].slice(0, 12).join(''), turn: index % forms.length === turn })),
);

for (const name of fewEngines)
  test(`in ${name} every hit leads to its unit, which is in view and has the matches marked`, async (t) => {
    const tab = await openTab(t, name, 390, 844);
    for (const { form, id, passage } of sample(name === 'chromium' ? passages : passages.filter(({ turn }) => turn), 6)) {
      await tab.open(`${origin}/${form.path && `${form.path}/`}search/?q=${encodeURIComponent(passage)}`);
      assert.ok(expected(form, passage).includes(id));
      await tab.run(async (id) => {
        const link = (): HTMLAnchorElement | null => document.querySelector(`[data-search-results] a[data-hit][href$="#${id}"]`);
        for (let wait = 0; !link() && wait < 500; wait += 1) await new Promise((done) => setTimeout(done, 20));
        // Once this is answered: the page that is left answers no more.
        setTimeout(() => link()!.click());
      }, id);
      const landed = await arrival(tab, id);
      const where = `${form.id} ${id} ${passage}`;
      assert.ok(landed.inView, `${where} is in view`);
      const marks = landed.marks.map(plain);
      assert.ok(marks.join('').includes(plain(passage)), `${where}: its words are marked`);
      const longestFirst = writings(form, passage).sort((a, b) => b.length - a.length);
      const rest = longestFirst.reduce((text, writing) => text.replaceAll(writing, ''), marks.join(''));
      assert.equal(rest, '', `${where}: its matches are marked and nothing else`);
      assert.ok(landed.marks.length > 0, `${where} is marked`);
      assert.equal(
        landed.address,
        `${origin}/${form.path && `${form.path}/`}${id.startsWith('p0-') ? 'full/' : `${id.slice(1).split('-')[0]}/`}#${id}`,
      );
    }
  });

test('Escape clears the marks; whoever follows the address alone sees none', async () => {
  const page = await (await browser.newContext()).newPage();
  const marks = (): Promise<number> => page.evaluate(() => CSS.highlights.get('search')?.size ?? 0);
  await page.goto(origin + tried.path);
  const [typed, found] = sought.region ?? [sought.word, sought.word];
  await search(page, typed);
  const [unit] = await hits(page);
  await page.click(`[data-hit="${unit}"]`);
  await page.waitForFunction(() => CSS.highlights.has('search'));
  assert.deepEqual(
    (await page.evaluate(() => [...CSS.highlights.get('search')!].map(String).join(''))).replaceAll(found, ''),
    '',
    'what was found, not what was typed',
  );
  const { address, other } = { address: page.url(), other: await page.context().newPage() };
  await page.keyboard.press('Escape');
  assert.equal(await marks(), 0);
  await page.reload();
  await page.waitForTimeout(300);
  assert.equal(await marks(), 0);
  await other.goto(address);
  await other.waitForTimeout(300);
  assert.equal(await other.evaluate(() => CSS.highlights.size), 0);
  await page.context().close();
});

test('a hit on the page that is open closes the dialog, moves there and marks it', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(origin + tried.path);
  const unit = tried.paragraphs.at(-1)!;
  const passage = await page.evaluate((unit) => document.getElementById(unit)!.lastChild!.textContent!.slice(0, 9), unit);
  for (let round = 0; round < 2; round += 1) {
    await search(page, passage.trim());
    await page.click(`[data-hit="${unit}"]`);
    await page.waitForFunction((unit) => CSS.highlights.has('search') && location.hash === `#${unit}`, unit);
    assert.ok(!(await page.$eval('dialog.search', (dialog) => (dialog as HTMLDialogElement).open)));
    await page.keyboard.press('Escape');
  }
  await page.context().close();
});

/** Waits until a page has moved to a unit and marked it; answers what it shows. */
async function arrival(
  tab: { run<T, A extends unknown[]>(work: (...values: A) => T | Promise<T>, ...values: A): Promise<T> },
  id: string,
): Promise<{ inView: boolean; marks: string[]; address: string }> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const seen = await tab
      .run((id) => {
        const unit = document.getElementById(id);
        const marks = [...((CSS.highlights.get('search') as Iterable<Range> | undefined) ?? [])].filter((range) =>
          unit?.contains(range.startContainer),
        );
        if (!unit || !marks.length || document.readyState !== 'complete') return undefined;
        const { top, bottom } = marks[0]!.getBoundingClientRect();
        return { inView: top >= 0 && bottom <= innerHeight, marks: marks.map(String), address: location.href };
      }, id)
      .catch(() => undefined);
    if (seen?.inView || (seen && attempt > 90)) return seen;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no arrival at ${id}`);
}
