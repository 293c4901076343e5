import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import test, { type TestContext } from 'node:test';
import { parse } from 'yaml';
import { bytesOf } from '../support/imported.ts';
import { sample } from '../support/settings.ts';

const script = resolve('src/import/command.ts');
const text = bytesOf('seven').toString('utf8');

/** Runs the command in a folder of its own that holds `a.txt`. */
function place(test: Pick<TestContext, 'after'>) {
  const cwd = mkdtempSync(join(tmpdir(), 'import-'));
  test.after(() => rmSync(cwd, { recursive: true, force: true }));
  writeFileSync(join(cwd, 'a.txt'), text);
  const run = (args: string[], input: string | Buffer = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--experimental-strip-types', '--no-warnings', script, ...args], {
      cwd,
      input,
      encoding: 'utf8',
      timeout: 30_000,
    });
    return { status, stdout, stderr };
  };
  const everything = (): string[] => readdirSync(cwd, { recursive: true }).map(String).sort();
  return { cwd, run, everything, file: (name: string): string => readFileSync(join(cwd, name), 'utf8') };
}

test('a collection is named after the file, and holds what the text has and nothing else', (test) => {
  const { run, everything, file } = place(test);
  const { status, stdout, stderr } = run(['a.txt']);
  assert.deepEqual([status, stderr], [0, ''], stderr);
  assert.match(stdout, /論點：7則；段落：8段/);
  const points = Array.from({ length: 7 }, (_, index) => `a/points/0${index + 1}.md`);
  assert.deepEqual(everything(), ['a', 'a.txt', 'a/ids.yaml', 'a/import-report.md', 'a/points', ...points, 'a/site.yaml']);
  assert.deepEqual(parse(file('a/site.yaml')), { title: '早市的七個習慣', rights: '版權屬作者所有，轉載須先得作者同意。' });
  assert.deepEqual(parse(file('a/ids.yaml')), { published: {}, retired: [] });
  assert.equal(
    file('a/points/03.md'),
    '---\ntitle: 討價還價其實是聊天\n---\n\n價錢在開口之前多半已經定了。 {#p3-1}\n\n剩下的時間，兩個人在交換天氣、身體與孩子的消息。 {#p3-2}\n',
  );
  assert.match(file('a/import-report.md'), /授權：沒有--rights/);
});

test('title, rights, master and a dateline come into site.yaml, quoted where they have to be', (test) => {
  const { run, file, cwd } = place(test);
  writeFileSync(join(cwd, 's.txt'), bytesOf('simplified'));
  assert.equal(run(['s.txt', '--out', 'deep/er/s', '--master', 'zh-Hans', '--title', '# 河: "边"', '--rights', 'CC BY 4.0']).status, 0);
  assert.deepEqual(parse(file('deep/er/s/site.yaml')), {
    title: '# 河: "边"',
    authors: ['林知夏', '周远山'],
    published: '2024-11-02',
    rights: 'CC BY 4.0',
    master: 'zh-hans',
  });
  assert.equal(file('deep/er/s/lead.md'), '---\n---\n\n这条河从城北流到城南，全长十七公里。我们沿着它走了五个周末。 {#p0-1}\n');
});

