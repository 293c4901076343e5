import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { checkContent } from '../../src/content/check.ts';
import { copyProject } from '../support/project.ts';

const POINT = 'content/points/05.md';

/** What an editor does wrong, in which file it is told, at which text of that file, and what the message says. */
const faults: [name: string, file: string, from: string | RegExp, to: string, at: string, message: RegExp][] = [
  ['an unknown field', POINT, 'group: contest', 'group: contest\ncolour: red', 'colour: red', /unknown field colour/],
  ['a missing field', POINT, /^gist: .*\n/m, '', '---', /gist: is missing: add it/],
  ['a title that is too long', POINT, /^title: .*/m, `title: ${'長'.repeat(21)}`, 'title:', /title: has 21 characters, 8 to 20/],
  ['a relation to a point that does not exist', POINT, 'to: 9,', 'to: 19,', 'to: 19', /there is no point 19/],
  ['a relation to itself', POINT, 'to: 9,', 'to: 5,', 'to: 5', /no relation to itself/],
  ['a relation written twice', POINT, 'to: 9,', 'to: 7,', 'to: 7, kind: 推論, why: 入口', /stands in .* already/],
  ['an unknown kind of relation', POINT, 'kind: 推論', 'kind: 因果', 'kind: 因果', /no kind of relation/],
  ['a source that is not in the list', POINT, 'source: S93 }', 'source: S999 }', 'S999', /there is no source S999/],
  ['a citation without a source', POINT, '[^1]', '[^77]', '[^77]', /p5-r77, which the front matter does not list/],
  ['a source that nothing cites', POINT, '[^1]', '', 'p5-r1,', /nothing cites p5-r1/],
  ['a figure without a date', POINT, 'date: 2025-H1, ', '', 'p5-f1', /figures\.0\.date: is missing/],
  ['a date that is none', POINT, 'date: 2025-H1', 'date: 2025-13', '2025-13', /is no date/],
  ['an indicator that has passed', POINT, 'when: 2027-Q1', 'when: 2026-03', 'when: 2026-03', /has passed/],
  ['a change before the publication', POINT, 'updated: 2026-11-24', 'updated: 2026-01-01', 'updated:', /is before published/],
  ['an unknown group', POINT, 'group: contest', 'group: nobody', 'group: nobody', /there is no group nobody/],
  ['a doubled number', POINT, 'number: 5', 'number: 6', 'content/points/06.md', /6 stands in/],
  ['a missing number', POINT, 'number: 5', 'number: 12', 'content/points', /point 5 is missing/],
  ['a number that no point may have', POINT, 'number: 5', 'number: 0', 'number: 0', /no number of a point/],
  ['a text where a list should be', POINT, /^relations:\n(  .*\n)+/m, 'relations: none\n', 'relations: none', /relations: is no array/],
  ['a day that the calendar lacks', POINT, 'updated: 2026-11-24', 'updated: 2026-11-31', 'updated:', /is no day/],
  ['a figure of a day that the calendar lacks', POINT, 'date: 2025-H1', 'date: 2026-02-31', '2026-02-31', /is no date/],
  ['a section that is gone', POINT, '## 反方', '', '## 論證', /the headings are/],
  ['a block that cannot be shown', POINT, '## 反方', '## 反方\n\n- 一\n- 二\n', '- 一', /a list cannot be shown/],
  ['a paragraph without an id', POINT, ' {#p5-3}', '', '三家集團的壁壘', /this paragraph has no id: run `npm run ids`/],
  ['an id without its sign', POINT, '{#p5-3}', '{p5-3}', '{p5-3}', /“\{p5” would be shown/],
  ['a citation outside of a paragraph', POINT, /^gist: .*/m, 'gist: 三家各憑生態築牆[^1]', 'gist:', /“\[\^” would be shown/],
  ['a malformed id', POINT, '{#p5-3}', '{#p5-03}', '{#p5-03}', /p5-03 is no paragraph id/],
  ['a doubled id', POINT, '{#p5-3}', '{#p5-2}', '{#p5-2}\n\n兩位作者沒有', /p5-2 stands in line/],
  ['an id of another point', POINT, '{#p5-3}', '{#p6-3}', '{#p6-3}', /belongs to point 6/],
  ['an id that was never given', POINT, '{#p5-3}', '{#p5-99}', '{#p5-99}', /p5-99 was never given/],
  ['an id that is gone without a word', POINT, '{#p5-3}', '{#p5-99}', 'content/ids.yaml', /p5-3 was published and is gone/],
  [
    'a retired id used again',
    'content/ids.yaml',
    'retired: []',
    'retired: [{ id: p5-3, to: p5-4 }]',
    POINT,
    /p5-3 is retired and may not be used again/,
  ],
  ['a typed space between Han and Latin', POINT, '千問App在2月6日', '千問 App在2月6日', '千問 App', /typed space/],
  ['a typed space in a list', 'content/site.yaml', '之後，余紹清', '之後，AGI 余紹清', 'deck:', /typed space/],
  ['a typed space on the page about the site', 'content/about.md', '從AGI-Next峰會', '從AGI-Next 峰會', 'AGI-Next 峰會', /typed space/],
  ['a lone quotation mark on the page about the site', 'content/about.md', '「十論」逐點', '「十論逐點', '「十論逐點', /「/],
  ['a page about the site without text', 'content/about.md', /[^]+/, '', '', /is empty/],
  ['a field that the page about the site lacks', 'content/about.md', '---\n---', '---\ntitle: 關於\n---', '---', /has fields/],
  ['a heading in the lead', 'content/lead.md', /\{#p0-1\}\n/, '{#p0-1}\n\n## 背景\n', '## 背景', /the lead has no sections/],
  [
    'a change of the lead before its publication',
    'content/lead.md',
    /^updated: .*/m,
    'updated: 2026-01-01',
    'updated:',
    /is before published/,
  ],
  [
    'a source that retires into another',
    'content/ids.yaml',
    'retired: []',
    'retired: [{ id: p5-r10, to: p5-r9 }]',
    'retired:',
    /p5-r9, which is no unit/,
  ],
  [
    'a person who stands twice',
    'content/people.yaml',
    '- id: t-lin-junyang',
    '- id: t-yao-shunyu',
    '- id: t-yao-shunyu\n  kind: person\n  name: 林',
    /stands in line/,
  ],
  [
    'a group that stands twice',
    'content/site.yaml',
    '{ id: contest,',
    '{ id: stakes,',
    '{ id: stakes, name: 對局',
    /stakes stands in line/,
  ],
  ['broken YAML', POINT, 'group: contest', 'group: [contest', 'published:', /no valid YAML/],
  ['no front matter', POINT, /^---\n/, '', 'number: 5', /no front matter/],
  [
    'a bad address',
    'content/sources.yaml',
    'https://www.worldjournal.com',
    'www.worldjournal.com',
    'www.worldjournal.com',
    /no web address/,
  ],
  [
    'a person with a source that does not exist',
    'content/people.yaml',
    '[S20, S01]',
    '[S20, S999]',
    '[S20, S999]',
    /there is no source S999/,
  ],
];

for (const [name, file, from, to, at, message] of faults) {
  test(`${name} is named with file, line and how to mend it`, (t) => {
    const project = copyProject(t);
    project.edit(file, from, to);
    const problems = checkContent(project.root);
    const told = problems.find((problem) => message.test(problem.text));
    assert.ok(told, `${name}: ${JSON.stringify(problems, null, 1)}`);
    if (at.startsWith('content/')) assert.ok(told.file.startsWith(at), `${told.file} is not ${at}`);
    else {
      assert.equal(told.file, file);
      const lines = readFileSync(join(project.root, file), 'utf8')
        .split('\n')
        .slice(told.line - 1);
      assert.ok(
        lines
          .join('\n')
          .slice(0, lines[0]!.length + at.length)
          .includes(at),
        `line ${told.line} is “${lines[0]}”, not “${at}”`,
      );
    }
    const withoutField = told.text.replace(/^[\w.]+: /, '');
    assert.match(withoutField, /: |allowed/, 'says how to mend it');
  });
}

test('the line that is named is the line of the fault', (t) => {
  const project = copyProject(t);
  project.edit(POINT, 'to: 9,', 'to: 19,');
  project.edit(POINT, '{#p5-8}', '{#p5-08}');
  const text = readFileSync(join(project.root, POINT), 'utf8').split('\n');
  for (const fault of ['to: 19,', '{#p5-08}']) {
    const line = text.findIndex((row) => row.includes(fault)) + 1;
    assert.ok(
      checkContent(project.root).some((problem) => problem.file === POINT && problem.line === line),
      `${fault} stands in line ${line}`,
    );
  }
});

test('everything wrong is told at once, over all files', (t) => {
  const project = copyProject(t);
  project.edit('content/points/01.md', /^gist: .*\n/m, '');
  project.edit('content/points/07.md', 'number: 7', 'number: seven');
  project.edit('content/site.yaml', /^contact: .*/m, 'contact: nowhere');
  writeFileSync(join(project.root, 'content/points/03.md'), '');
  rmSync(join(project.root, 'content/lead.md'));
  const files = new Set(checkContent(project.root).map(({ file }) => file));
  for (const file of ['content/points/01.md', 'content/points/07.md', 'content/site.yaml', 'content/points/03.md', 'content/lead.md'])
    assert.ok(files.has(file), file);
});

test('a file that is not UTF-8 is named', (t) => {
  const project = copyProject(t);
  writeFileSync(join(project.root, POINT), Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]));
  assert.ok(checkContent(project.root).some(({ file, text }) => file === POINT && /not UTF-8/.test(text)));
});

test('the content as it stands has nothing wrong', () => {
  assert.deepEqual(checkContent(process.cwd()), []);
});
