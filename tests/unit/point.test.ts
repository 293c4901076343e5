import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { writeArticle } from '../../src/article/write.ts';
import { contentFrom, entriesOf } from '../../src/content/content.ts';
import { editFile, writeEdits } from '../../src/content/edits.ts';
import { addPoint, movePoint, removePoint, type Change } from '../../src/content/point.ts';
import { Refusal } from '../../src/content/point-order.ts';
import { readFiles, type Files } from '../../src/content/read.ts';
import { readContentFile } from '../../src/content/files.ts';
import { rewriteList } from '../../src/content/yaml-list.ts';
import { master } from '../../src/text/forms.ts';
import { tinyArticle, type Tiny } from '../support/tiny.ts';

/** Does what a command does; answers what it says. */
function run({ folder }: Tiny, change: (files: Files) => Change): string {
  const { edits, said } = change(readFiles(folder));
  writeEdits(edits);
  return said.join('\n');
}

const order = ({ folder }: Tiny) => readFiles(folder).site?.values.groups?.map(({ points }) => points);

const WHY = '與第一則說的是同一件事。';

test('a point that is removed leaves its number, its title and a reason; relations to it go with it', (t) => {
  const tiny = tinyArticle(t);
  const said = run(tiny, (files) => removePoint(files, 1, { why: WHY }));
  assert.ok(!existsSync(join(tiny.folder, 'points/01.md')));
  assert.deepEqual(order(tiny), [[3], [2]]);
  assert.match(
    tiny.text('site.yaml'),
    /# The third point stands before the second\.\n {2}- \{ id: stations, name: 借站, gist: 傘站歸誰管, points: \[3\] \}\n/,
  );
  assert.match(tiny.text('points/02.md'), /\nrelations: \[\]\nsources:/);
  assert.match(
    tiny.text('points/03.md'),
    /\nrelations:\n {2}# Both ways\.\n {2}- to: 2\n {4}kind: pulls\n {4}why: 還得快，造得少。\nsources:/,
  );
  assert.match(
    tiny.text('ids.yaml'),
    /\n {2}p1: t=[^]*\nretired:\n {2}- \{ id: p1, why: 與第一則說的是同一件事。, title: 借傘站\|究竟歸誰來管 \}\n$/,
  );
  assert.deepEqual(tiny.problems(), []);
  for (const file of ['points/01.md', 'site.yaml', 'points/02.md', 'points/03.md', 'ids.yaml'])
    assert.ok(said.includes(file), `${said}\ndoes not tell of ${file}`);
});

test('a point whose text went elsewhere takes links along', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit('lead.md', '石硯寫了', '石硯[寫](#p1-3)了');
  run(tiny, (files) => removePoint(files, 1, { to: 'p3-2' }));
  assert.match(tiny.text('ids.yaml'), /\{ id: p1, to: p3-2, title: /);
  assert.deepEqual(tiny.problems(), []);
});

test('a link to a point that is gone for a reason is named', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit('lead.md', '石硯寫了', '石硯[寫](#p1-3)了');
  run(tiny, (files) => removePoint(files, 1, { why: WHY }));
  assert.match(tiny.problems().join('\n'), /^lead\.md:11 #p1-3不指向文中任何一段/);
});

