import assert from 'node:assert/strict';
import test from 'node:test';
import { answer, openPoint, type PointRecord } from '../../src/search/match/answer.ts';
import { readingsOf } from '../../src/search/match/search-file.ts';
import { tokenizer } from '../../src/search/match/tokens.ts';
import { pick, seeded } from '../support/random.ts';

const readings = readingsOf({
  spellings: ['发發髮', '裏裡', '里裡', '国國', '产產'],
  shapes: ['髮發', '發髮'],
  words: [[['芯片'], ['晶片']]],
});
const article: PointRecord[] = [
  [0, '〇', '導言', [['p0-1', '導言', '阿里巴巴的國產芯片']]],
  [
    1,
    '一',
    '頭髮',
    [
      ['p1-t', '標題', '頭髮'],
      ['p1-1', '論證', '發展'],
      ['p1-2', '論證', '手裡的API 2與「三國殺」'],
    ],
  ],
  [
    2,
    '二',
    '國家',
    [
      ['p2-t', '標題', '國家'],
      ['p2-0', '主張', '發展芯片'],
      ['p2-1', '論證', '芯片，芯片，還是芯片'],
    ],
  ],
];
const points = article.map(openPoint);
const found = (query: string): string =>
  answer(query, points, readings)
    .found.map(({ hits }) => hits.map(({ unit }) => unit.id).join(' '))
    .join(' | ');

test('what was typed finds the units that hold it, in whichever spelling, script or region’s word', () => {
  for (const [query, units] of [
    ['芯片', 'p2-0 p2-1 | p0-1'],
    ['晶片', 'p2-0 p2-1 | p0-1'],
    ['国产晶片', 'p0-1'],
    ['发', 'p1-t p1-1 | p2-0'],
    ['裏', 'p1-2'],
    ['api2', 'p1-2'],
    ['“三国杀', ''],
    ['“三国殺', 'p1-2'],
    ['芯片，芯片', 'p2-1'],
    ['芯片、芯片', ''],
    ['龘', ''],
    ['   ', ''],
  ] as const)
    assert.equal(found(query), units, query);
});

test('a character that the article uses itself is not read as another one', () => {
  assert.equal(found('里'), 'p0-1');
  assert.equal(found('手里'), 'p1-2');
});

test('each term must occur in a point, which then shows the units of any of them', () => {
  assert.equal(found('發展 芯片'), 'p2-0 p2-1');
  assert.equal(found('國家　芯片'), 'p2-t p2-0 p2-1');
  assert.equal(found('發展 里'), '');
});

test('it says in which writings the terms were found', () => {
  assert.deepEqual(answer('晶片', points, readings).writings, ['芯片']);
  assert.deepEqual(answer('芯片', points, readings).writings, ['芯片']);
  assert.deepEqual(answer('发', points, readings).writings, ['髮', '發']);
});

test('the title counts more than the thesis, the thesis more than the number of units, then the order of points decides', () => {
  const texts = [
    ['丙', '甲', '甲', '甲'],
    ['丙', '乙', '甲'],
    ['丙', '甲', '乙'],
    ['甲', '乙', '乙'],
    ['丙', '乙', '甲'],
  ];
  const ranked = texts.map(([title, thesis, ...rest], index): PointRecord => {
    const number = index + 1;
    const units = rest.map((text, unit): [string, string, string] => [`p${number}-${unit + 1}`, '', text]);
    return [number, '', title!, [[`p${number}-t`, '', title!], [`p${number}-0`, '', thesis!], ...units]];
  });
  const order = answer('甲', ranked.map(openPoint), readingsOf({ spellings: [], shapes: [], words: [] })).found.map(
    ({ point }) => point.number,
  );
  assert.deepEqual(order, [4, 1, 3, 2, 5]);
});

test('marks lie on the matches in the text as it is shown, joined where they touch', () => {
  const marked = (query: string): string[] =>
    answer(query, points, readings).found.flatMap(({ hits }) =>
      hits.flatMap(({ unit, marks }) => marks.map(([start, end]) => unit.text.slice(start, end))),
    );
  assert.deepEqual(marked('Ａｐｉ２'), ['API 2']);
  assert.deepEqual(marked('發展 展芯片'), ['發展芯片']);
  assert.deepEqual(marked('晶片 國產'), ['國產芯片']);
});

test('any text finds exactly what comparing character by character finds', () => {
  const random = seeded(2);
  const own = [...'發髮裡里國家芯片，a1'];
  const typed = [...own, '发', '裏', '国', '晶', 'Ａ', '\u200B'];
  const text = (letters: string[], length: number): string =>
    Array.from({ length: 1 + Math.floor(random() * length) }, () => pick(letters, random)).join('');
  for (let round = 0; round < 1500; round += 1) {
    const records = Array.from({ length: 3 }, (_, point): PointRecord => [
      point,
      '',
      '',
      Array.from({ length: 3 }, (_, unit): [string, string, string] => [`p${point}-${unit + 1}`, '', text(own, 9)]),
    ]);
    const query = Array.from({ length: 1 + Math.floor(random() * 2) }, () => text(typed, 4)).join(' ');
    const got = answer(query, records.map(openPoint), readings)
      .found.flatMap(({ hits }) => hits.map(({ unit }) => unit.id))
      .sort();
    assert.deepEqual(got, byHand(query, records).sort(), JSON.stringify([query, records]));
  }
});

test('the tokens of a text that holds a term hold the tokens of the term', () => {
  const random = seeded(3);
  const tokens = tokenizer(readings, new Set(['的']));
  const letters = [...'發髮裡里國家芯片的，a1发裏国'];
  for (let round = 0; round < 1000; round += 1) {
    const text = Array.from({ length: 12 }, () => pick(letters.slice(0, -3), random)).join('');
    const term = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(letters, random)).join('');
    if (answer(term, [openPoint([1, '', '', [['p1-1', '', text]]])], { ...readings, words: [] }).found.length)
      assert.ok(` ${tokens(text).join(' ')} `.includes(tokens(term).join(' ')), `${term} in ${text}`);
  }
});

/** The definition of the search, told without any of its code. */
function byHand(query: string, records: PointRecord[]): string[] {
  const plain = (text: string): string[] => [...text.replaceAll('\u200B', '').replaceAll('Ａ', 'a').replaceAll('，', ',')];
  const texts = records.flatMap(([, , , units]) => units.map(([, , text]) => plain(text)));
  const at = (text: string[], term: string[], same: (typed: string, written: string) => boolean): boolean =>
    text.some((_, start) => start + term.length <= text.length && term.every((typed, index) => same(typed, text[start + index]!)));
  const literal = (typed: string, written: string): boolean => typed === written;
  const spelled = (typed: string, written: string): boolean =>
    literal(typed, written) || (readings.spellings.get(typed) ?? '').includes(written);
  const hair = (character: string): boolean => '發髮'.includes(character);
  const terms = [...new Set(query.split(' ').map((term) => plain(term).join('')))].filter(Boolean);
  const holds = (text: string[], term: string): boolean =>
    [term, term.replaceAll('晶片', '芯片')].some((wording) => {
      const shaped = (typed: string, written: string): boolean => spelled(typed, written) || (hair(typed) && hair(written));
      const same = [literal, spelled, shaped].find((same) => texts.some((other) => at(other, [...wording], same)));
      return same !== undefined && at(text, [...wording], same);
    });
  return records.flatMap(([, , , units]) =>
    terms.length && terms.every((term) => units.some(([, , text]) => holds(plain(text), term)))
      ? units.filter(([, , text]) => terms.some((term) => holds(plain(text), term))).map(([id]) => id)
      : [],
  );
}
