import assert from 'node:assert/strict';
import test from 'node:test';
import { HtmlValidate } from 'html-validate';
import { pages } from '../support/site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The build writes void elements, attributes and quotes its own way, all of it valid HTML.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'attr-quotes': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    // A title in Chinese says in 30 characters what takes 70 in English; the longest is bounded by the schema.
    'long-title': 'off',
    // Styles are inlined under hashes of the page's policy; scripts too.
    'require-csp-nonce': 'off',
    'require-sri': ['error', { target: 'crossorigin' }],
    'no-inline-style': 'error',
    // Lists without bullets lose their role in Safari unless it is said.
    'no-redundant-role': 'off',
  },
});

test('every page is valid HTML', async () => {
  const faults: string[] = [];
  for (const { path, html } of pages) {
    const report = await validator.validateString(html, path);
    for (const { messages } of report.results)
      for (const { line, column, ruleId, message } of messages) faults.push(`${path}:${line}:${column} ${ruleId} ${message}`);
  }
  assert.deepEqual(faults, []);
});

test('no page carries a style attribute or an inline handler', () => {
  for (const { path, html } of pages) assert.doesNotMatch(html, /<[^>]+\s(style|on[a-z]+)=/, path);
});

test('every page says its language and has a title and a description of its own', () => {
  const seen = new Map<string, string>();
  for (const { path, form, $ } of pages) {
    assert.equal($('html').attr('lang'), form.lang, path);
    for (const words of [$('title').text(), $('meta[name=description]').attr('content')]) {
      assert.ok(words, path);
      assert.equal(seen.get(`${form.id} ${words}`), undefined, `${path} has “${words}” from another page`);
      seen.set(`${form.id} ${words}`, path);
    }
  }
});
