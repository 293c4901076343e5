import assert from 'node:assert/strict';
import test from 'node:test';
import { mendedAddress, mendedId } from '../../src/text/touched.ts';

test('an id is read out of what a chat has made of the fragment', () => {
  for (const fragment of [
    'p5-3',
    '#p5-3',
    '%70%35-3',
    '%25705-3',
    'p5%2D3',
    'p5-3%3A~%3Atext=%E4%B8%80',
    'p5-3%253A~%253Atext%3Da',
    'p5-3。',
    'p5-3%E3%80%82',
    'p5-3)',
    'p5-3」，',
    'p5-3.',
    'p5-3**',
    'p5-3%3E',
    'p5-3&amp;utm_source=x',
    'p5-3&fbclid=abc',
    'p5-3?utm_medium=line',
    'p5-3 這一段',
    'p5-3這一段',
    'p5-3-',
    'p5-3\u200B',
    'p5\u20113',
    'p5–3',
    'p5−3',
    'P5-3',
    'ｐ５－３',
    '＃p5-3',
    '#%23p5-3',
    'p5-3%E3%80',
    'p5-3%',
  ])
    assert.equal(mendedId(fragment), 'p5-3', fragment);
  assert.deepEqual(['p5-t。', 'p12-f10)', 't-some-name,', '', '。', '55'].map(mendedId), ['p5-t', 'p12-f10', 't-some-name', '', '', '']);
});

test('an address is mended where a chat has touched it, else it is left', () => {
  const rows: [string, string | undefined][] = [
    ['5/%23p5-3', '5/#p5-3'],
    ['5%23p5-3', '5/#p5-3'],
    ['5/%EF%BC%83p5-3%E3%80%82', '5/#p5-3'],
    ['zh-hans/5/%2523P5-3', 'zh-hans/5/#p5-3'],
    ['5/%E3%80%82', '5/'],
    ['5/)', '5/'],
    ['5/%E9%80%99', '5/'],
    ['5/&amp;utm_source=x', '5/'],
    ['5/&utm_source=x#p5-3', '5/#p5-3'],
    ['5/%3Futm_source=x', '5/'],
    ['ZH-HANS/5/', 'zh-hans/5/'],
    ['%EF%BC%95/', '5/'],
    ['5//#p5-3', '5/#p5-3'],
    // Nothing to mend, and never another host.
    ['55/', undefined],
    ['55', undefined],
    ['404.html', undefined],
    ['5/index.md', undefined],
    ['', undefined],
    ['。', undefined],
    ['%2F%2Fexample.org/', undefined],
    ['/example/', 'example/'],
  ];
  for (const [address, mended] of rows) assert.equal(mendedAddress(address), mended, address);
});