test('a new point is a draft that passes, with the next free number, in its group', (t) => {
  const tiny = tinyArticle(t);
  run(tiny, (files) => removePoint(files, 3, { to: 'p1-1' }));
  const said = run(tiny, (files) => addPoint(files, { title: '雨季|來時誰先借傘', after: 1 }));
  assert.match(said, /points\/04\.md是第4點，草稿.*\n第4點現在在stations這一組，排在第1點後面/);
  assert.deepEqual(order(tiny), [[1, 4], [2]]);
  assert.deepEqual(tiny.problems(), []);
  assert.match(
    tiny.text('points/04.md'),
    /^---\nnumber: 4\ntitle: 雨季\|來時誰先借傘\ndraft: true\n---\n\n## 論證\n\n（待寫）\n\n## 證據\n\n（待寫）\n\n## 反方\n\n（待寫）\n$/,
  );
  run(tiny, (files) => addPoint(files, { title: '# 奇怪: 的標題「真怪」' }));
  assert.deepEqual(order(tiny), [
    [1, 4],
    [2, 5],
  ]);
  assert.match(tiny.text('site.yaml'), /\n {6}- 2 # makers\n {6}- 5\n$/);
  assert.equal(readFiles(tiny.folder).points.at(-1)?.values.title, '# 奇怪: 的標題「真怪」');
  tiny.edit('points/04.md', 'draft: true\n', '');
  assert.match(tiny.problems().join('\n'), /04\.md:\d+ draft：這裡還有（待寫）/);
});

test('a draft that was never published leaves nothing, unless later numbers were given', (t) => {
  const tiny = tinyArticle(t);
  const ledger = tiny.text('ids.yaml');
  for (const title of ['雨季|來時誰先借傘', '晴天|來時誰先還傘']) run(tiny, (files) => addPoint(files, { title }));
  assert.match(
    run(tiny, (files) => removePoint(files, 5, {})),
    /從沒發布過，什麼都不留/,
  );
  assert.equal(tiny.text('ids.yaml'), ledger);
  run(tiny, (files) => addPoint(files, { title: '晴天|來時誰先還傘' }));
  run(tiny, (files) => removePoint(files, 4, { why: '沒有寫成' }));
  assert.deepEqual(tiny.problems(), []);
});

test('what is not published yet is written for an editor alone, with a mark, until its day has come', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit('points/02.md', 'published: 2025-06-01', 'draft: true\npublished: 2025-06-01');
  tiny.edit('points/03.md', 'published: 2025-06-01', 'published: 2099-01-31');
  const content = contentFrom(entriesOf(tiny.reading()));
  const shown = (today: string, drafts: boolean) => {
    const { points, groups } = writeArticle(content, master, { today, drafts });
    return { points: points.map(({ number, hidden, relations }) => [number, hidden, relations.length]), groups: groups.length };
  };
  assert.deepEqual(shown('2099-01-30', false), { points: [[1, undefined, 0]], groups: 1 });
  assert.deepEqual(shown('2099-01-31', false).points, [
    [1, undefined, 1],
    [3, undefined, 1],
  ]);
  const marked = [
    [1, undefined, 2],
    [3, '預定2099年1月31日發表', 2],
    [2, '草稿', 2],
  ];
  assert.deepEqual(shown('2099-01-30', true), { points: marked, groups: 2 });
  assert.throws(() => shown('2025-05-31', false), /沒有一點可以發布：每一點都是草稿，或日期在2025-05-31之後/);
});

/** Where 1 and 3 stand in one group and 2 in another. */
const moves: [place: Parameters<typeof movePoint>[2], number: number, order: number[][]][] = [
  [{ after: 2 }, 3, [[1], [2, 3]]],
  [{ after: 3 }, 1, [[3, 1], [2]]],
  [{ first: true }, 3, [[3, 1], [2]]],
  [{ group: 'makers' }, 1, [[3], [2, 1]]],
  [{ group: 'makers', first: true }, 1, [[3], [1, 2]]],
  [{ after: 1 }, 3, [[1, 3], [2]]],
];

