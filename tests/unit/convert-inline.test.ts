import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { convertInline } from '../../src/text/convert-inline.ts';
import { converterBetween, type Converter } from '../../src/text/convert.ts';
import type { DictionaryRow } from '../../src/text/dictionary.ts';
import { master } from '../../src/text/forms.ts';
import { text, textOf, type Inline } from '../../src/text/inline.ts';
import { toHtml } from '../../src/text/to-html.ts';
import { readSentence } from '../../src/content/body.ts';
import { simplified } from '../support/forms.ts';

const { house, ...phrases } = parse(readFileSync('tests/unit/data/phrases.yaml', 'utf8')) as {
  house: DictionaryRow[];
  out: [string, string][];
  back: [string, string][];
};
const out = converterBetween(master, simplified, { [simplified.id]: house });
const back = converterBetween(simplified, master, { [simplified.id]: house });
const MINIMUM = 50;

/** A text as HTML, so that one sees which words stand within what. */
const html = (nodes: readonly Inline[]): string =>
  toHtml(nodes, { hrefOf: (id) => `#${id}`, reference: (_, number) => ({ type: 'text', value: `[${number}]` }) });

/** A sentence of Markdown converted, as HTML. */
function write(source: string, converter: Converter): string {
  const { content, problems } = readSentence(source);
  assert.deepEqual(problems, []);
  return html(convertInline(content, converter));
}

/** What may stand around a part of a phrase, and what may stand between two. */
const around: ((children: Inline[]) => Inline)[] = [
  (children) => ({ type: 'emphasis', children }),
  (children) => ({ type: 'strong', children }),
  (children) => ({ type: 'delete', children }),
  (children) => ({ type: 'link', url: 'https://example.org/', children }),
];
const between: Inline[] = [
  { type: 'hint' },
  { type: 'footnoteReference', identifier: 'p5-r1', label: '1' },
  { type: 'emphasis', children: [] },
];

/** Every way to cut a phrase: its first or last part within a node, or within two, or something between them. */
function cuts(phrase: string): Inline[][] {
  const characters = [...phrase];
  return characters.slice(1).flatMap((_, index) => {
    const [head, tail] = [text(characters.slice(0, index + 1).join('')), text(characters.slice(index + 1).join(''))];
    return [
      ...around.flatMap((within) => [
        [within([head]), tail],
        [head, within([tail])],
        ...around.map((inner) => [within([inner([head])]), inner([tail])]),
      ]),
      ...between.map((node) => [head, node, tail]),
    ];
  });
}

for (const [direction, converter] of [
  ['back', back],
  ['out', out],
] as const) {
  test(`a phrase is found wherever emphasis, a link or a reference cuts it (${direction})`, () => {
    for (const [phrase, expected] of phrases[direction]) {
      assert.equal(converter.text(phrase), expected);
      for (const nodes of cuts(phrase)) {
        const written = convertInline(nodes, converter);
        assert.equal(textOf(written), expected, JSON.stringify(nodes));
        const shape = (list: readonly Inline[]): string => html(list).replace(/\p{Script=Han}/gu, '字');
        if (phrase.length === expected.length) assert.equal(shape(written), shape(nodes), 'each character stays where it stands');
      }
    }
    assert.ok(phrases.back.length >= MINIMUM);
  });
}

test('code, addresses that stand as words and what the author keeps are left alone, and no phrase reaches across them', () => {
  assert.equal(write('「意味`數據`著」', out), '“意味<code>數據</code>着”');
  assert.equal(write('「意味-{數據}-著」', out), '“意味<span translate="no">數據</span>着”');
  const url = 'https://example.org/發布';
  const nodes = convertInline([text('發布'), { type: 'link', url, children: [text(url)] }, text('發布')], out);
  assert.deepEqual(nodes, [text('发布'), { type: 'link', url, children: [{ type: 'kept', value: url }] }, text('发布')]);
});

test('the words of a link are converted, its address is not', () => {
  const url = 'https://example.org/發布';
  const nodes = convertInline([{ type: 'link', url, children: [text('「發布」')] }], out);
  assert.deepEqual(nodes, [{ type: 'link', url, children: [text('“发布”')] }]);
});

test('quotations reach across emphasis and line breaks', () => {
  assert.equal(write('「*甲『乙*』\\\n丙」', out), '“<em>甲‘乙</em>’<br>丙”');
});

test('an author keeps a passage as it is, or gives its wording in one form', () => {
  const text = '她寫-{意味著}-，坐-{計程車;zh-hans:出租车}-。';
  const hongKong = { ...master, id: 'zh-hk', opencc: 'hk' as const };
  assert.equal(out.text(text), '她写意味著，坐出租车。');
  assert.equal(converterBetween(master, master, {}).text(text), '她寫意味著，坐計程車。');
  assert.equal(converterBetween(master, hongKong, {}).text(text), '她寫意味著，坐計程車。');
  assert.equal(write(text, out), '她写<span translate="no">意味著</span>，坐<span translate="no">出租车</span>。');
  assert.equal(write('`-{甲}-`', out), '<code>-{甲}-</code>');
});

test('a phrase is found across the break hints of a heading', () => {
  assert.equal(back.text('皇|后的头|发'), '皇|后的頭|髮');
});
