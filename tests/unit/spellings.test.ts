import assert from 'node:assert/strict';
import test from 'node:test';
import { Converter } from 'opencc-js';
import { differences } from '../../src/search/index/differences.ts';
import { nameRows } from '../../src/search/index/name-rows.ts';
import { spellingsOf } from '../../src/search/index/spellings.ts';
import { normalise } from '../../src/search/match/normal.ts';
import { otherwise } from '../../src/search/match/otherwise.ts';
import { pick, seeded } from '../support/random.ts';

test('a Traditional text is found by Simplified characters and by the spellings of Taiwan, Hong Kong and OpenCC', () => {
  const { spellings } = spellingsOf(['台灣裡看著頭髮發展，阿里'], 'zh-Hant');
  for (const [typed, characters] of Object.entries({ 发: '發髮', 里: '裡', 裏: '裡', 着: '著', 臺: '台', 湾: '灣', 髪: '' }))
    assert.deepEqual([...(spellings.get(typed) ?? '')].sort(), [...characters].sort(), typed);
  assert.ok([...spellings.keys()].every((typed) => typed.length === 1 && !'發髮灣'.includes(typed)));
});

test('a Simplified text is found by every Traditional spelling of its characters', () => {
  const { spellings } = spellingsOf(['头发发展到里面'], 'zh-Hans');
  for (const typed of '發髮') assert.equal(spellings.get(typed), '发');
  for (const typed of '裡裏') assert.equal(spellings.get(typed), '里');
});

test('where another form has other words, its text is told, and each part of it leads to what stands in its place', () => {
  const { spellings } = spellingsOf(['據部落格所說計畫'], 'zh-Hant');
  const reads = (typed: string, written: string): boolean => typed === written || (spellings.get(typed) ?? '').includes(written);
  assert.deepEqual(differences('據部落格所說計畫', '据博客所说计划', reads), [
    [1, 4, '博客'],
    [7, 8, '划'],
  ]);
  const random = seeded(6);
  const text = (): string => Array.from({ length: Math.floor(random() * 14) }, () => pick([...'甲乙丙丁𠀀a'], random)).join('');
  for (let round = 0; round < 1000; round += 1) {
    const [here, there] = [text(), text()];
    const told = differences(here, there, (a, b) => a === b);
    const other = otherwise(normalise(here), told);
    assert.equal(other.text, there, JSON.stringify([here, there]));
    assert.equal(other.from.length, there.length);
    assert.ok(other.from.every((from, index) => from <= other.to[index]! && other.to[index]! <= here.length));
  }
  assert.deepEqual(
    differences('甲乙', '甲乙', (a, b) => a === b),
    [],
  );
});

test('characters of one Simplified shape may be typed for each other', () => {
  const { spellings, shapes } = spellingsOf(['余紹清用昇騰'], 'zh-Hant');
  assert.equal(shapes.get('餘'), '余');
  assert.equal(spellings.get('升'), '昇');
  assert.equal(shapes.get('清'), undefined);
});

test('a name is read as those of its names that the article uses, typed in either script', () => {
  const simplified = Converter({ from: 'tw', to: 'cn' });
  const groups = [
    { names: ['軟件', '軟體'] },
    { names: ['硬件', '硬體'] },
    { id: 't-ram', names: ['記憶體', 'RAM'] },
    { id: 't-memory', names: ['記憶', 'Memory'] },
  ];
  const texts = ['軟件', '軟體與軟件', '記憶體與記憶', '程式program'].map(normalise);
  assert.deepEqual(nameRows(groups, texts, [(text) => text, simplified]), [
    [
      ['軟件', '軟體'],
      ['软件', '软体'],
    ],
    [['記憶體'], ['ram', '记忆体'], 't-ram'],
    [['記憶'], ['memory', '记忆'], 't-memory', ['記憶體']],
  ]);
});
