import assert from 'node:assert/strict';
import test from 'node:test';
import { numberWritings } from '../../src/search/match/numbers.ts';
import { namedUnit } from '../../src/search/match/named-unit.ts';
import { readingsOf } from '../../src/search/match/search-file.ts';
import { readTerms, wordings } from '../../src/search/match/query.ts';

test('a number is one number in all its writings', () => {
  for (const alike of [
    ['1600億', '1,600億', '一千六百億'],
    ['1600亿', '1600億'],
    ['5000萬', '五千萬', '5,000萬'],
    ['五千万', '5000萬'],
    ['49%', '百分之四十九', '四成九'],
    ['49.2%', '百分之四十九點二'],
    ['70%', '七成', '百分之七十'],
    ['140兆', '140萬億'],
    ['十四億一千萬', '14.1億'],
    ['2026年一月', '2026年1月', '二〇二六年一月'],
    ['2026-01', '2026年1月'],
    ['第一季', '第1季'],
    ['一百〇五', '105'],
    ['營收1,600億元', '營收一千六百億元'],
  ])
    for (const other of alike.slice(1))
      assert.ok(numberWritings(alike[0]!).includes(other), `${alike[0]} as ${other}: ${numberWritings(alike[0]!).join(' ')}`);
});

test('what is part of a word, or a number cut in two, is no number', () => {
  for (const word of ['三國殺', '千問', '一', '5', '第1', '00億', 'gpt4', '4k', '一些', '十論', '十五五', '二三十', '二〇二六'])
    assert.deepEqual(numberWritings(word), [], word);
});

test('a unit is named by its number or its id', () => {
  for (const query of ['5.3', ' 第5.3段', 'p5-3', '５．３', '5-3']) assert.equal(namedUnit(query), 'p5-3', query);
  assert.equal(namedUnit('5.f2'), 'p5-f2');
  for (const query of ['5', '5.3%', 'v5.3', '甲5.3']) assert.equal(namedUnit(query), undefined, query);
});

test('spaces part terms, but not the words of a name or what is quoted', () => {
  const { names } = readingsOf({
    spellings: [],
    shapes: [],
    words: [
      [['agi-next'], []],
      [['姚順雨'], ['yaoshunyu']],
      [['甲乙'], []],
    ],
  });
  const read = (query: string): string[] => readTerms(query, names).map(({ text, isPhrase }) => (isPhrase ? `(${text})` : text));
  for (const [query, terms] of [
    ['AGI next 峰會', ['aginext', '峰會']],
    ['Yao Shunyu', ['yaoshunyu']],
    ['甲 乙', ['甲', '乙']],
    ['"agi next" 峰會', ['(aginext)', '峰會']],
    ['「三國 殺」', ['(三國殺)']],
    ['“三國', ['「三國']],
    ['他說「甲」', ['他說「甲「']],
  ] as const)
    assert.deepEqual(read(query), terms, query);
});

test('what a name stands for is looked for in all writings of its numbers, and a name in all writings of what is typed', () => {
  const readings = readingsOf({ spellings: [], shapes: [], words: [[['第二季'], ['q2', '二季度']]] });
  const written = (text: string): string[] => wordings({ text, isPhrase: false }, readings);
  for (const query of ['q2', '二季度', '2季度'])
    assert.ok(
      ['第二季', '第2季'].every((text) => written(query).includes(text)),
      query,
    );
  assert.deepEqual(written('十五五'), []);
});