for (const [place, number, wanted] of moves) {
  test(`point ${number} moved ${JSON.stringify(place)} is shown there, and nothing else changes`, (t) => {
    const tiny = tinyArticle(t);
    const before = ['ids.yaml', 'points/01.md', 'points/02.md', 'points/03.md'].map(tiny.text);
    const said = run(tiny, (files) => movePoint(files, number, place));
    assert.deepEqual(order(tiny), wanted);
    assert.match(said, new RegExp(`^第${number}點現在在\\w+這一組，排在(最前面|第\\d點後面)。\n號碼、網址和編號都不變。$`));
    assert.deepEqual(['ids.yaml', 'points/01.md', 'points/02.md', 'points/03.md'].map(tiny.text), before);
    assert.match(tiny.text('site.yaml'), /# Nobody and nothing[^]*# The third point[^]*- 2 # makers\n/);
    assert.deepEqual(tiny.problems(), []);
  });
}

const refusals: [what: string, change: (files: Files) => Change, message: RegExp][] = [
  ['no such point', (files) => removePoint(files, 9, { why: WHY }), /沒有第9點，現有的是1、2、3/],
  ['no reason', (files) => removePoint(files, 1, {}), /請說第1點為什麼拿掉，或它的文字現在在哪一段：--why '.*'，或--to p9-3/],
  ['a reason and a target', (files) => removePoint(files, 1, { why: WHY, to: 'p2-1' }), /請說第1點為什麼拿掉，或/],
  ['a target of its own', (files) => removePoint(files, 1, { to: 'p1-2' }), /p1-2不是第1點以外的一段/],
  ['a source as target', (files) => removePoint(files, 1, { to: 'p2-r1' }), /p2-r1不是第1點以外的一段/],
  ['the last of a group', (files) => removePoint(files, 2, { why: WHY }), /makers這一組會一點也不剩/],
  ['the last of a group, moved', (files) => movePoint(files, 2, { first: true }), /makers這一組會一點也不剩/],
  ['no place', (files) => movePoint(files, 1, {}), /第1點要放在哪裡？請加--after 3、--first或--group ID/],
  ['after itself', (files) => movePoint(files, 1, { after: 1 }), /不能排在自己後面/],
  ['no such group', (files) => movePoint(files, 1, { group: 'x' }), /沒有x這一組，請寫其中一組：stations、makers/],
  ['after what stands in another group', (files) => movePoint(files, 1, { group: 'makers', after: 3 }), /第3點不在makers這一組/],
  ['after nothing', (files) => addPoint(files, { title: '雨季|來時誰先借傘', after: 8 }), /第8點不在任何一組/],
  ['no title', (files) => addPoint(files, {}), /標題是空的.*--title '/],
  ['a title that is too long', (files) => addPoint(files, { title: '雨'.repeat(41) }), /標題「雨+」有41字，最多40字/],
];

for (const [what, change, message] of refusals) {
  test(`${what}: refused in a sentence`, (t) => {
    assert.throws(
      () => change(readFiles(tinyArticle(t).folder)),
      (error) => error instanceof Refusal && message.test(error.message),
    );
  });
}

const lists: [yaml: string, items: (number | string)[], result: string][] = [
  ['a: 1\nlist: [ 1, "2" ] # end\nb: 2\n', [1, '3', 0], 'a: 1\nlist: [ "2", 3, 1 ] # end\nb: 2\n'],
  ['list: [1]\n', [], 'list: []\n'],
  ['list: [] # none\nb: 2\n', ['x', 'y'], 'list:\n  - x\n  - y # none\nb: 2\n'],
  ['list:\n- 1\n# of two\n- 2\nb: 2\n', [1, '3'], 'list:\n- 2\n- 3\nb: 2\n'],
  ['list: # why\n  - a: 1\n    b: |\n      text\n  - a: 2\n\nb: 2\n', [0], 'list: # why\n  - a: 1\n    b: |\n      text\n\nb: 2\n'],
  ['list:\n  - 1\n  - 2', [1, 0], 'list:\n  - 2\n  - 1\n'],
  ['list: # why\n  - 1\nb: 2\n', [], 'list: []\nb: 2\n'],
];

for (const [index, [yaml, items, result]] of lists.entries()) {
  test(`a list keeps its style and what is not touched (${index})`, (t) => {
    const tiny = tinyArticle(t);
    for (const [name, before, after] of [
      ['list.yaml', '', ''],
      ['list.md', '---\n', '---\n\n- text\n'],
    ] as const) {
      tiny.write(name, `${before}${yaml}${after && !yaml.endsWith('\n') ? '\n' : ''}${after}`);
      const file = readContentFile(tiny.folder, name);
      assert.equal(editFile(file, [rewriteList(file, ['list'], items)]).text, `${before}${result}${after}`);
    }
  });
}

test('the commands say what they did, and end as they should', (t) => {
  const tiny = tinyArticle(t);
  const command = (name: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      'node',
      ['--experimental-strip-types', '--no-warnings', `src/content/commands/${name}.ts`, ...args],
      { env: { ...process.env, CONTENT: tiny.folder }, encoding: 'utf8' },
    );
    return `${status} ${stdout}${stderr}`;
  };
  assert.match(command('point', 'swap', '3', '4'), /^2 「swap」不是add、remove或move，請這樣寫：\n {2}npm run point -- add --title/);
  assert.match(command('point', 'remove', '3', '--because', 'x'), /^2 沒有--because這個選項，請這樣寫：\n {2}npm run point -- /);
  assert.match(command('point', 'remove', '3', '--to', 'p1-1'), /^0 .*03\.md拿掉了/);
  tiny.edit('points/01.md', '## 證據', '又一段。\n\n## 證據');
  assert.match(command('release'), /^1 什麼也沒有發布。內容有1個問題：\n.*這個段落還沒有編號，請執行`npm run ids`/);
  assert.match(command('ids'), /^0 給了1個編號：p1-5\n$/);
  assert.match(command('release'), /^0 記下了1個編號，從此固定：p1-5\n$/);
  tiny.edit('site.yaml', 'name: 傘論', 'name: [傘論');
  const before = tiny.text('points/01.md');
  tiny.edit('points/01.md', ' {#p1-5}', '');
  assert.match(command('ids'), /^1 沒有給編號。內容有\d+個問題：\n.*site\.yaml:\d+ /);
  assert.equal(tiny.text('points/01.md'), before.replace(' {#p1-5}', ''));
});
