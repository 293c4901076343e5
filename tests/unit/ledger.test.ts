import assert from 'node:assert/strict';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { writeArticle } from '../../src/article/write.ts';
import { contentFrom, entriesOf } from '../../src/content/content.ts';
import { writeEdits } from '../../src/content/edits.ts';
import { digestOf, fateOf, publishedIds, type Retired } from '../../src/content/ledger.ts';
import { readContent } from '../../src/content/read.ts';
import { releaseIds } from '../../src/content/release.ts';
import { master } from '../../src/text/forms.ts';
import { everyField } from '../support/content.ts';
import { tinyArticle, type Tiny } from '../support/tiny.ts';

const P1 = 'points/01.md';
const LINK = (id: string): string => `石硯寫了[幾個判斷](#${id})。`;
const swap = (tiny: Tiny, file: string, one: string, other: string): void =>
  tiny.write(file, tiny.text(file).replaceAll(one, '\0').replaceAll(other, one).replaceAll('\0', other));
const hide = (tiny: Tiny, file: string): void =>
  tiny.edit(file, 'published: 2025-06-01\nupdated: 2025-06-01', 'published: 2099-01-01\nupdated: 2099-01-01');

/** What an editor does to a released article, and all that is told of it; nothing where it is his right. */
const edits: [what: string, change: (tiny: Tiny) => void, told: RegExp[]][] = [
  ['a reworded paragraph', (tiny) => tiny.edit(P1, '要有人管。', '該由街坊來管。'), []],
  ['a moved paragraph', (tiny) => swap(tiny, P1, '石硯說第1站的傘要有人管。 {#p1-1}', '第1站的傘也要有人還。 {#p1-2}'), []],
  ['punctuation', (tiny) => tiny.edit(P1, '也要有人還。', '，也「要」有人還！'), []],
  [
    'a paragraph that is gone',
    (tiny) => tiny.edit(P1, /第1站的傘也.*\n\n/, ''),
    [/ids\.yaml:4 p1-2發布過，現在不見了，請放回去，或寫進`retired`/],
  ],
  ['one whose text is elsewhere', (tiny) => (tiny.edit(P1, /第1站的傘也.*\n\n/, ''), tiny.retire({ id: 'p1-2', to: 'p3-1' })), []],
  [
    'two ids that changed places',
    (tiny) => swap(tiny, P1, '{#p1-1}', '{#p1-2}'),
    [/p1-2所在的文字當初是以p1-1發布的/, /p1-1所在的文字當初是以p1-2發布的/],
  ],
  [
    'two ids of two points that did',
    (tiny) => {
      tiny.edit(P1, '石硯說第1站的傘要有人管。', '石硯說第3站的傘要有人管。');
      tiny.edit('points/03.md', '石硯說第3站的傘要有人管。', '石硯說別的。');
    },
    [/01\.md:\d+ p1-1所在的文字當初是以p3-1發布的/],
  ],
  [
    'sources that changed places',
    (tiny) => {
      tiny.edit(P1, 'p1-r1, source: S1', 'p1-r1, source: S2');
      tiny.edit(P1, 'p1-r2, source: S2', 'p1-r2, source: S1');
    },
    [/p1-r1所在的文字當初是以p1-r2發布的/, /p1-r2所在的文字當初是以p1-r1發布的/],
  ],
  [
    'sources that were renumbered',
    (tiny) => {
      tiny.edit(P1, 'p1-r1, source: S1', 'p1-r1, source: S2');
      tiny.edit(P1, 'p1-r2, source: S2', 'p1-r2, source: S3');
    },
    [/p1-r1所在的文字當初是以p1-r2發布的/],
  ],
  ['a source that was mended', (tiny) => tiny.edit(P1, 'p1-r2, source: S2', 'p1-r2, source: S3'), []],
  [
    'a paragraph that moved to another point',
    (tiny) => {
      tiny.edit(P1, /第1站的傘也.*\n\n/, '');
      tiny.edit('points/03.md', '## 證據', '第1站的傘也要有人還。 {#p3-5}\n\n## 證據');
      tiny.retire({ id: 'p1-2', to: 'p3-5' });
    },
    [],
  ],
  [
    'an id at the text of one that was retired into it',
    (tiny) => {
      tiny.edit(P1, /石硯說第1站的傘要有人管。 \{#p1-1\}\n\n(第1站的傘也要有人還。) \{#p1-2\}/, '第1站的傘也要有人還。 {#p1-1}');
      tiny.retire({ id: 'p1-2', to: 'p1-1' });
    },
    [/p1-1所在的文字當初是以p1-2發布的，請把p1-2還給它/],
  ],
  ['a retired id that is used again', (tiny) => tiny.retire({ id: 'p1-2', to: 'p1-1' }), [/p1-2已經停用，不能再用/]],
  [
    'an id retired twice',
    (tiny) => (tiny.edit(P1, /第1站的傘也.*\n\n/, ''), tiny.retire({ id: 'p1-2', to: 'p1-1' }, { id: 'p1-2', why: '重複' })),
    [/p1-2停用了兩次/],
  ],
  [
    'a row that leads nowhere',
    (tiny) => (tiny.edit(P1, /第1站的傘也.*\n\n/, ''), tiny.retire({ id: 'p1-2', to: 'p1-r1' })),
    [/ids\.yaml:\d+ p1-2指向p1-r1，文中沒有這一段/],
  ],
  [
    'rows in a circle',
    (tiny) => {
      tiny.edit(P1, /石硯說第1.*\n\n第1站的傘也.*\n\n/, '石硯改寫過。 {#p1-5}\n\n');
      tiny.retire({ id: 'p1-1', to: 'p1-2' }, { id: 'p1-2', to: 'p1-1' });
    },
    [/p1-1指向p1-2，文中沒有這一段/, /p1-2指向p1-1，文中沒有這一段/],
  ],
  [
    'rows that lead on, to a reason too',
    (tiny) => {
      tiny.edit(P1, /石硯說第1.*\n\n第1站的傘也.*\n\n/, '石硯改寫過。 {#p1-5}\n\n');
      tiny.retire({ id: 'p1-1', to: 'p1-2' }, { id: 'p1-2', why: '站已經撤了' });
    },
    [],
  ],
  ['a row for what was never published', (tiny) => tiny.retire({ id: 'p1-9', to: 'p1-1' }), [/p1-9從沒發布過，請刪掉這一列/]],
  ['a row without a fate', (tiny) => tiny.retire({ id: 'p1-2' }), [/retired\.0：請寫id，再加`to:`/]],
  [
    'a row of a point without its title',
    (tiny) => tiny.retire({ id: 'p3', why: '重複' }),
    [/retired\.0\.id：是一點，請再用`title:`寫它最後的標題/],
  ],
  [
    'an entry of the ledger that is none',
    (tiny) => tiny.edit('ids.yaml', ' 2=', ' x2='),
    [/ids\.yaml:3 published\.p0：有一項不是編號加摘要碼，請別手改，交給`npm run release`/],
  ],
  [
    'the ledger of the first edition',
    (tiny) => tiny.write('ids.yaml', 'given:\n  p1: [t, 0, 1]\nretired: []\n'),
    [/published：沒有寫/, /沒有given這個欄位/],
  ],
  [
    'two points that changed numbers',
    (tiny) => {
      tiny.edit(P1, 'number: 1', 'number: 3');
      tiny.edit('points/03.md', 'number: 3', 'number: 1');
    },
    [
      /01\.md:3 number：這裡的編號全是第1點的，請把號碼寫回1；要換位置，執行`npm run point -- move 1/,
      /03\.md:3 number：這裡的編號全是第3點的/,
    ],
  ],
  [
    'a number left out',
    (tiny) => {
      tiny.write('points/05.md', tiny.text(P1).replaceAll('p1-', 'p5-').replaceAll('第1', '第5').replace('number: 1', 'number: 5'));
      tiny.edit('site.yaml', '[1, 3]', '[1, 3, 5]');
    },
    [/points:1 缺了第4點/],
  ],
  [
    'a copied file with a number of its own',
    (tiny) => tiny.write('points/04.md', tiny.text(P1).replace('number: 1', 'number: 4')),
    [/04\.md:3 number：這裡的編號全是第1點的，請刪掉這些編號再執行`npm run ids`/],
  ],
  [
    'a point whose file is gone',
    (tiny) => (rmSync(join(tiny.folder, 'points/03.md')), tiny.edit('site.yaml', '[1, 3]', '[1]')),
    [/第3點發布過，現在不見了，.*npm run point -- remove 3 --why/],
  ],
  [
    'a published point made a draft',
    (tiny) => tiny.edit('points/03.md', 'published:', 'draft: true\npublished:'),
    [/03\.md:7 draft：第3點發布過，現在是草稿，連結會失效/],
  ],
  ['a published point put off', (tiny) => hide(tiny, 'points/03.md'), [/03\.md:7 published：第3點發布過，現在要到2099-01-01才發布/]],
  [
    'a link to a retired id',
    (tiny) => {
      tiny.edit(P1, /第1站的傘也.*\n\n/, '');
      tiny.retire({ id: 'p1-2', to: 'p1-1' });
      tiny.edit('lead.md', '石硯寫了幾個判斷。', LINK('p1-2'));
    },
    [],
  ],
  [
    'a link to what is gone',
    (tiny) => {
      tiny.edit(P1, /第1站的傘也.*\n\n/, '');
      tiny.retire({ id: 'p1-2', why: '重複' });
      tiny.edit('lead.md', '石硯寫了幾個判斷。', LINK('p1-2'));
    },
    [/lead\.md:11 #p1-2不指向文中任何一段/],
  ],
];

for (const [what, change, told] of edits) {
  test(`${what}: ${told.length ? 'named with its mend, and nothing else' : 'nobody is bothered'}`, (t) => {
    const tiny = tinyArticle(t);
    change(tiny);
    const problems = tiny.problems();
    assert.equal(problems.length, told.length, problems.join('\n'));
    for (const message of told)
      assert.ok(
        problems.some((problem) => message.test(problem)),
        `${message}\n${problems.join('\n')}`,
      );
  });
}

test('a digest is of the words alone, and a chain of rows ends at a living id, a reason, or nowhere', () => {
  assert.equal(digestOf('模型|進到 場景裡，「才有」價值。'), digestOf('模型進到場景裡才有價值'));
  assert.notEqual(digestOf('模型進到場景裡'), digestOf('模型進到場景'));
  const rows: Retired[] = [
    { id: 'p1-1', to: 'p1-2' },
    { id: 'p1-2', to: 'p2-1' },
    { id: 'p3', to: 'p2-1', title: '' },
    { id: 'p3-1', why: '過時' },
    { id: 'p4-1', to: 'p3-9' },
    { id: 'p5-1', to: 'p5-2' },
    { id: 'p5-2', to: 'p5-1' },
  ];
  const ends = ['p1-1', 'p2-1', 'p3-7', 'p3-1', 'p4-1', 'p5-1', 'p9-9'].map((id) => fateOf(id, rows, (other) => other === 'p2-1'));
  const living = { to: 'p2-1' };
  assert.deepEqual(ends, [living, living, living, { why: '過時' }, living, undefined, undefined]);
});

test('a release enters what readers see, notes new words, leaves the rest as it is written, and has nothing to do twice', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit('ids.yaml', 'retired: []', 'retired: # by hand\n  - { id: p1-2, to: p1-1 } # said twice');
  tiny.edit(P1, /第1站的傘也.*\n/, '新的一段。 {#p1-5}\n');
  tiny.edit(P1, '要有人管。 {', '該由街坊管。 {');
  const before = publishedIds(tiny.reading().ids?.values.published ?? {});
  assert.deepEqual(tiny.problems(), []);
  const { edits: written, entered, renewed } = releaseIds(tiny.reading());
  assert.deepEqual([entered, renewed], [['p1-5'], ['p1-1']]);
  writeEdits(written);
  const after = publishedIds(tiny.reading().ids?.values.published ?? {});
  assert.equal(after.get('p1-5'), digestOf('新的一段'));
  assert.equal(after.get('p1-2'), before.get('p1-2'), 'what is gone keeps its digest');
  for (const id of before.keys()) assert.ok(after.has(id), id);
  assert.match(
    tiny.text('ids.yaml'),
    /^# The ledger\.\npublished:\n {2}p0: r1=\w{8} 1=[^]*retired: # by hand\n {2}- \{ id: p1-2, to: p1-1 \} # said twice\n$/,
  );
  assert.ok(
    tiny
      .text('ids.yaml')
      .split('\n')
      .every((line) => line.length <= 120),
  );
  assert.deepEqual(releaseIds(tiny.reading()).edits, []);
  tiny.edit(P1, / \{#p1-5\}\n/, '\n');
  assert.match(tiny.problems().join('\n'), /p1-5發布過，現在不見了/);
});

test('what readers do not see yet is not released', (t) => {
  const tiny = tinyArticle(t);
  tiny.write('ids.yaml', 'published: {}\nretired: []\n');
  tiny.edit(P1, 'published:', 'draft: true\npublished:');
  hide(tiny, 'points/03.md');
  const points = (now?: string) => new Set(releaseIds(tiny.reading(), now).entered.map((id) => id.split('-')[0]));
  assert.deepEqual(points(), new Set(['p0', 'p2']));
  assert.deepEqual(points('2099-01-01'), new Set(['p0', 'p2', 'p3']));
});

test('a draft may lack ids; what leads to it is named, until readers see it no later than the link', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit('ids.yaml', /\n {2}p3:.*(\n {4}.*)*/, '');
  tiny.edit('points/03.md', 'published:', 'draft: true\npublished:');
  tiny.edit('points/03.md', '石硯說第3站的傘要有人管。 {#p3-1}', '這裡還沒有編號，見[下一段](#p3-2)。');
  assert.deepEqual(tiny.problems(), [], 'within the draft');
  tiny.edit('points/02.md', '石硯說第2站的傘要有人管。', LINK('p3-2'));
  assert.match(tiny.problems().join('\n'), /^points\/02\.md:\d+ #p3-2指向第3點，那一點是草稿，請先發布它，或拿掉連結$/);
  hide(tiny, 'points/03.md');
  tiny.edit('points/03.md', 'draft: true\n', '');
  tiny.edit('points/03.md', '這裡還沒有編號', '這裡編好號了');
  assert.match(tiny.problems().join('\n'), /#p3-2指向第3點，那一點要到2099-01-01才發布，請先發布/);
  tiny.edit('ids.yaml', /\n {2}p2:.*(\n {4}.*)*/, '');
  hide(tiny, 'points/02.md');
  assert.doesNotMatch(tiny.problems().join('\n'), /指向/, 'both on one day');
  tiny.edit(P1, /第1站的傘也.*\n\n/, '');
  tiny.retire({ id: 'p1-2', to: 'p3-2' });
  assert.match(tiny.problems().join('\n'), /p1-2指向p3-2，那一點要到2099-01-01才發布，請改指讀者看得到的一段/);
});

/** Takes an id out of the text and out of the ledger alike. */
function forget(tiny: Tiny): void {
  tiny.edit(P1, /第1站的傘也.*\n\n/, '');
  tiny.edit('ids.yaml', / 2=\w{8} 3/, ' 3');
}

const VANISHED = /^ids\.yaml:\d+ p1-2發布過（commit [0-9a-f]{7}），現在從這張表消失了，請放回去/;

test('an id that vanished from the ledger too is told by Git, also some commits later', (t) => {
  const tiny = tinyArticle(t);
  tiny.commit();
  assert.deepEqual(tiny.problems(), []);
  forget(tiny);
  assert.match(tiny.problems().join('\n'), VANISHED);
  tiny.commit();
  tiny.edit(P1, '要有人管。 {', '該由街坊管。 {');
  assert.match(tiny.problems().join('\n'), VANISHED);
});

test('what the ledger of the first edition had given was published too', (t) => {
  const tiny = tinyArticle(t);
  const ledger = tiny.text('ids.yaml');
  tiny.write('ids.yaml', 'given:\n  p1: [t, 0, 1, 2, 3, 4, f1, w1, r1, r2, r3]\nretired: []\n');
  tiny.commit();
  tiny.write('ids.yaml', ledger);
  assert.match(tiny.problems().join('\n'), /^ids\.yaml:\d+ p1-r3發布過（commit \w+），現在從這張表消失了/);
});

test('without Git, its program, a history of the ledger or all of it, nothing is said', (t) => {
  const tiny = tinyArticle(t);
  forget(tiny);
  assert.deepEqual(tiny.problems(), [], 'no repository');
  const known = tinyArticle(t);
  known.commit();
  forget(known);
  const path = process.env.PATH;
  process.env.PATH = '';
  assert.deepEqual(known.problems(), [], 'no program');
  process.env.PATH = path;
  known.commit();
  rmSync(tiny.folder, { recursive: true });
  known.git('clone', '-q', '--depth', '1', `file://${known.folder}`, tiny.folder);
  assert.deepEqual(tiny.problems(), [], 'a shallow clone');
  cpSync(join(tiny.folder, 'ids.yaml'), join(tiny.folder, 'copy.yaml'));
  tiny.git('rm', '-q', '--cached', 'ids.yaml');
  assert.deepEqual(tiny.problems(), [], 'not tracked');
});

test('an article that takes the place of another owes nothing to its ids', (t) => {
  const tiny = tinyArticle(t);
  tiny.commit();
  rmSync(join(tiny.folder, 'points/03.md'));
  tiny.edit('site.yaml', '[1, 3]', '[1]');
  for (const file of ['lead.md', P1, 'points/02.md'])
    tiny.write(file, tiny.text(file).replaceAll('站', '亭').replaceAll('傘', '燈').replaceAll('霧港', '雨城').replaceAll('石硯', '柳岸'));
  tiny.edit('points/02.md', /relations:\n.*/, 'relations: []');
  tiny.write('ids.yaml', 'published: {}\nretired: []\n');
  assert.deepEqual(tiny.problems(), []);
  tiny.release();
  tiny.commit();
  assert.deepEqual(tiny.problems(), []);
  tiny.edit(P1, /第1亭的燈也.*\n\n/, '');
  tiny.edit('ids.yaml', / 2=\w{8} 3/, ' 3');
  assert.match(tiny.problems().join('\n'), VANISHED);
  assert.equal(tiny.problems().length, 1);
});

test('edits are written whole or not at all', (t) => {
  const tiny = tinyArticle(t);
  const before = tiny.text('site.yaml');
  const file = join(tiny.folder, 'site.yaml');
  assert.throws(() =>
    writeEdits([{ file, text: 'name: x' }, { file: join(tiny.folder, 'nowhere/01.md'), text: '' }, { file: join(tiny.folder, P1) }]),
  );
  assert.equal(tiny.text('site.yaml'), before);
  assert.ok(tiny.text(P1));
  assert.deepEqual(
    readdirSync(tiny.folder).filter((name) => name.endsWith('.new')),
    [],
  );
});

test('an old link to a source leads to the one that stands in for it, or is told what became of it', () => {
  const content = contentFrom(entriesOf(readContent(everyField)));
  const { points } = writeArticle(content, master, { today: '2026-01-01' });
  const [third] = points.filter(({ number }) => number === 3);
  assert.deepEqual(third?.sources.find(({ id }) => id === 'p3-r1')?.anchors, ['p3-r3']);
  assert.deepEqual(
    third?.notes.filter(({ of }) => of === 'source').map(({ id, number }) => [id, number]),
    [['p3-r2', '2']],
  );
});
