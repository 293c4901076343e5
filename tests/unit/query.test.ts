import assert from 'node:assert/strict';
import test from 'node:test';
import { places } from '../../src/search/match/finder.ts';

test('every place of a part is found, overlapping ones too; an empty part has none', () => {
  assert.deepEqual(places('哈哈哈', '哈哈'), [
    [0, 2],
    [1, 3],
  ]);
  assert.deepEqual(places('算力', '芯片'), []);
  assert.deepEqual(places('算力', ''), []);
  assert.deepEqual(places('', ''), []);
});
