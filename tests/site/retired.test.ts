import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { load, type CheerioAPI } from 'cheerio';
import { writeEdits } from '../../src/content/edits.ts';
import { publishedIds } from '../../src/content/ledger.ts';
import { removePoint } from '../../src/content/point.ts';
import { converterFor } from '../../src/text/convert.ts';
import { chinesePeriod } from '../../src/text/dates.ts';
import { forms, master, type Form } from '../../src/text/forms.ts';
import { isUnitId, parseId, unitNumber } from '../../src/text/ids.ts';
import { pagePath, searchFilePath } from '../../src/text/links.ts';
import { hanNumeral } from '../../src/text/numerals.ts';
import { sectionId } from '../../src/text/sections.ts';
import { words } from '../../src/words.ts';
import { buildSite } from '../support/run-command.ts';
import { tinyArticle, type Tiny } from '../support/tiny.ts';

interface Row {
  id: string;
  to?: string;
  why?: string;
}

/** What left the text, and where its text went or why it is gone. The last stood in a point that is gone itself. */
const retired: Row[] = [
  { id: 'p1-2', to: 'p3-2' },
  { id: 'p3-1', to: 'p3-2' },
  { id: 'p1-f1', why: '後來重新計算過' },
  { id: 'p0-2', to: 'p1-1' },
  { id: 'p3-f1', to: 'p0-1' },
  { id: 'p2-1', to: 'p3-2' },
];
/** Points that were taken out. */
const removed: (Row & { number: number; title: string })[] = [
  { number: 2, id: 'p2', to: 'p1-3', title: '造傘的錢從何而來' },
  { number: 4, id: 'p4', why: '與第一則說的是同一件事', title: '借傘站究竟歸第4人' },
];
/** Points that readers do not see yet. */
const hidden = [
  { number: 5, title: '借傘站究竟歸第5人', from: 'draft: true\npublished: 2025-06-01' },
  { number: 6, title: '借傘站究竟歸第6人', from: 'published: 2099-01-01' },
];
/** The numbers of the sections that the points of this article have. */
const SECTIONS = [0, 1, 2, 3, 4, 5];
const corrections = [
  { file: 'points/01.md', page: '1/', section: '#n1', date: '2025-06-01', text: '這裡的報導日期寫錯了，應為2月24日。' },
  { file: 'lead.md', page: 'full/', section: '#n0', date: '2025-06-01', text: '這裡的實驗室名稱寫錯了，已經改正。' },
];

/** Publishes points 1 to 4, then takes out what is retired, and puts in the rest. */
function change(tiny: Tiny): void {
  for (const number of [4, 5, 6]) {
    const text = tiny.text('points/01.md').replaceAll('p1-', `p${number}-`).replaceAll('第1', `第${number}`);
    tiny.write(`points/0${number}.md`, text.replace('number: 1', `number: ${number}`).replace('歸誰來管', `歸第${number}人`));
  }
  for (const { number, from } of hidden) {
    tiny.edit(`points/0${number}.md`, 'published: 2025-06-01', from);
    tiny.edit(`points/0${number}.md`, 'updated: 2025-06-01', 'updated: 2099-01-01');
  }
  tiny.edit('site.yaml', '[1, 3]', '[1, 3, 4]');
  tiny.edit('site.yaml', '- 2 # makers', '- 2 # makers\n      - 5\n      - 6');
  tiny.edit('points/01.md', 'relations: []', 'relations: [{ to: 5, kind: leads, why: 還沒寫完。 }]');
  tiny.release();
  for (const { number, why, to } of removed) writeEdits(removePoint(tiny.reading(), number, { why, to }).edits);
  for (const { id } of retired.filter(({ id }) => !id.startsWith('p2'))) {
    const file = id.startsWith('p0') ? 'lead.md' : `points/0${id[1]}.md`;
    tiny.edit(file, id.includes('-f') ? new RegExp(`^figures:\\n.*\\{ id: ${id}, .*\\n`, 'm') : new RegExp(`^.*\\{#${id}\\}\\n`, 'm'), '');
  }
  tiny.retire(...retired);
  tiny.edit('lead.md', '霧港下雨', '霧港[下雨](#p2-3)');
  for (const { file, date, text } of corrections)
    tiny.edit(file, /^sources:/m, `corrections: ${JSON.stringify([{ date, text }])}\nsources:`);
}

