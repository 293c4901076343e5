import assert from 'node:assert/strict';
import test from 'node:test';
import { content, site } from '../support/house.ts';
import { pages } from '../support/site.ts';
import { markupFaults } from '../support/validator.ts';

test('every page is valid HTML', async () => {
  const faults = await Promise.all(pages.map(markupFaults));
  assert.deepEqual(faults.flat(), []);
});

test('no page carries a style attribute or an inline handler', () => {
  for (const { path, html } of pages) assert.doesNotMatch(html, /<[^>]+\s(style|on[a-z]+)=/, path);
});

test('every page says its language and has a title and a description of its own', () => {
  const seen = new Map<string, string>();
  for (const { path, page, form, $ } of pages) {
    assert.equal($('html').attr('lang'), form.lang, path);
    // Where an article says nothing of itself, its home page is described by how it begins, as its first point is.
    const isTold = page !== '' || site.description || content.lead;
    for (const words of [$('title').text(), ...(isTold ? [$('meta[name=description]').attr('content')] : [])]) {
      assert.ok(words, path);
      assert.equal(seen.get(`${form.id} ${words}`), undefined, `${path} has “${words}” from another page`);
      seen.set(`${form.id} ${words}`, path);
    }
  }
});
