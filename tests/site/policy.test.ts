import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { create as createFont, type Font } from 'fontkitten';
import { forms } from '../../src/text/forms.ts';
import { builtFor, dist, pages, pointPages } from '../support/site.ts';
import { budgets } from '../support/budgets.ts';
import { elementsIn, weigh } from '../support/weight.ts';

test('every page forbids all but its own files and the scripts and styles it names by hash', () => {
  for (const { path, $ } of pages) {
    const policy = $('meta[http-equiv="content-security-policy" i]').attr('content') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /require-trusted-types-for 'script'/, path);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/, path);
    const own = $('script:not([src]):not([type="application/ld+json"]), style')
      .toArray()
      .map((node) => `'sha256-${createHash('sha256').update($(node).text()).digest('base64')}'`);
    assert.deepEqual([...policy.matchAll(/'sha256-[^']+'/g)].map(String).sort(), [...new Set(own)].sort(), path);
  }
});

test('the policy comes before all that it holds for, and no script waits in the way of a landing', () => {
  for (const { path, $ } of pages) {
    assert.equal($('head > *').eq(1).attr('http-equiv'), 'content-security-policy', path);
    for (const node of $('script[src]').toArray()) assert.ok('async' in node.attribs, path);
  }
});

test('no page fetches anything from another host', () => {
  for (const { path, $ } of pages) {
    for (const node of $(
      '[src], link[rel~=stylesheet], link[rel~=preload], link[rel~=icon], link[rel~=preconnect], link[rel~=dns-prefetch]',
    ).toArray()) {
      const address = $(node).attr('src') ?? $(node).attr('href') ?? '';
      assert.ok(new URL(address, builtFor).href.startsWith(builtFor), `${path} → ${address}`);
    }
    assert.doesNotMatch($('style').text(), /url\(\s*["']?(https?:)?\/\//, path);
  }
});

test('a point reads in one round trip up to the end of its argument, and is small as a whole', () => {
  for (const page of pointPages) {
    const { view, argument, script } = weigh(page);
    assert.ok(argument <= budgets.argument, `${page.path}: ${argument} bytes to the end of the argument`);
    assert.ok(view <= budgets.firstView, `${page.path}: ${view} bytes`);
    assert.ok(script <= budgets.script, `${page.path}: ${script} bytes of script`);
  }
});

test('a point has few elements: each costs every phone that lays it out', (t) => {
  const counts = pointPages.map((page) => ({ path: page.path, ...elementsIn(page) }));
  for (const part of ['all', 'frame'] as const) {
    const [most] = counts.sort((a, b) => b[part] - a[part]);
    t.diagnostic(`${part}: ${counts.map((count) => count[part]).join(' ')}`);
    assert.ok(most![part] <= budgets.elements[part], `${most!.path} has ${most![part]} elements (${part})`);
  }
});

test('every character set in the display font is in the font of its page', async () => {
  for (const form of forms) {
    const name = readdirSync(join(dist, 'fonts')).find((file) => file.includes(`-${form.id}.`))!;
    const font = createFont(readFileSync(join(dist, 'fonts', name))) as Font;
    for (const { path, $ } of pages.filter((page) => page.form === form)) {
      const text = $('.song, .song *')
        .not('[lang]:not([lang=""]) *')
        .contents()
        .toArray()
        .flatMap((node) => (node.type === 'text' ? [...node.data.trim()] : []));
      const missing = text.filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0)!));
      assert.deepEqual([...new Set(missing)], [], path);
    }
  }
});

test('the home page is small as a whole', () => {
  for (const page of pages.filter(({ page }) => page === '')) {
    const { view } = weigh(page);
    assert.ok(view <= budgets.home, `${page.path}: ${view} bytes`);
  }
});

test('there is one display font file per written form, within its budget, and its licence beside it', () => {
  const fonts = readdirSync(join(dist, 'fonts'));
  for (const file of fonts.filter((name) => name.endsWith('.woff2')))
    assert.ok(readFileSync(join(dist, 'fonts', file)).length <= budgets.displayFont, file);
  assert.match(readFileSync(join(dist, 'fonts', 'OFL.txt'), 'utf8'), /SIL OPEN FONT LICENSE Version 1\.1/);
});
