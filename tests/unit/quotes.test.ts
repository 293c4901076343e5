import assert from 'node:assert/strict';
import test from 'node:test';
import { quoteProblems, requote, type Quotes } from '../../src/text/quotes.ts';

const corner: Quotes = ['「」', '『』'];
const curly: Quotes = ['“”', '‘’'];

const pairs: [string, string][] = [
  ['「甲」', '“甲”'],
  ['「甲『乙』丙」', '“甲‘乙’丙”'],
  ['「甲『乙「丙」丁』戊」', '“甲‘乙“丙”丁’戊”'],
  ['「『甲』」', '“‘甲’”'],
  ['「甲」「乙」', '“甲”“乙”'],
  ['OpenAI’s「甲」', 'OpenAI’s“甲”'],
  ['「don’t」', '“don’t”'],
  ['「他說『don’t』」', '“他說‘don’t’”'],
  ['「他用『agent』OpenAI的『model』」', '“他用‘agent’OpenAI的‘model’”'],
  ['the users’ choice', 'the users’ choice'],
  ['5′ 3″ "straight" \'quotes\'', '5′ 3″ "straight" \'quotes\''],
];

for (const [hant, hans] of pairs)
  test(`${hant} and ${hans} are the same quotation`, () => {
    assert.equal(requote(hant, corner, curly), hans);
    assert.equal(requote(hans, curly, corner), hant);
  });

test('the depth decides the mark, not its shape', () => {
  assert.equal(requote('『甲「乙」』', corner, curly), '“甲‘乙’”');
});

test('a mark without its other half stays as it is', () => {
  assert.equal(requote('「甲', corner, curly), '「甲');
  assert.equal(requote('甲」乙「', corner, curly), '甲」乙「');
  assert.equal(requote('「甲『乙」', corner, curly), '“甲『乙”');
});

test('an editor is told of each lone or misplaced mark', () => {
  const problems = (text: string): [number, string][] => quoteProblems(text, corner).map(({ index, text }) => [index, text]);
  assert.deepEqual(problems('「甲『乙』」與「丙」'), []);
  assert.deepEqual(problems('甲「乙'), [[1, '「有頭無尾，請補上另一半']]);
  assert.deepEqual(problems('甲乙』'), [[2, '』有尾無頭，請補上另一半']]);
  assert.deepEqual(problems('『甲』'), [[0, '『在引文外面，這裡請寫「」']]);
  assert.deepEqual(problems('「甲「乙」」'), [[2, '「在引文裡面，這裡請寫『』']]);
});