test('numbers that are odd stand in the points, and the report tells of them', (test) => {
  const { run, file, everything } = place(test);
  assert.equal(run(['-', '--out', 'b'], '1. 甲\n一段。\n3. 丙\n一段。\n').status, 0);
  assert.deepEqual(
    everything().filter((name) => name.startsWith('b/points/')),
    ['b/points/01.md', 'b/points/03.md'],
  );
  assert.match(file('b/points/03.md'), /^---\nnumber: 3\ntitle: 丙\n---\n\n一段。 \{#p3-1\}\n$/);
  assert.match(file('b/import-report.md'), /原文第3行：編號跳號/);
  assert.match(file('b/site.yaml'), /title: （請補標題）/);
});

test('--dry-run prints the report and writes nothing, from standard input too', (test) => {
  const { run, everything } = place(test);
  const { status, stdout, stderr } = run(['-', '--dry-run'], bytesOf('quirks'));
  assert.deepEqual([status, stderr], [0, '']);
  for (const heading of ['待編輯確認', '論點', '更動', '不放進網站的文字', '收支']) assert.ok(stdout.includes(`## ${heading}\n`), heading);
  assert.match(stdout, /去年春天【, → ，】霧港的七條巷子各/);
  assert.match(stdout, /\| 對不上的字元 \| 0 \|/);
  assert.deepEqual(everything(), ['a.txt']);
});

/** What cannot be imported: the arguments, the input, the status, and what is said. */
const bad: [name: string, args: string[], input: string | Buffer, status: number, says: RegExp][] = [
  ['an empty file', ['-', '--out', 'x'], '', 1, /^檔案是空的.*。\n$/],
  ['no numbered points', ['-', '--out', 'x'], '一段話。\n又一段話。\n', 1, /^找不到編號的論點.*。\n$/],
  ['a binary file', ['-', '--out', 'x'], Buffer.from([1, 0, 2, 0, 255]), 1, /^這不是純文字檔.*。\n$/],
  ['an unknown encoding', ['-', '--out', 'x'], Buffer.from('1. \xfcber\n\xe4\xf6\xfc', 'latin1'), 1, /^認不出檔案的編碼.*。\n$/],
  ['a file that is not there', ['none.txt'], '', 1, /none\.txt：沒有這個檔案.*。\n$/],
  ['a folder', ['.', '--out', 'x'], '', 1, /資料夾，不是檔案.*。\n$/],
  ['a target below a file', ['a.txt', '--out', 'a.txt/x'], '', 1, /不是資料夾.*。\n$/],
  ['a target that is a file', ['a.txt', '--out', 'a.txt', '--force'], '', 1, /不是資料夾.*。\n$/],
  ['a target where no one may write', ['a.txt', '--out', '/proc/none/x'], '', 1, /^\/proc.*。\n$/],
  ['no file', [], '', 2, /^請給一個檔案/],
  ['two files', ['a.txt', 'b.txt'], '', 2, /^請給一個檔案/],
  ['standard input without a target', ['-'], text, 2, /--out/],
  ['an unknown script', ['a.txt', '--from', 'ja'], '', 2, /--from只有/],
  ['an unknown option', ['a.txt', '--frob'], '', 2, /^沒有--frob這個選項：\n/],
];
for (const [name, args, input, status, says] of sample(bad, 5))
  test(`${name} ends the import with ${status} and a sentence, and leaves nothing behind`, (test) => {
    const { run, everything } = place(test);
    const ended = run(args, input);
    assert.equal(ended.status, status, ended.stderr);
    assert.match(ended.stderr, says);
    assert.equal(ended.stdout, '');
    assert.deepEqual(everything(), ['a.txt']);
  });

test('what is there stays, without --force as with it where it is no collection or holds the text', (test) => {
  const { cwd, run, everything, file } = place(test);
  mkdirSync(join(cwd, 'a'));
  writeFileSync(join(cwd, 'a/letters.txt'), 'dear');
  for (const args of [['a.txt'], ['a.txt', '--force'], ['a.txt', '--out', '.', '--force']]) {
    const { status, stderr } = run(args);
    assert.equal(status, 1);
    assert.match(stderr, /^.+。\n$/);
    assert.deepEqual(everything(), ['a', 'a.txt', 'a/letters.txt']);
  }
  assert.equal(run(['a.txt', '--out', 'b']).status, 0);
  copyFileSync(join(cwd, 'a.txt'), join(cwd, 'b/a.txt'));
  assert.match(run(['b/a.txt', '--out', 'b', '--force']).stderr, /會失去原文/);
  assert.equal(file('b/a.txt'), text);
});

test('--force puts a new collection in the place of one without published ids, and leaves nothing beside it', (test) => {
  const { cwd, run, everything, file } = place(test);
  assert.equal(run(['a.txt']).status, 0);
  const before = everything();
  assert.equal(run(['a.txt']).status, 1);
  assert.equal(run(['-', '--out', 'a', '--force'], '1. 新的\n一段。\n').status, 0);
  assert.match(file('a/points/01.md'), /新的/);
  assert.ok(!existsSync(join(cwd, 'a/points/02.md')));
  assert.equal(run(['a.txt', '--force']).status, 0);
  assert.deepEqual(everything(), before);
  symlinkSync('a', join(cwd, 'link'));
  assert.equal(run(['-', '--out', 'link', '--force'], '1. 新的\n一段。\n').status, 0);
  assert.match(file('a/points/01.md'), /新的/);
});

test('--force never touches published ids, nor a ledger that cannot be read', (test) => {
  const { cwd, run, file } = place(test);
  assert.equal(run(['a.txt']).status, 0);
  const ledgers: [string, RegExp][] = [
    ['published:\n  p1: 1=0a1b2c3d 2=0a1b2c3e\nretired: []\n', /有2個發布過的id/],
    ['published: {}\nretired:\n  - { id: p1-1, why: 刪了 }\n', /有1個發布過的id/],
    ['published: {', /讀不出來/],
  ];
  for (const [ledger, says] of ledgers) {
    writeFileSync(join(cwd, 'a/ids.yaml'), ledger);
    const { status, stderr } = run(['-', '--out', 'a', '--force'], '1. 新的\n一段。\n');
    assert.equal(status, 1);
    assert.match(stderr, says);
    assert.match(file('a/points/01.md'), /早起的人/);
    assert.equal(file('a/ids.yaml'), ledger);
  }
});
