import assert from 'node:assert/strict';
import test from 'node:test';
import type { Dictionary } from '../../src/text/dictionary.ts';
import { master } from '../../src/text/forms.ts';
import { suspicions } from '../../src/text/suspicions.ts';
import { simplified } from '../support/forms.ts';

const wrong: [text: string, word: string, within: string][] = [
  ['对局促成务实', '局', '侷'],
  ['传统制造业受制于成本', '制造', '制造'],
  ['本站没有采访任何人', '采访', '采訪'],
  ['数字互相冲突时', '冲突', '沖突'],
  ['公有云上的大模型', '云', '云'],
];

/** What settles each of them, and a word of the house. */
const house: Dictionary = {
  [simplified.id]: [
    ['對局促成', '对局促成'],
    ['傳統製造', '传统制造'],
    ['沒有採訪', '没有采访'],
    ['互相衝突', '互相冲突'],
    ['公有雲', '公有云'],
    ['部落格', '博客'],
  ].map(([master = '', form = '']) => ({ master, form })),
};

test('an editor is shown where a phrase was found across the edge of a word', () => {
  for (const [text, word, within] of wrong) {
    const found = suspicions(text, simplified, master, {}).map((suspicion) => [suspicion.word, suspicion.within]);
    assert.deepEqual(found, [[word, within]], text);
  }
});

test('an editor is not shown what is right, nor what the house dictionary settles', () => {
  for (const [text] of wrong) assert.deepEqual(suspicions(text, simplified, master, house), [], text);
  assert.deepEqual(suspicions('皇后的头发很干净', simplified, master, {}), []);
  assert.deepEqual(suspicions('部落格引述日報', master, simplified, house), []);
});

test('the report for editors runs on the content as it stands', async (t) => {
  const said = t.mock.method(console, 'log', () => undefined);
  await import('../../src/content/commands/suspicions.ts');
  assert.match(String(said.mock.calls[0]?.arguments[0]), /^简体中文: \d+ places to read/);
});
