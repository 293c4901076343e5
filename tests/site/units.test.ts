import assert from 'node:assert/strict';
import test from 'node:test';
import { forms, master } from '../../src/text/forms.ts';
import { chinesePeriod } from '../../src/text/dates.ts';
import { fill } from '../../src/text/fill.ts';
import { hanNumeral } from '../../src/text/numerals.ts';
import { pagePath } from '../../src/text/links.ts';
import { articleUnits, unitsOf as unitsOfPoint } from '../../src/article/article.ts';
import type { Unit } from '../../src/article/unit.ts';
import { writerFor } from '../../src/article/writer.ts';
import { writeArticle } from '../../src/article/write.ts';
import { contentFolder } from '../../src/content/folder.ts';
import { goodContent } from '../support/content.ts';
import { content, dictionary, groups, site, wordsIn } from '../support/house.ts';
import { discussedAuthors, pageAt, pages, pointPages, unitsOf } from '../support/site.ts';

const articles = new Map(forms.map((form) => [form, writeArticle(goodContent(contentFolder()), form)]));
const solid = (text: string): string => text.replace(/\s+/g, '');

test('every unit of the content stands on its page and in the whole article, in order, with its words', () => {
  for (const [form, article] of articles) {
    const shown = (page: string): string[] => unitsOf(pageAt(pagePath('/', form, page))).map(({ id, text }) => `${id} ${text}`);
    const written = (units: readonly Unit[]): string[] => units.map(({ id, text }) => `${id} ${solid(text)}`);
    for (const point of article.points) assert.deepEqual(shown(`${point.number}/`), written(unitsOfPoint(point)));
    assert.deepEqual(shown('full/'), written(articleUnits(article)));
  }
});

test('no page but those of the article has a unit; the home page has those of the lead', () => {
  for (const shown of pages) {
    const ids = unitsOf(shown).map(({ id }) => id);
    if (shown.page === '')
      assert.deepEqual(
        ids,
        articles.get(shown.form)?.lead.units.map(({ id }) => id),
        shown.path,
      );
    else if (!/^(\d+|full)\/$/.test(shown.page)) assert.deepEqual(ids, [], shown.path);
  }
});

test('a unit has the same id and text on its own page and in the whole article', () => {
  for (const form of forms) {
    const whole = new Map(unitsOf(pageAt(`/${form.path && `${form.path}/`}full/`)).map((unit) => [unit.id, unit.text]));
    for (const page of pointPages.filter((candidate) => candidate.form === form)) {
      for (const { id, text } of unitsOf(page)) assert.equal(whole.get(id), text, `${page.path}#${id}`);
    }
  }
});

test('the units of a page are the same in every written form, in the same order', () => {
  for (const page of pages.filter(({ form }) => form !== master)) {
    const original = pages.find((candidate) => candidate.form === master && candidate.page === page.page)!;
    assert.deepEqual(
      unitsOf(page).map(({ id }) => id),
      unitsOf(original).map(({ id }) => id),
      page.path,
    );
  }
});

test('no unit contains another, and each links to itself by its number', () => {
  for (const { path, $ } of pages) {
    assert.equal($('[data-unit] [data-unit]').length, 0, path);
    $('[data-unit]').each((_, node) => assert.equal($(node).find('a.pn').attr('href'), `#${$(node).attr('id')}`, path));
  }
});

test('no space is typed between Han and Latin in anything a reader sees', () => {
  for (const { path, $ } of pages) {
    const visible = $('body').clone();
    visible.find('script, style').remove();
    for (const text of [
      ...visible
        .find('*')
        .contents()
        .toArray()
        .flatMap((node) => (node.type === 'text' ? [node.data] : [])),
      $('title').text(),
    ]) {
      assert.doesNotMatch(text, /\p{Script=Han}[ \u3000]+[A-Za-z0-9]|[A-Za-z0-9%][ \u3000]+\p{Script=Han}/u, `${path}: ${text}`);
    }
  }
});

test('every point says on its page which of how many it is, whose it is, and where the whole is', () => {
  for (const { path, page, form, $ } of pointPages) {
    const head = $('.point-head').text();
    const { number } = content.points.find(({ values }) => `${values.number}/` === page)!.values;
    assert.ok(head.includes(`${hanNumeral(number)}，${fill(wordsIn(form).ofAll, { n: hanNumeral(content.points.length) })}`), path);
    for (const author of site.on ? discussedAuthors(form) : (site.authors ?? []))
      assert.ok(head.includes(writerFor(form, dictionary).text(author)), `${path}: ${author}`);
    assert.ok(head.includes(site.factsUntil ? chinesePeriod(site.factsUntil) : ''), path);
    const group = groups.find(({ points }) => points.includes(number))?.name;
    assert.equal($('.point-head a.group').text().trim(), writerFor(form, dictionary).text(group ?? ''), path);
    assert.ok($(`.line a[href^="/${form.path && `${form.path}/`}full/#n"]`).length, path);
    assert.equal($('.point-head a[rel=external]').attr('href'), site.on?.url, path);
  }
});

test('a source leads back to every unit that cites it, and every citation leads to its source', () => {
  for (const { path, $ } of pointPages) {
    $('.sources li').each((_, node) => {
      const id = $(node).attr('id')!;
      const citing = $(`.ref a[href="#${id}"]`)
        .toArray()
        .map((link) => $(link).closest('[data-unit]').attr('id'));
      const back = $(node)
        .find('.source-back a')
        .toArray()
        .map((link) => $(link).attr('href')!.slice(1));
      assert.deepEqual([...new Set(citing)].sort(), [...back].sort(), `${path}#${id}`);
      assert.ok(back.length, `${path}#${id}`);
    });
  }
});
