import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { simplifiedIn, traditionalIn } from '../../src/content/simplified.ts';
import { copyContent, everyField, type ContentCopy } from '../support/content.ts';

/** What the check says of a copy of the article after edits. */
function problemsAfter(test: TestContext, edit: (copy: ContentCopy) => void): string[] {
  const copy = copyContent(test);
  edit(copy);
  return copy.told();
}

const textOf = (file: string): string => readFileSync(join(everyField, file), 'utf8');
const lineOf = (file: string, text: string): number => textOf(file).split(text)[0]!.split('\n').length;
const point = 'points/05.md';
const house = 'dictionary.yaml';
const withRow = (test: TestContext, row: string): string[] => problemsAfter(test, ({ edit }) => edit(house, /$/, `  - ${row}\n`));
const end = textOf(house).split('\n').length;
const rowCount = textOf(house).match(/^ {2}- \{/gm)!.length;

test('an editor is told of every lone quotation mark and passage mark at once, with file and line', (t) => {
  const found = problemsAfter(t, ({ edit }) => {
    edit(point, /^gist: .*$/m, 'gist: 還傘的人「不怕罰。');
    edit(point, /^## 論證\n\n/m, '## 論證\n\n兩行的一段，\n第二行的』和-{沒有另一半。 {#p5-99}\n\n');
    edit('site.yaml', /^deck: .*$/m, 'deck: 甲-{}-乙-{丙;zh-tw:丁}-');
  });
  const body = lineOf(point, '## 論證');
  for (const problem of [
    `${point}:${lineOf(point, 'gist:')} 「有頭無尾，請補上另一半`,
    `${point}:${body + 3} 』有尾無頭，請補上另一半`,
    `${point}:${body + 3} -{缺了另一半，或裡面又有一組，請寫成-{文字}-`,
    `site.yaml:${lineOf('site.yaml', 'deck:')} -{}-是空的，請寫成-{文字}-`,
    `site.yaml:${lineOf('site.yaml', 'deck:')} -{丙;zh-tw:丁}-裡的「zh-tw:丁」沒有說出哪種字體怎麼寫，請寫zh-hans:…`,
  ])
    assert.ok(found.includes(problem), `${problem}\nis not in\n${found.join('\n')}`);
});

test('an editor of a Simplified master is told of its Traditional characters, with file, line and remedy, and of none that are Simplified too', (t) => {
  const copy = copyContent(t, 'tests/fixtures/articles/simplified');
  copy.edit('points/02.md', /^title: .*$/m, 'title: 對于著名的乾坤，於是什麼都寫了后，周里台');
  const { status, stderr } = spawnSync('node', ['--experimental-strip-types', '--no-warnings', 'src/content/commands/release.ts'], {
    env: { ...process.env, CONTENT: copy.folder },
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /points\/02\.md:2 對於麼寫是繁體字，請寫簡體；本來就要寫它，用-\{對\}-\n/);
});

test('no character is of one script alone in both', () => {
  const all = Array.from({ length: 0x51a6 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
  const [hans, hant] = [simplifiedIn(all), traditionalIn(all)];
  assert.deepEqual(
    hans.filter((character) => hant.includes(character)),
    [],
  );
  assert.ok(hans.length > 2000 && hant.length > 2000, `${hans.length} and ${hant.length}`);
  for (const character of '着后里台周面干谷松余复乾著藉瞭徵夥') assert.ok(!hant.includes(character), character);
  for (const character of '個們這說國學後裡於麼徹') assert.ok(hant.includes(character), character);
});

test('an editor is told of half a character', (t) => {
  const found = problemsAfter(t, ({ edit }) => edit('site.yaml', /^kicker: .*$/m, 'kicker: "雨季\\uD800之前"'));
  assert.equal(found.at(-1), `site.yaml:${lineOf('site.yaml', 'kicker:')} 有一個壞掉的字元（半個字，或U+FFFD），請重新輸入`);
});

test('an editor is told of dictionary rows that are empty, unknown, doubled, contradicting or idle', (t) => {
  const rows = (row: string): string[] => withRow(t, row);
  assert.deepEqual(rows('{ master: "", form: 甲, why: 空 }'), [`${house}:${end} zh-hans.${rowCount}.master：是空的，請寫上`]);
  assert.deepEqual(rows('{ master: 甲, form: 乙 }'), [`${house}:${end} zh-hans.${rowCount}.why：沒有寫，請補上`]);
  assert.match(rows('{ master: 甲, form: 乙, why: 丙, way: out }').join(), /沒有way這個欄位/);
  assert.match(problemsAfter(t, ({ edit }) => edit(house, /$/, '\nzh-xx: []\n')).join(), /dictionary\.yaml:\d+ 沒有zh-xx這個欄位/);
  const twin = lineOf(house, 'master: 雨篷');
  const clash = (row: string): string[] => {
    const [, master, form] = /master: (.*), form: (.*), why/.exec(row)!;
    return [`${house}:${end} 「${master}・${form}」和第${twin}行衝突，請只留一列，或寫明\`only: out\`或\`only: back\``];
  };
  for (const row of [
    '{ master: 雨篷, form: 遮雨棚, why: 丙 }',
    '{ master: 遮雨篷, form: 雨棚, why: 丙 }',
    '{ master: 雨篷, form: 雨棚, why: 丙 }',
  ])
    assert.deepEqual(rows(row), clash(row));
  assert.deepEqual(rows('{ master: 模型, form: 模型, why: 丙 }'), [
    `${house}:${end} 「模型・模型」什麼也沒改，少了它轉換出來也一樣，請刪掉這一列`,
  ]);
  assert.deepEqual(rows('{ master: 網誌, form: 网络日志, only: out, why: 丙 }'), []);
  assert.deepEqual(rows('{ master: 聞著, form: 闻着, part: true, why: 丙 }'), [], 'alone it changes nothing, before 名 it keeps 著名 away');
  assert.deepEqual(rows('{ master: 部落格, form: 博客, why: 丙 }'), [
    `${house}:${end} 「部落格・博客」什麼也沒改，少了它轉換出來也一樣，請刪掉這一列`,
  ]);
});
