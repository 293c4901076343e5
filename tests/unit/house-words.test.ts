import assert from 'node:assert/strict';
import test from 'node:test';
import { converterBetween, plainConverter } from '../../src/text/convert.ts';
import { wordsBetween } from '../../src/text/dictionary.ts';
import { forms, master, type Form } from '../../src/text/forms.ts';
import { houseWords } from '../../src/text/house-words.ts';
import { phrasesBetween } from '../../src/text/opencc.ts';
import { simplified } from '../support/forms.ts';

const directions: [Form, Form][] = [
  [master, simplified],
  [simplified, master],
];

test('no word of the house stands twice, and each holds a pair', () => {
  for (const to of ['Hans', 'Hant']) {
    const words = houseWords
      .filter(({ only }) => !only || only === to)
      .flatMap(({ pairs }) => pairs.split('|').map((pair) => pair.split(' ')[to === 'Hans' ? 0 : 1]));
    assert.deepEqual(
      words.filter((word, index) => !word || words.indexOf(word) !== index),
      [],
    );
  }
});

test('every word of the house does something: OpenCC writes it otherwise, or another word or phrase would reach into it', () => {
  const useful = new Set(
    directions.flatMap(([source, target]) => {
      const plain = plainConverter(source, target);
      const words = wordsBetween(source, target, {});
      const others = [...words.map(({ word }) => word), ...phrasesBetween(source.opencc, target.opencc)];
      return words
        .filter(({ word, value }) => plain.text(word) !== value || others.some((other) => other !== word && touch(other, word)))
        .map(({ word, value }) => [word, value].sort().join(' '));
    }),
  );
  const pairs = houseWords.flatMap(({ pairs }) => pairs.split('|').map((pair) => pair.split(' ').sort().join(' ')));
  assert.deepEqual(
    pairs.filter((pair) => !useful.has(pair)),
    [],
  );
});

/** Whether a text may stand within another, or begin within it and end after it. */
function touch(one: string, other: string): boolean {
  return (
    other.includes(one) ||
    Array.from({ length: Math.min(one.length, other.length) - 1 }, (_, index) => index + 1).some(
      (length) => other.endsWith(one.slice(0, length)) || other.startsWith(one.slice(-length)),
    )
  );
}

test('errors of OpenCC are mended in every Simplified form, words of the mainland only where the mainland reads', () => {
  const singapore: Form = { ...simplified, id: 'zh-sg', lang: 'zh-Hans-SG' };
  assert.equal(converterBetween(master, simplified, {}).text('部落格上說他著有昇騰一書'), '博客上说他著有昇腾一书');
  assert.equal(converterBetween(master, singapore, {}).text('部落格上說他著有昇騰一書'), '部落格上说他著有昇腾一书');
  assert.ok(forms.length > 1);
});

test('a row of the article goes before the engine’s', () => {
  const house = { [simplified.id]: [{ master: '部落格', form: '网志' }] };
  assert.equal(converterBetween(master, simplified, house).text('一個部落格'), '一个网志');
  assert.equal(converterBetween(simplified, master, house).text('一个网志，一个博客'), '一個部落格，一個部落格');
});

test('a row counts within and across words only where it says so', () => {
  const rows = (part: boolean) => ({ [simplified.id]: [{ master: '分析', form: '剖析', part }] });
  assert.equal(converterBetween(master, simplified, rows(false)).text('十分析出，他分析了'), '十分析出，他剖析了');
  assert.equal(converterBetween(master, simplified, rows(true)).text('十分析出'), '十剖析出');
});
