import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { engines, startChromium } from '../support/engines.ts';
import { derived } from '../support/forms.ts';
import { site } from '../support/house.ts';
import { full, origin, pages, pointPages, sample, tried, unitsOf } from '../support/site.ts';
import { openTab } from '../support/tabs.ts';

let browser: Browser;
before(async () => void (browser = await startChromium()));
after(() => browser.close());

const wholes = pages.filter(({ page }) => page === 'full/');
/**
 * Every unit of every page. A point is opened afresh for each; the long page of the whole article for titles and some others, else the
 * reader moves on to the next unit.
 */
const targets = [...pointPages, ...wholes].flatMap((page) => {
  const units = unitsOf(page);
  const isFresh = (id: string, index: number): boolean =>
    !wholes.includes(page) || id.endsWith('-t') || (full && index % Math.ceil(units.length / 20) === 0);
  return units.map(({ id }, index) => ({ page, id, fresh: isFresh(id, index) }));
});

test('with any unit targeted, on a phone and without script, the screen says which point, what title, whose voice, and the ways on', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const {
    page: { path, form },
    id,
    fresh,
  } of sample(targets, 8)) {
    if (fresh) await page.goto('about:blank');
    await page.goto(`${origin}${path}#${id}`);
    const missing = await page.evaluate(
      ({ id, full, others }) => {
        const seen = (node: Element | null | undefined): boolean => {
          const box = node?.getBoundingClientRect();
          if (!node || !box || box.width === 0 || box.top < -2 || box.top + Math.min(box.height, 20) > innerHeight) return false;
          const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 60), box.top + Math.min(box.height / 2, 20));
          return hit !== null && (node.contains(hit) || hit.contains(node));
        };
        // Glyphs reach out of the last line by a pixel or two.
        const isCut = (node: Element): boolean => node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight + 4;
        const unit = document.getElementById(id)!;
        const article = unit.closest('article')!;
        const line = document.querySelector('.line');
        const any = (selector: string, root: ParentNode = article): boolean =>
          [...root.querySelectorAll(selector), ...(line?.querySelectorAll(selector) ?? [])].some(seen);
        const voices = unit.matches('.title')
          ? article.querySelectorAll('.byline span')
          : (unit.closest('section, .brief') ?? article).querySelectorAll(
              article.matches('.lead') ? '.section-head' : '.section-head .voice, .brief-head .song',
            );
        const wholeLink = location.pathname.endsWith('/full/') ? true : any(`a[href^="${full}"]`);
        const checks: Record<string, boolean> = {
          unit: seen(unit) || seen(unit.querySelector('h1, h2, dt')),
          place:
            any('.context-place') ||
            any('.kicker span') ||
            any('.section-head', article.matches('.lead') ? article : document.createElement('p')),
          title:
            [...article.querySelectorAll('.context-title'), ...(line?.querySelectorAll('.context-title') ?? [])].some(
              (title) => seen(title) && !isCut(title),
            ) ||
            any('.title :is(h1, h2)') ||
            seen(article.querySelector(':scope > h1')),
          voice: !others || [...voices].some(seen),
          counter: location.pathname.endsWith('/full/') || any('.to-counter') || !document.querySelector('.section.counter'),
          top: any('.context-place') || seen(article.querySelector('.title, h1')),
          whole: wholeLink,
        };
        return Object.keys(checks).filter((name) => !checks[name]);
      },
      { id, full: `/${form.path && `${form.path}/`}full/`, others: Boolean(site.on) },
    );
    if (missing.length) faults.push(`${path}#${id}: ${missing.join(', ')}`);
  }
  assert.deepEqual(faults, []);
  await context.close();
});

