import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { converterBetween, type Converter } from '../../src/text/convert.ts';
import { convertTree } from '../../src/text/convert-tree.ts';
import { master } from '../../src/text/forms.ts';
import { parseHtml, plainText, printHtml } from '../../src/text/tree.ts';
import { dictionary, simplified } from '../support/house.ts';

const out = converterBetween(master, simplified, dictionary);
const back = converterBetween(simplified, master, dictionary);
const phrases = parse(readFileSync('tests/unit/data/phrases.yaml', 'utf8')) as { out: [string, string][]; back: [string, string][] };
const MINIMUM = 50;

function write(html: string, converter: Converter): string {
  const tree = parseHtml(html);
  convertTree(tree, converter);
  return printHtml(tree);
}

const around = ['em', 'strong', 'b', 'i', 'a', 'mark', 'span', 'small', 'u', 's', 'cite', 'q', 'sub', 'sup', 'dfn', 'abbr', 'time', 'ins'];
const between = ['<wbr>', '<a class="ref" href="#p5-r1">1</a>', '<a class="pn" href="#p5-3">5.3</a>', '<!--note-->', '<em></em>'];

/** Every way to cut a phrase with a tag: the first or the last part within an element, one character of it, or something between. */
function cuts(phrase: string): string[] {
  const characters = [...phrase];
  return characters.slice(1).flatMap((_, index) => {
    const [head, tail] = [characters.slice(0, index + 1).join(''), characters.slice(index + 1).join('')];
    return [
      ...around.flatMap((name) => [`<p><${name}>${head}</${name}>${tail}</p>`, `<p>${head}<${name}>${tail}</${name}></p>`]),
      ...around.map((name) => `<p><${name}><em>${head}</em></${name}><mark>${tail}</mark></p>`),
      ...between.map((mark) => `<p>${head}${mark}${tail}</p>`),
    ];
  });
}

for (const [direction, converter] of [
  ['back', back],
  ['out', out],
] as const) {
  test(`a phrase is found wherever a tag cuts it (${direction})`, () => {
    for (const [phrase, expected] of phrases[direction]) {
      assert.equal(converter.text(phrase), expected);
      for (const html of cuts(phrase)) {
        const tree = parseHtml(html);
        convertTree(tree, converter);
        assert.equal(plainText(tree), expected, html);
        const tags = (text: string): string => text.replace(/[\p{Script=Han}]+/gu, '字');
        if (phrase.length === expected.length)
          assert.equal(tags(printHtml(tree)), tags(printHtml(parseHtml(html))), 'each character stays in its element');
      }
    }
    assert.ok(phrases.back.length >= MINIMUM);
  });
}

test('blocks are converted each for itself', () => {
  assert.equal(write('<p>这是头</p><p>发生</p>', back), '<p>這是頭</p><p>發生</p>');
  assert.equal(write('<ul><li>头</li><li>发</li></ul>', back), '<ul><li>頭</li><li>發</li></ul>');
  assert.equal(write('<div>皇<p>后</p>来</div>', back), '<div>皇<p>後</p>來</div>');
});

test('code, keys, foreign words and what the author keeps are left alone, and no phrase reaches across them', () => {
  for (const kept of [
    '<code>數據</code>',
    '<kbd>數據</kbd>',
    '<samp>數據</samp>',
    '<span translate="no">數據</span>',
    '<span lang="ja">數據</span>',
    '<span lang="zh-Hant">數據</span>',
  ])
    assert.equal(write(`<p>「意味${kept}著」</p>`, out), `<p>“意味${kept}着”</p>`);
  assert.equal(write('<pre>數據「甲」</pre>', out), '<pre>數據「甲」</pre>');
});

test('titles, alternative texts and labels are converted, addresses and ids are not', () => {
  const html = (text: string): string =>
    `<a href="/發布" id="發布" title="${text}"><img src="發布.png" alt="${text}"></a><input placeholder="${text}" aria-label="${text}">`;
  assert.equal(write(html('「發布」'), out), html('“发布”'));
});

test('quotations reach across elements and line breaks', () => {
  assert.equal(write('<p>「<em>甲『乙</em>』<br>丙」</p>', out), '<p>“<em>甲‘乙</em>’<br>丙”</p>');
});

test('an author keeps a passage as it is, or gives its wording in one form', () => {
  const text = '她寫-{意味著}-，坐-{計程車;zh-hans:出租车}-。';
  const hongKong = { ...master, id: 'zh-hk', opencc: 'hk' as const };
  assert.equal(out.text(text), '她写意味著，坐出租车。');
  assert.equal(converterBetween(master, master, {}).text(text), '她寫意味著，坐計程車。');
  assert.equal(converterBetween(master, hongKong, {}).text(text), '她寫意味著，坐計程車。');
  assert.equal(write(`<p>${text}</p>`, out), '<p>她写<span translate="no">意味著</span>，坐<span translate="no">出租车</span>。</p>');
  assert.equal(write('<p><code>-{甲}-</code></p>', out), '<p><code>-{甲}-</code></p>');
});

test('a phrase is found across the break hints of a heading', () => {
  assert.equal(back.text('皇|后的头|发'), '皇|后的頭|髮');
});
