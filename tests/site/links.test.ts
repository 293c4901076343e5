import assert from 'node:assert/strict';
import test from 'node:test';
import { forms, master } from '../../src/text/forms.ts';
import { deadLinks } from '../support/links.ts';
import { builtFor, dist, pageAt, pages, pointPages } from '../support/site.ts';

test('every internal link and fragment leads somewhere', () => {
  assert.deepEqual(deadLinks(dist, pages, builtFor), []);
});

test('ids are ASCII and unique in their page', () => {
  for (const { path, $ } of pages) {
    const ids = $('[id]')
      .toArray()
      .map((node) => $(node).attr('id')!);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
      path,
    );
    for (const id of ids) assert.match(id, /^[\x21-\x7e]+$/, path);
  }
});

test('every page names itself and its other written forms, and they name it back', () => {
  for (const { path, page, $ } of pages) {
    const self = new URL(path, builtFor).href;
    assert.equal($('link[rel=canonical]').attr('href'), self);
    assert.equal($('meta[property="og:url"]').attr('content'), self);
    const alternates = Object.fromEntries(
      $('link[rel=alternate][hreflang]')
        .toArray()
        .map((node) => [$(node).attr('hreflang'), $(node).attr('href')]),
    );
    if (page === '404.html') continue;
    assert.deepEqual(
      alternates,
      {
        ...Object.fromEntries(forms.map((form) => [form.lang, `${builtFor}${form.path && `${form.path}/`}${page}`])),
        'x-default': `${builtFor}${page}`,
      },
      path,
    );
    for (const form of forms) assert.ok(pageAt(`/${form.path && `${form.path}/`}${page}`), path);
  }
});

test('every page has the script switch as plain links to the same page', () => {
  for (const { path, page, form, $ } of pages) {
    const links = $('a[data-variant]')
      .toArray()
      .map((node) => ({ ...node.attribs }));
    assert.deepEqual(
      links.map((link) => link['data-variant']),
      forms.map(({ id }) => id),
      path,
    );
    for (const [index, link] of links.entries()) {
      const other = forms[index]!;
      assert.equal(link.href, `/${other.path && `${other.path}/`}${page}`, path);
      assert.equal(link.lang, other.lang);
      assert.equal(link.hreflang, other.lang);
      assert.equal(link['aria-current'], other === form ? 'true' : undefined, path);
    }
  }
});

test('the page for lost addresses speaks in every written form and leads to search and to the points', () => {
  const { $ } = pageAt('/404.html');
  for (const form of forms) {
    const part = $(`main [lang="${form.lang}"]`);
    assert.ok(part.length, form.lang);
    assert.ok(part.find(`a[href="/${form.path && `${form.path}/`}search/"]`).length, form.lang);
  }
  for (const { page } of pointPages.filter((other) => other.form === master)) assert.ok($(`a[href="/${page}"]`).length, page);
});
