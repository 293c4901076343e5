import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { load, type CheerioAPI } from 'cheerio';
import { converterFor } from '../../src/text/convert.ts';
import { chinesePeriod } from '../../src/text/dates.ts';
import { forms, type Form } from '../../src/text/forms.ts';
import { pagePath } from '../../src/text/links.ts';
import { words } from '../../src/words.ts';
import { dictionary } from '../support/house.ts';
import { copyProject, type Project } from '../support/project.ts';

/** What left the text, and where its text went or why it is gone. */
const retired: { id: string; to?: string; why?: string }[] = [
  { id: 'p5-10', to: 'p5-9' },
  { id: 'p5-8', to: 'p7-8' },
  { id: 'p5-4', why: '與上一段說的是同一件事' },
  { id: 'p5-f3', to: 'p5-f2' },
  { id: 'p5-2', to: 'p0-3' },
  { id: 'p0-4', why: '分組已經寫在目錄裡' },
];
const corrections = [
  { file: 'content/points/05.md', page: '5/', section: '#n5', date: '2026-11-24', text: '這裡的報導日期寫錯了，應為2月24日。' },
  { file: 'content/lead.md', page: 'full/', section: '#n0', date: '2026-11-24', text: '這裡的實驗室名稱寫錯了，已經改正。' },
];

/** Takes what is retired out of the text and puts the corrections in. */
function change(project: Project): void {
  for (const { id } of retired) {
    const file = id.startsWith('p0-') ? 'content/lead.md' : `content/points/0${id[1]}.md`;
    project.edit(file, id.includes('-f') ? new RegExp(`^ *- \\{ id: ${id}, .*\\n`, 'm') : new RegExp(`^.*\\{#${id}\\}\\n`, 'm'), '');
  }
  // Every source stays cited.
  project.edit('content/points/05.md', ' {#p5-9}', '[^3][^7][^10] {#p5-9}');
  project.edit('content/ids.yaml', 'retired: []', `retired:\n${retired.map((row) => `  - ${JSON.stringify(row)}`).join('\n')}`);
  for (const { file, date, text } of corrections)
    project.edit(file, /^updated: .*\n/m, (line) => `${line}corrections: ${JSON.stringify([{ date, text }])}\n`);
}

test('units that leave the text and corrections of it can still be followed', async (t) => {
  const project = copyProject(t);
  change(project);
  const { ok, output } = project.run('build', { SITE_URL: 'http://localhost:4321/' });
  assert.ok(ok, output);
  const read = (path: string): string => readFileSync(join(project.root, 'dist', path), 'utf8');
  const pages = new Map<string, CheerioAPI>();
  const pageAt = (path: string): CheerioAPI => {
    const page = pages.get(path) ?? load(read(`${path}index.html`));
    pages.set(path, page);
    return page;
  };

  for (const form of forms) {
    const below = (page: string): string => pagePath('/', form, page);
    const write = converterFor(form, dictionary).text;

    for (const { id, to, why } of retired) {
      await t.test(`who follows ${id} lands at ${to ?? 'the reason why it is gone'} (${form.id})`, () => {
        for (const path of addresses(form, id)) {
          const $ = pageAt(path);
          const anchor = $(`[id="${id}"]`);
          assert.equal(anchor.length, 1, `${path}#${id}`);
          assert.equal(anchor.closest('noscript, template, [hidden]').length, 0, `${path}#${id} is hidden`);
          const inPlace = to !== undefined && $(`[data-unit][id="${to}"]`).length > 0;
          if (inPlace) assert.equal(anchor.closest('[data-unit]').attr('id'), to, path);
          else assert.ok(anchor.text().includes(id.slice(1).replace('-', '.')), `${path}#${id} does not say its number`);
          if (why) assert.ok(anchor.text().includes(write(why)), `${path}#${id}: ${anchor.text()}`);
          if (inPlace || !to) continue;
          const links = anchor.find('a').toArray();
          assert.deepEqual(
            links.map(({ attribs }) => attribs.href),
            [`${addresses(form, to)[0]}#${to}`],
            `${path}#${id}`,
          );
          assert.equal(pageAt(addresses(form, to)[0]!)(`[data-unit][id="${to}"]`).length, 1);
        }
      });
    }

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
        const place = new URL(rows.find('a').attr('href')!, 'http://localhost:4321/');
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
});

/** The pages on which a unit of an id stands or stood: first the one that others link to. */
function addresses(form: Form, id: string): string[] {
  const point = Number(id.slice(1, id.indexOf('-')));
  return (point ? [`${point}/`, 'full/'] : ['full/']).map((page) => pagePath('/', form, page));
}
