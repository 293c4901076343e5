import assert from 'node:assert/strict';
import test from 'node:test';
import { apa, bibTex, citationKey, gbt7714, type Work } from '../../src/text/citation-styles.ts';
import { readBibTex } from '../support/bibtex.ts';

const work: Work = {
  authors: [],
  site: '某站',
  title: '投資轉冷，AI幾乎獨自升溫',
  url: 'https://example.org/zh-hans/2/',
  language: 'zh-Hant',
  published: '2025-12-31',
  updated: '2026-01-02',
};

test('each style sets the parts of a work as its rules have them', () => {
  assert.equal(gbt7714(work), '某站. 投資轉冷，AI幾乎獨自升溫[EB/OL]. 某站, 2025(2026-01-02)[{accessed}]. https://example.org/zh-hans/2/.');
  assert.equal(apa(work), '某站. (2026, January 2). 投資轉冷，AI幾乎獨自升溫. https://example.org/zh-hans/2/');
  assert.equal(
    bibTex(work, 'key'),
    `@online{key,
	urldate = {{accessed}},
	author = {{某站}},
	date = {2026-01-02},
	language = {zh-Hant},
	origdate = {2025-12-31},
	organization = {某站},
	title = {投資轉冷，{AI}幾乎獨自升溫},
	url = {https://example.org/zh-hans/2/},
}`,
  );
});

test('no character of a title or a name breaks the BibTeX entry, and TeX sets each as it is', () => {
  const marks = '\\ { } ~ ^ & % $ # _ " @ = ,';
  const set = '\\textbackslash{} \\{ \\} \\textasciitilde{} \\textasciicircum{} \\& \\% \\$ \\# \\_ " @ = ,';
  const [entry, ...more] = readBibTex(bibTex({ ...work, title: `甲${marks}`, site: `乙${marks}` }, 'key'));
  assert.deepEqual(more, []);
  const { title, author, organization } = entry!.fields;
  assert.deepEqual([title, author, organization], [`甲${set}`, `{乙${set}}`, `乙${set}`]);
});

test('capitals inside a title are guarded from sentence case, those of its first word are not', () => {
  const titleOf = (title: string): string => readBibTex(bibTex({ ...work, title }, 'key'))[0]!.fields.title!;
  assert.equal(titleOf('AI人才與GPT-4o'), 'AI人才與{GPT}-4o');
  assert.equal(titleOf('論iPhone的R&D'), '論{iPhone}的{R}\\&{D}');
  assert.equal(titleOf('只有漢字和small'), '只有漢字和small');
});

test('the key of a citation is made of the site’s address and the page, and is one that BibTeX takes', () => {
  for (const [site, key] of [
    ['http://localhost:4321/', 'localhost-5'],
    ['https://essays.example.org/', 'essays-5'],
    ['https://www.example.org/', 'example-5'],
    ['https://someone.example.org/ten-points/', 'ten-points-5'],
    ['https://example.org/%E5%8D%81%E8%AB%96/', 'example-5'],
    ['https://例.org/', 'xn--fsq-5'],
  ])
    assert.equal(citationKey(site!, 5), key);
  assert.equal(readBibTex(bibTex(work, citationKey('https://a-b.example/', 10)))[0]!.key, 'a-b-10');
});
