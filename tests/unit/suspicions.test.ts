import assert from 'node:assert/strict';
import test from 'node:test';
import type { Dictionary } from '../../src/text/dictionary.ts';
import { master } from '../../src/text/forms.ts';
import { suspicions } from '../../src/text/suspicions.ts';
import { simplified } from '../support/forms.ts';

const wrong: [text: string, word: string, within: string][] = [
  ['他的白发现在更多', '发现', '髮現'],
  ['豆干涉及很多人', '干涉', '乾涉'],
];

/** What settles each of them, and a word of the house. */
const house: Dictionary = {
  [simplified.id]: [
    ['白髮現在', '白发现在'],
    ['豆乾涉及', '豆干涉及'],
    ['雨篷', '雨棚'],
  ].map(([master = '', form = '']) => ({ master, form, part: true })),
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
  assert.deepEqual(suspicions('雨篷下的日報', master, simplified, house), []);
});

test('the report for editors runs on the content as it stands', async (t) => {
  const said = t.mock.method(console, 'log', () => undefined);
  await import('../../src/content/commands/suspicions.ts');
  assert.match(String(said.mock.calls[0]?.arguments[0]), /^简体中文：有\d+處請看一看/);
});