for (const name of engines) {
  test(`a link to any unit puts it in view, clear of what stays at the top edge, and marks it (${name})`, async (t) => {
    const tab = await openTab(t, name, 450, 844);
    const faults: string[] = [];
    let last = '';
    for (const {
      page: { path },
      id,
      fresh,
    } of sample(targets, name === 'chromium' ? 8 : 4)) {
      if (!fresh && path === last) await tab.run((id) => void (location.hash = id), id);
      else await tab.open(`${origin}${path}#${id}`);
      last = path;
      const { top, bottom, clear, height, marked } = await tab.run((id: string) => {
        const unit = document.getElementById(id)!;
        const box = unit.getBoundingClientRect();
        const bars = [...document.querySelectorAll('.context, .line')]
          .map((bar) => bar.getBoundingClientRect())
          .filter((bar) => bar.top <= 1 && bar.bottom > 0 && bar.top > -1);
        const covered = bars.some((bar) => document.elementFromPoint(innerWidth / 2, bar.top + bar.height / 2)?.closest('.context, .line'));
        const ground = (node: Element): string => getComputedStyle(node).backgroundColor;
        const other = [...document.querySelectorAll('[data-unit]')].find((node) => node !== unit)!;
        const bar = getComputedStyle(unit, '::before');
        return {
          top: box.top,
          bottom: box.bottom,
          height: innerHeight,
          clear: covered ? Math.max(...bars.map((bar) => bar.bottom)) : 0,
          marked:
            unit.matches(':target') &&
            parseFloat(bar.inlineSize) >= 3 &&
            ground(unit) !== bar.backgroundColor &&
            ground(unit) !== ground(other),
        };
      }, id);
      if (!marked) faults.push(`${path}#${id} is not marked`);
      if (top < clear - 1 || top > height - 40) faults.push(`${path}#${id}: ${Math.round(top)}–${Math.round(bottom)} of ${height}`);
    }
    assert.deepEqual(faults, []);
  });
}

test('a link lands that a chat has encoded again, glued to its words or written in capitals; what is no id says lost', async () => {
  const page = await browser.newPage();
  const { path, unit } = tried;
  const hash = `#${unit}`;
  for (const touched of [
    `${path}#${unit}%E3%80%82`,
    `${path}#${unit}%253A~%253Atext=x`,
    `${path}#${unit}&amp;utm_source=x`,
    `${path}#${unit.toUpperCase()}`,
    `${path}?utm_source=x#${unit}」`,
    `${path}%23${unit}`,
    `${path}%EF%BC%83${unit}%EF%BC%8C`,
    `${path}%E3%80%82${hash}`,
    `/${derived[0]!.path.toUpperCase()}${path}${hash}`,
  ]) {
    await page.goto('about:blank');
    await page.goto(origin + touched);
    await page.waitForURL((url) => url.pathname.endsWith(path) && url.hash === hash, { timeout: 10_000 });
    await page.waitForFunction((id) => document.getElementById(id)?.matches(':target'), unit);
  }
  await page.goto(`${origin}${path}#nothing`);
  await page.waitForFunction(() => document.querySelector('copy-line [role=status]')?.textContent);
  assert.equal(new URL(page.url()).hash, '#nothing');
  const gone = await page.goto(`${origin}/nothing/%E3%80%82`);
  assert.equal(gone?.status(), 404);
  await page.waitForLoadState('networkidle');
  assert.equal(new URL(page.url()).pathname, '/nothing/%E3%80%82');
  await page.close();
});

test('the first screen of a point on a phone says which of how many, and what the point has of group, title, claimant, thesis, verdict and counter, and the way to the whole', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  for (const { path } of sample(pointPages, 3)) {
    await page.goto(origin + path);
    const below = await page.evaluate(() =>
      Object.entries({
        place: '.kicker span',
        group: '.kicker .group',
        title: '.title h1',
        thesis: 'p.thesis',
        // The last is the day, which a phone has at the foot.
        authors: '.byline span:not(:last-child)',
        verdict: '.brief-verdict .para',
        counter: '.brief-counter .para',
        whole: '.line a[href*="full/"]',
      })
        .filter(([name, selector]) => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          return box ? box.width === 0 || box.bottom > innerHeight : ['place', 'title', 'whole'].includes(name);
        })
        .map(([name]) => name),
    );
    assert.deepEqual(below, [], path);
  }
  await page.close();
});

test('each at its greatest length, title, thesis, verdict and counter stand on the first screen of a phone', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const built = pointPages.find(({ $ }) => $('.brief-verdict').length && $('.brief-counter').length);
  if (!built) return;
  await page.goto(origin + built.path);
  const bottom = await page.evaluate(() => {
    const fill = (selector: string, count: number): void => {
      const unit = document.querySelector(selector)!;
      for (const child of [...unit.childNodes]) if (!(child instanceof Element && child.matches('.pn'))) child.remove();
      unit.append('長'.repeat(count));
    };
    fill('.title h1', 20);
    fill('p.thesis', 90);
    fill('.brief-verdict .para', 40);
    fill('.brief-counter .para', 30);
    return document.querySelector('.brief-counter')!.getBoundingClientRect().bottom;
  });
  assert.ok(bottom <= 844, `the counter ends at ${bottom}`);
  await page.close();
});
