import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import { checkContent } from '../../src/content/check.ts';
import { copyProject, type Project } from '../support/project.ts';

const told = (root: string): string[] => checkContent(root).map(({ file, line, text }) => `${file}:${line} ${text}`);
const asItIs = told(process.cwd());

/** What the check says of a copy of the project after edits, beyond what it says of the project as it is. */
function problemsAfter(test: TestContext, edit: (project: Project) => void): string[] {
  const project = copyProject(test);
  edit(project);
  return told(project.root).filter((problem) => !asItIs.includes(problem));
}

const lineOf = (file: string, text: string): number => readFileSync(file, 'utf8').split(text)[0]!.split('\n').length;
const point = 'content/points/05.md';
const house = 'content/dictionary.yaml';
const withRow = (test: TestContext, row: string): string[] => problemsAfter(test, ({ edit }) => edit(house, /$/, `  - ${row}\n`));
const end = readFileSync(house, 'utf8').split('\n').length;

test('an editor is told of every lone quotation mark and passage mark at once, with file and line', (t) => {
  const found = problemsAfter(t, ({ edit }) => {
    edit(point, /^gist: .*$/m, 'gist: 應用層「決定勝負。');
    edit(point, /^## 論證\n\n/m, '## 論證\n\n兩行的一段，\n第二行的』和-{沒有另一半。 {#p5-99}\n\n');
    edit('content/site.yaml', /^deck: .*$/m, 'deck: 甲-{}-乙-{丙;zh-tw:丁}-');
  });
  const body = lineOf(point, '## 論證');
  for (const problem of [
    `${point}:${lineOf(point, 'gist:')} 「 is never closed: write its other half`,
    `${point}:${body + 3} 』 is never opened: write its other half`,
    `${point}:${body + 3} -{ has no other half, or another passage within: write -{text}-`,
    `content/site.yaml:${lineOf('content/site.yaml', 'deck:')} -{}- is empty: write -{text}-`,
    `content/site.yaml:${lineOf('content/site.yaml', 'deck:')} -{丙;zh-tw:丁}-: “zh-tw:丁” gives no wording: write zh-hans:…`,
  ])
    assert.ok(found.includes(problem), `${problem}\nis not in\n${found.join('\n')}`);
});

test('an editor is told of half a character', (t) => {
  const found = problemsAfter(t, ({ edit }) => edit('content/site.yaml', /^kicker: .*$/m, 'kicker: "會後\\uD800分析"'));
  assert.deepEqual(found, [
    `content/site.yaml:${lineOf('content/site.yaml', 'kicker:')} holds a broken character (half of one, or U+FFFD): type it again`,
  ]);
});

test('an editor is told of dictionary rows that are empty, unknown, doubled, contradicting or idle', (t) => {
  const rows = (row: string): string[] => withRow(t, row);
  assert.deepEqual(rows('{ master: "", form: 甲, why: 空 }'), [`${house}:${end} zh-hans.${rowCount()}.master: is empty: write it`]);
  assert.deepEqual(rows('{ master: 甲, form: 乙 }'), [`${house}:${end} zh-hans.${rowCount()}.why: is missing: add it`]);
  assert.match(rows('{ master: 甲, form: 乙, why: 丙, way: out }').join(), /unknown field way/);
  assert.match(problemsAfter(t, ({ edit }) => edit(house, /$/, '\nzh-xx: []\n')).join(), /dictionary\.yaml:\d+ unknown field zh-xx/);
  const twin = lineOf(house, 'master: 昇騰');
  const clash = 'keep one row, or say `only: out` or `only: back`';
  assert.deepEqual(rows('{ master: 昇騰, form: 升腾, why: 丙 }'), [`${house}:${end} 昇騰・升腾 contradicts line ${twin}: ${clash}`]);
  assert.deepEqual(rows('{ master: 升騰, form: 昇腾, why: 丙 }'), [`${house}:${end} 升騰・昇腾 contradicts line ${twin}: ${clash}`]);
  assert.deepEqual(rows('{ master: 昇騰, form: 昇腾, why: 丙 }'), [`${house}:${end} 昇騰・昇腾 contradicts line ${twin}: ${clash}`]);
  assert.deepEqual(rows('{ master: 模型, form: 模型, why: 丙 }'), [
    `${house}:${end} 模型・模型 changes nothing, the text comes out so without it: remove the row`,
  ]);
  assert.deepEqual(rows('{ master: 升騰, form: 昇腾, only: out, why: 丙 }'), []);
  assert.deepEqual(rows('{ master: 聞著, form: 闻着, why: 丙 }'), [], 'alone it changes nothing, before 名 it keeps 著名 away');
});

function rowCount(): number {
  return readFileSync(house, 'utf8').match(/^ {2}- \{/gm)!.length;
}
