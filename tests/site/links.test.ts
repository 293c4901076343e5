import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { forms, master } from '../../src/text/forms.ts';
import { builtFor, dist, pageAt, pages, pointPages, type BuiltPage } from '../support/site.ts';

/** The path and fragment that a link of a page leads to; undefined for links out of the site. */
function target(page: BuiltPage, href: string): { path: string; fragment: string } | undefined {
  const url = new URL(href, new URL(page.path, builtFor));
  return url.href.startsWith(builtFor) ? { path: url.pathname, fragment: decodeURIComponent(url.hash.slice(1)) } : undefined;
}

test('every internal link and fragment leads somewhere', () => {
  const dead: string[] = [];
  const ids = new Map(
    pages.map((page) => [
      page.path,
      new Set(
        page
          .$('[id]')
          .toArray()
          .map((node) => page.$(node).attr('id')),
      ),
    ]),
  );
  for (const page of pages) {
    for (const node of page.$('[href], img[src], script[src], form[action]').toArray()) {
      const href = page.$(node).attr('href') ?? page.$(node).attr('src') ?? page.$(node).attr('action') ?? '';
      const to = /^(mailto|data):/.test(href) ? undefined : target(page, href);
      if (!to) continue;
      const known = ids.get(to.path);
      if (!known && !existsSync(join(dist, to.path))) dead.push(`${page.path} → ${href}`);
      else if (to.fragment && !known?.has(to.fragment)) dead.push(`${page.path} → ${href}: no such id`);
    }
  }
  assert.deepEqual(dead, []);
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
