import assert from 'node:assert/strict';
import test from 'node:test';
import { longestPart, suggestions } from '../../src/search/match/absent.ts';
import { pick, seeded } from '../support/random.ts';

test('of a term that does not occur, the longest part that does is found', async () => {
  const random = seeded(4);
  for (let round = 0; round < 400; round += 1) {
    const [text, term] = [30, 8].map((length) => Array.from({ length }, () => pick([...'甲乙丙丁'], random)).join('')) as [string, string];
    const parts = [...term]
      .flatMap((_, start) => [...term].map((_, end) => term.slice(start, end + 1)))
      .filter((part) => part && text.includes(part));
    const longest = Math.max(0, ...parts.map((part) => part.length).filter((length) => length > 1));
    const part = await longestPart(term, (part) => text.includes(part));
    assert.equal(part?.length ?? 0, longest);
    assert.ok(!part || parts.includes(part));
  }
  assert.equal(await longestPart('龘𠀀', () => false), undefined);
});

test('a very long term is looked at from its beginning only', async () => {
  let asked = 0;
  await longestPart('甲'.repeat(10_000), () => ((asked += 1), true));
  assert.ok(asked <= 120);
});

test('a part is a whole Latin word or two Han characters, and is never cut out of a word or a number', async () => {
  for (const [term, text, part] of [
    ['zzz,', 'z,', undefined],
    ['半導體', '一半', undefined],
    ['tencent', '跑分bench，enc', undefined],
    ['1600億美元', '600億美元', '美元'],
    ['模型gpt', '大模型', '模型'],
    ['gpt甲', 'gpt', 'gpt'],
    ['三千億', '千億', undefined],
  ] as const)
    assert.equal(await longestPart(term, (part) => text.includes(part)), part, term);
});

test('three words are suggested, those first that share characters with what was typed', () => {
  assert.deepEqual(suggestions('模型車', ['算力', '大模型', '芯片', '模型']), ['大模型', '模型', '算力']);
});