test('units and points that leave the text, and corrections of it, can still be followed; what is not published yet stays out', async (t) => {
  const tiny = tinyArticle(t);
  change(tiny);
  assert.deepEqual(tiny.problems(), []);
  const { code, output, folder } = await buildSite(t, { content: tiny.folder, address: 'http://localhost:4321/' });
  assert.equal(code, 0, output);
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const pages = new Map<string, CheerioAPI>();
  const pageAt = (path: string): CheerioAPI => {
    const page = pages.get(path) ?? load(read(`${path}index.html`));
    pages.set(path, page);
    return page;
  };
  const published = [...publishedIds(tiny.reading().ids?.values.published ?? {}).keys()];

  for (const form of forms) {
    const below = (page: string): string => pagePath('/', form, page);
    const write = converterFor(form, {}).text;
    /** The element that an id leads to on a page, which is there once and seen without script. */
    const anchorOn = (path: string, id: string) => {
      const anchor = pageAt(path)(`[id="${id}"]`);
      assert.equal(anchor.length, 1, `${path}#${id}`);
      assert.equal(anchor.closest('noscript, template, [hidden]').length, 0, `${path}#${id} is hidden`);
      return anchor;
    };

    for (const { id, to, why } of retired) {
      await t.test(`who follows ${id} lands at ${to ?? 'the reason why it is gone'} (${form.id})`, () => {
        for (const path of addresses(form, id)) {
          const anchor = anchorOn(path, id);
          const inPlace = to !== undefined && pageAt(path)(`[data-unit][id="${to}"]`).length > 0;
          if (inPlace) assert.equal(anchor.closest('[data-unit]').attr('id'), to, path);
          else assert.ok(anchor.text().includes(unitNumber(id)), `${path}#${id} does not say its number`);
          if (why) assert.ok(anchor.text().includes(write(why)), `${path}#${id}: ${anchor.text()}`);
          if (inPlace || !to) continue;
          const links = anchor.find('a').toArray();
          assert.deepEqual(
            links.map(({ attribs }) => attribs.href),
            [`${addresses(form, to)[0]}#${to}`],
            `${path}#${id}`,
          );
          assert.equal(pageAt(addresses(form, to)[0] ?? '')(`[data-unit][id="${to}"]`).length, 1);
        }
      });
    }

    for (const { number, to, why, title } of removed) {
      const page = `${number}/`;
      const own = new Set(retired.map(({ id }) => id));
      const ids = [
        ...published.filter((id) => parseId(id)?.point === number && !own.has(id)),
        ...SECTIONS.map((section) => sectionId(number, section)),
      ];

      await t.test(`the page of point ${number}, which was taken out, says what became of it (${form.id})`, () => {
        const $ = pageAt(below(page));
        assert.ok($('h1').text().includes(write(title)), $('h1').text());
        assert.ok(
          $('main')
            .text()
            .includes(write(`傘論之${hanNumeral(number)}`)),
        );
        assert.equal($('link[rel=canonical]').attr('href'), `http://localhost:4321${below(page)}`);
        assert.equal($('link[rel=alternate][hreflang]').length, forms.length + 1);
        assert.equal($('meta[name=robots]').length, 0);
        assert.equal($('[data-unit]').length, 0);
        for (const [path, href] of [
          [below(page), `${below('1/')}#${to}`],
          [below('full/'), `#${to}`],
        ] as const) {
          const line = anchorOn(path, ids[0] ?? '').parent();
          if (why) assert.ok(line.text().includes(write(why)), line.text());
          else assert.equal(line.find('a').attr('href'), href);
        }
      });

      await t.test(`every link to point ${number} still lands (${form.id})`, () => {
        assert.ok(ids.includes(`p${number}-t`) && ids.includes(`p${number}-r1`));
        for (const path of [below(page), below('full/')]) for (const id of ids) anchorOn(path, id);
        anchorOn(below('full/'), `n${number}`);
        for (const copy of [`${page}index.md`, 'full/index.md'])
          for (const id of ids) assert.equal(read(below(copy)).split(`{#${id}}`).length, 2, `${copy} ${id}`);
        assert.ok(read('/sitemap-0.xml').includes(`<loc>http://localhost:4321${below(page)}</loc>`));
      });
    }

    await t.test(`what is gone and what is not published yet is offered nowhere (${form.id})`, () => {
      const outputs = [
        'feed.xml',
        'feed.json',
        'llms.txt',
        'index.html',
        '404.html',
        'search/index.html',
        'about/index.html',
        '3/index.html',
      ];
      for (const path of [...outputs.map(below), pagePath('/', master, searchFilePath(form))])
        for (const { title, number } of [...removed, ...hidden]) {
          const text = read(path).replaceAll('<wbr>', '');
          assert.ok(!text.includes(write(title)) && !text.includes(`第${number}站`), `${path} has point ${number}`);
        }
      for (const { number, title } of hidden) {
        assert.ok(!existsSync(join(folder, below(`${number}/`))), `/${number}/`);
        for (const path of ['full/index.html', 'full/index.md', '1/index.html']) assert.ok(!read(below(path)).includes(write(title)), path);
        assert.ok(!read('/sitemap-0.xml').includes(below(`${number}/`)));
      }
      const $ = pageAt(below(''));
      assert.deepEqual(
        $('.row')
          .toArray()
          .map(({ attribs }) => attribs.id),
        ['n1', 'n3'],
      );
      assert.ok(!$('main').text().includes(write('造傘')), 'a group without points');
      assert.equal(pageAt(below('1/'))('.neighbours a[rel=next]').attr('href'), below('3/'));
      assert.equal(pageAt(below('3/'))('.neighbours a[rel=next]').length, 0);
      assert.ok(pageAt(below('1/'))('.kicker').text().includes(write('共二則')));
      assert.ok(!pageAt(below('1/'))('.relations').text().includes(write('還沒寫完')));
    });

    await t.test(`a link in the text follows what it names (${form.id})`, () => {
      assert.equal(pageAt(below('full/'))('#p0-1 a[href="#p1-3"]').text(), write('下雨'));
      assert.ok(read(below('full/index.md')).includes(`[${write('下雨')}](http://localhost:4321${below('1/')}#p1-3)`));
    });

    for (const { page, section, date, text } of corrections) {
      const shown = write(text);
      const day = chinesePeriod(date);
      const says = (part: string): boolean => part.includes(shown) && part.includes(day);

      await t.test(`a correction of ${page} is told where it was made (${form.id})`, () => {
        if (page !== 'full/') assert.ok(says(pageAt(below(page))('.point .notes').text()));
        assert.ok(says(pageAt(below('full/'))(`${section} .notes`).text()));
      });

      await t.test(`a correction of ${page} is listed with its day and a link to its place (${form.id})`, () => {
        const $ = pageAt(below('about/'));
        const rows = $(`li:has(time[datetime="${date}"])`).filter((_, node) => says($(node).text()));
        assert.equal(rows.length, 1);
        const place = new URL(rows.find('a').attr('href') ?? '', 'http://localhost:4321/');
        assert.equal(place.pathname, below(page));
        if (place.hash) assert.equal(pageAt(place.pathname)(place.hash).length, 1, place.hash);
        assert.ok(!$('main').text().includes(write(words.corrections.none)), 'the same page says that there are none');
      });

      await t.test(`a correction of ${page} stands in the Markdown (${form.id})`, () => {
        for (const copy of new Set([page, 'full/'])) {
          const line = read(`${below(copy)}index.md`)
            .split('\n')
            .find((other) => other.includes(shown));
          assert.ok(line?.includes(date), `${copy}index.md`);
        }
      });

      await t.test(`a correction of ${page} is told to machines (${form.id})`, () => {
        const data = JSON.parse(pageAt(below(page))('script[type="application/ld+json"]').text());
        const told = (data.correction ?? []) as Record<string, string>[];
        assert.ok(
          told.some((one) => one.text === shown && one.datePublished === date),
          JSON.stringify(told),
        );
      });
    }
  }

  await t.test('every published id leads somewhere on the page of its point', () => {
    for (const id of published) {
      const $ = pageAt(addresses(master, id)[0] ?? '');
      assert.equal($(`[id="${id}"]`).length, 1, id);
      if (isUnitId(id)) assert.equal(pageAt('/full/')(`[id="${id}"]`).length, 1, `/full/#${id}`);
    }
  });
});

/** The pages on which a unit of an id stands or stood: first the one that others link to. */
function addresses(form: Form, id: string): string[] {
  const point = Number(id.slice(1, id.indexOf('-')));
  return (point ? [`${point}/`, 'full/'] : ['full/']).map((page) => pagePath('/', form, page));
}
