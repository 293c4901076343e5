import assert from 'node:assert/strict';
import test from 'node:test';
import type { Element, ElementContent, Nodes } from 'hast';
import { chinesePeriod, lastDay, PERIOD } from '../../src/text/dates.ts';
import { phrases, withoutHints } from '../../src/text/phrases.ts';
import { element, printHtml } from '../../src/text/tree.ts';
import { keepTogether, squeezeMarks } from '../../src/text/typography.ts';

type Child = ElementContent | string;
const em = (...children: Child[]): Element => element('em', {}, ...children);
const reference = element('a', { className: ['ref'] }, '1');

/** The words of a tree, those of references too. */
const words = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(words).join('') : '');

/** A paragraph as HTML, after a change that may lose none of its characters. */
function changed(change: (paragraph: Element) => void, ...children: Child[]): string {
  const paragraph = element('p', {}, ...structuredClone(children));
  const before = words(paragraph);
  change(paragraph);
  assert.equal(words(paragraph), before, 'no character is lost');
  return printHtml(paragraph.children);
}
const squeezed = (...children: Child[]): string => changed(squeezeMarks, ...children);
const tail = (...children: Child[]): string => changed(keepTogether, ...children);

test('of two adjacent marks the one with the gap between them is squeezed', () => {
  assert.equal(squeezed('他說：「好」。'), '他說：<span class="jz">「</span>好<span class="jz">」</span>。');
  assert.equal(squeezed('一（二）「三」'), '一（二）<span class="jz">「</span>三」');
  assert.equal(squeezed('單，獨。'), '單，獨。');
});

test('marks are seen as adjacent across a tag, not across a reference', () => {
  assert.equal(squeezed(em('好」'), '。'), '<em>好<span class="jz">」</span></em>。');
  assert.equal(squeezed('好。', reference, '「壞」'), '好。<a class="ref">1</a>「壞」');
});

test('the last words of a paragraph stay together, and each reference with the word and the mark before it', () => {
  const leaning = '<a class="ref leans">1</a>';
  assert.equal(
    tail('我們今天討論問題。'),
    '我們今天討論<span class="nb">問題。</span>'.replace('討論<span class="nb">', '<span class="nb">討論'),
  );
  assert.equal(
    tail('他們工作。', reference, '我們今天討論問題。'),
    `他們<span class="nb">工作。${leaning}</span>我們今天<span class="nb">討論問題。</span>`,
  );
  assert.equal(
    tail('我們討論', reference, '問題。我們今天討論工作。'),
    '我們<span class="nb">討論<a class="ref">1</a></span>問題。我們今天<span class="nb">討論工作。</span>',
  );
  assert.equal(tail('我們今天討論', em('算力'), '。', reference), `我們今天討論<em>算力</em><span class="nb">。${leaning}</span>`);
  assert.equal(tail('短'), '<span class="nb">短</span>');
  assert.ok(!tail(`他說${'a'.repeat(60)}`).includes('nb'), 'a word too long for a line is let alone');
});

test('a heading breaks where its author says, else between words, never before a particle or a mark', () => {
  assert.deepEqual(phrases('大模型之爭，|正收斂成|三家對局', 'zh-Hant'), ['大模型之爭，', '正收斂成', '三家對局']);
  for (const phrase of phrases('模型是工具的一種，不是終點', 'zh-Hant')) assert.doesNotMatch(phrase, /^[的，。]/);
  assert.equal(withoutHints('甲|乙'), '甲乙');
});

test('periods are written in Chinese and know their last day', () => {
  const periods = ['2026-01-10', '2026-03', '2026-Q4', '2027-H1', '2027'];
  assert.deepEqual(periods.map(chinesePeriod), ['2026年1月10日', '2026年3月', '2026年第4季', '2027年上半年', '2027年']);
  assert.deepEqual(periods.map(lastDay), ['2026-01-10', '2026-03-31', '2026-12-31', '2027-06-31', '2027-12-31']);
  for (const bad of ['2026-13', '2026-1', '26', '2026-Q5', '2026-01-32', '']) assert.doesNotMatch(bad, PERIOD);
});
