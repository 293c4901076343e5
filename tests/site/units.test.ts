import assert from 'node:assert/strict';
import test from 'node:test';
import { forms, master } from '../../src/text/forms.ts';
import { parseId } from '../../src/text/ids.ts';
import { readContent, numbered } from '../../src/content/read.ts';
import { discussedAuthors, pageAt, pages, pointPages, unitsOf } from '../support/site.ts';

const content = readContent(process.cwd());
const count = content.points.length;

test('every paragraph, figure and indicator of the content stands on its page under its id', () => {
  for (const form of forms) {
    for (const { number, blocks, figures, indicators } of numbered(content)) {
      const path = `/${form.path && `${form.path}/`}${number ? `${number}/` : 'full/'}`;
      const here = unitsOf(pageAt(path))
        .map(({ id }) => id)
        .filter((id) => parseId(id)?.point === number);
      const written = [
        ...(number ? [`p${number}-t`, `p${number}-0`] : []),
        ...blocks.flatMap(({ type, id }) => (type === 'paragraph' && id ? [id] : [])),
        ...figures.map(({ id }) => id!),
        ...indicators.map(({ id }) => id!),
      ];
      assert.deepEqual([...here].sort(), written.sort(), path);
    }
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
  assert.ok(count >= 2);
  for (const { path, form, $ } of pointPages) {
    const head = $('.point-head').text();
    for (const author of discussedAuthors(form)) assert.ok(head.includes(author), `${path}: ${author}`);
    assert.match(head, /2026年7月/, path);
    assert.ok($('.point-head a.group').length && $(`.point-head a[href^="/${form.path && `${form.path}/`}full/#n"]`).length, path);
    assert.equal($('.point-head a[rel=external]').attr('href'), content.site!.values.sourceArticle.url, path);
  }
});

test('a source leads back to every unit that cites it, and every citation leads to its source', () => {
  for (const { path, $ } of pointPages) {
    $('.sources li').each((_, node) => {
      const id = $(node).attr('id')!;
      const citing = $(`.ref[href="#${id}"]`)
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
