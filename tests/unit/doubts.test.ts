import assert from 'node:assert/strict';
import test from 'node:test';
import { conversionDoubts } from '../../src/text/doubts.ts';
import { master } from '../../src/text/forms.ts';
import { simplified } from '../support/forms.ts';

test('an editor is told where OpenCC and the house differ about the edge of a word', () => {
  assert.deepEqual(conversionDoubts('這種材料，\n去年被发明。', {}, simplified, master), [
    { index: 8, word: '被发', house: '被發', plain: '被髮', context: '這種材料，去年【被发】明。' },
  ]);
  assert.deepEqual(
    conversionDoubts('他據報名表找人。', {}).map(({ word, house, plain }) => [word, house, plain]),
    [['據報', '据报道', '据报']],
  );
});

test('and is not told of words that stand by themselves, of parts, and of what both write alike', () => {
  for (const text of ['部落格的連結壞了。', '月活躍帳號超過一億。', '皇后的頭髮很乾淨。', '公司從自身分析。'])
    assert.deepEqual(conversionDoubts(text, {}), [], text);
  assert.deepEqual(conversionDoubts('皇后的头发很干净，系统记录影响了他。', {}, simplified, master), []);
  assert.deepEqual(conversionDoubts('', {}), []);
});
