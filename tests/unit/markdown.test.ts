import assert from 'node:assert/strict';
import test from 'node:test';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readBody, readSentence, unitsIn, type Body } from '../../src/content/body.ts';
import { convertInline } from '../../src/text/convert-inline.ts';
import { converterFor } from '../../src/text/convert.ts';
import { forms } from '../../src/text/forms.ts';
import { textOf, type Inline } from '../../src/text/inline.ts';
import { parseMarkdown, toMarkdown } from '../../src/text/markdown.ts';
import { pick, seeded } from '../support/random.ts';

const kinds = (node: Nodes): string[] => [node.type, ...('children' in node ? node.children.flatMap(kinds) : [])];
const good = (body: string): Body['sections'] => {
  const { sections, problems } = readBody(body);
  assert.deepEqual(problems, [], body);
  return sections;
};
const textIn = (body: string): string[] => unitsIn(good(body)).map(({ content }) => textOf(content));

const emphasis = ['**「引號」**緊接', '這是**（括號）**後面', '**重點。**然後', '他說**『一』**與**《書》**都', '前**「甲」**，後'];

test('emphasis holds where Chinese punctuation meets it', () => {
  for (const source of emphasis) {
    assert.ok(kinds(parseMarkdown(source)).includes('strong'), source);
    assert.ok(!toString(parseMarkdown(source)).includes('*'), source);
  }
  assert.ok(kinds(parseMarkdown('前~~「刪去」~~緊接')).includes('delete'));
});

test('without remark-cjk-friendly the same text keeps its asterisks', () => {
  const bare = unified().use(remarkParse).use(remarkGfm);
  assert.ok(emphasis.some((source) => toString(bare.parse(source)).includes('**')));
});

test('a single tilde between numbers is a tilde', () => {
  const source = '約30~50億元，3~5次，每次10~20分鐘';
  assert.deepEqual(textIn(`${source} {#p5-1}`), [source]);
});

test('a paragraph takes its id from its end, and cites sources by their numbers', () => {
  const [unit] = unitsIn(good('第一句。[^2]第二句。 {#p5-3}'));
  assert.equal(unit!.id, 'p5-3');
  assert.deepEqual(unit!.content, [
    { type: 'text', value: '第一句。' },
    { type: 'footnoteReference', identifier: '2', label: '2' },
    { type: 'text', value: '第二句。' },
  ]);
});

test('a wrapped paragraph is one text: no gap between Han, a space between Latin words', () => {
  assert.deepEqual(textIn('第一行，\n第二行說Scaling\nLaw，\n第三行**也\n是** {#p5-1}'), ['第一行，第二行說Scaling Law，第三行也是']);
});

test('items of lists and paragraphs of quotations are units of their own', () => {
  const sections = good('三件事： {#p1-1}\n\n- 一 {#p1-2}\n- 二 {#p1-3}\n\n3. 三 {#p1-4}\n\n> 四 {#p1-5}\n>\n> 五 {#p1-6}');
  assert.deepEqual(
    sections[0]!.blocks.map(({ type, start, units }) => [type, start, units.map(({ id, content }) => `${id} ${textOf(content)}`)]),
    [
      ['paragraph', undefined, ['p1-1 三件事：']],
      ['list', undefined, ['p1-2 一', 'p1-3 二']],
      ['list', 3, ['p1-4 三']],
      ['quote', undefined, ['p1-5 四', 'p1-6 五']],
    ],
  );
});

/** The text of a Markdown copy's paragraph as its reader gets it. */
function reread(markdown: string): Inline[] {
  const { content, problems } = readSentence(markdown);
  assert.deepEqual(problems, [], markdown);
  return content;
}

test('a text written as Markdown is read as the same text', () => {
  const hard = [
    '**「三國殺」**是比喻',
    '他說*「一」*，**（二）**也是',
    '刪~~「三」~~留',
    '`a*b`與3~5次、10~20次',
    '1\\. 不是清單',
    '\\# 不是標題',
    'R&D與AT&T',
  ];
  for (const source of hard) {
    const content = reread(source);
    const written = toMarkdown(content, (id) => `#${id}`);
    assert.equal(textOf(reread(written)), textOf(content), written);
    assert.deepEqual(reread(written), content, written);
  }
});

for (const form of forms) {
  test(`no letter of a copy in ${form.name} is a character reference, whatever stands beside emphasis`, () => {
    const random = seeded(12);
    const words = ['三國殺', '「甲」', '（乙）', '，丙', '丁。', 'R&D', 'Agent', '5', '。', '——', '《戊》', '%'];
    const converter = converterFor(form, {});
    let written = 0;
    for (let round = 0; round < 600; round += 1) {
      const mark = pick(['*', '**', '~~'], random);
      const [before, within, after] = [1, 2, 3].map(() => pick(words, random));
      const { content, problems } = readSentence(`${before}${mark}${within}${mark}${after}`);
      if (problems.length || content.length < 2) continue;
      const nodes = convertInline(content, converter);
      const markdown = toMarkdown(nodes, (id) => `#${id}`);
      assert.doesNotMatch(markdown, /&#/, JSON.stringify(nodes));
      assert.equal(toString(parseMarkdown(markdown), { includeHtml: false }), textOf(nodes), markdown);
      written += 1;
    }
    assert.ok(written > 200, `${written} texts`);
  });
}
