import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { checkContent } from '../../src/content/check.ts';
import { idPlaces } from '../../src/content/check-ids.ts';
import { readContent } from '../../src/content/read.ts';
import { stampIds } from '../../src/content/stamp.ts';
import { formatId, parseId, unitNumber } from '../../src/text/ids.ts';
import { copyProject, type Project } from '../support/project.ts';

const POINT = 'content/points/05.md';

/** The text of each paragraph by its id, as a reader who follows an old link would find it. */
function paragraphs({ root }: Project): Map<string, string> {
  return new Map(
    readContent(root).points.flatMap(({ blocks }) =>
      blocks.flatMap(({ id, text }) => (id ? [[id, text.replace(/\s*\{#.*/, '')] as const] : [])),
    ),
  );
}

function stamp({ root }: Project): string[] {
  const { edits, given } = stampIds(readContent(root));
  for (const { file, text } of edits) writeFileSync(join(root, file), text);
  return given;
}

test('an id is read and written without loss, and nothing else passes for one', () => {
  for (const { id } of idPlaces(readContent(process.cwd()))) assert.equal(formatId(parseId(id!)!), id);
  for (const bad of ['', 'p5', 'p5-', 'p05-1', 'p5-01', 'p5-f0', 'P5-1', 'p5-x1', 'p5-1 ', 'p100-1', 'p5-t1', '5-1'])
    assert.equal(parseId(bad), undefined, bad);
});

test('a unit shows the number that its link ends with', () => {
  assert.deepEqual(['p5-3', 'p5-0', 'p10-f2', 'p5-w1', 'p5-t'].map(unitNumber), ['5.3', '5.0', '10.f2', '5.w1', '5']);
});

test('a new paragraph gets the next free number, wherever it stands, and no other id changes', (t) => {
  const project = copyProject(t);
  const before = paragraphs(project);
  project.edit(POINT, '## 論證\n', '## 論證\n\n余紹清、張同的新段落放在最前面。\n');
  assert.deepEqual(stamp(project), ['p5-11']);
  const now = paragraphs(project);
  assert.equal(now.get('p5-11'), '余紹清、張同的新段落放在最前面。');
  for (const [id, text] of before) assert.equal(now.get(id), text, id);
  assert.deepEqual(checkContent(project.root), []);
});

test('reworded and reordered paragraphs keep their ids', (t) => {
  const project = copyProject(t);
  const before = paragraphs(project);
  const path = join(project.root, POINT);
  const [first, second] = [before.get('p5-1')!, before.get('p5-2')!];
  const text = readFileSync(path, 'utf8').replace(`${first} {#p5-1}\n\n${second} {#p5-2}`, `${second} {#p5-2}\n\n${first}改寫。 {#p5-1}`);
  writeFileSync(path, text);
  assert.deepEqual(stamp(project), []);
  const now = paragraphs(project);
  assert.equal(now.get('p5-1'), `${first}改寫。`);
  assert.equal(now.get('p5-2'), second);
  assert.deepEqual(checkContent(project.root), []);
});

test('the number of a deleted paragraph is never given again', (t) => {
  const project = copyProject(t);
  const gone = paragraphs(project).get('p5-10')!;
  project.edit(POINT, `${gone} {#p5-10}`, '一個全新的段落，不是原來的文字。[^10]');
  project.edit('content/ids.yaml', 'retired: []', 'retired: [{ id: p5-10, to: p5-9 }]');
  assert.deepEqual(stamp(project), ['p5-11']);
  assert.deepEqual(checkContent(project.root), []);
});

test('new figures and indicators are stamped too, in block and in flow style', (t) => {
  const project = copyProject(t);
  project.edit(POINT, /\{ id: p5-f3, /, '{ ');
  project.edit(POINT, '  - id: p5-w2\n    when', '  - when');
  project.edit('content/ids.yaml', 'retired: []', 'retired: [{ id: p5-f3, to: p5-f2 }, { id: p5-w2, why: 指標已換 }]');
  assert.deepEqual(stamp(project), ['p5-f4', 'p5-w4']);
  assert.deepEqual(checkContent(project.root), []);
});

test('retired ids may lead on over several steps but never in a circle', (t) => {
  const project = copyProject(t);
  const [third, fourth] = [paragraphs(project).get('p5-3')!, paragraphs(project).get('p5-4')!];
  project.edit(POINT, `${third} {#p5-3}\n\n`, '');
  project.edit(POINT, `${fourth} {#p5-4}\n\n`, '');
  project.edit('content/ids.yaml', 'retired: []', 'retired: [{ id: p5-3, to: p5-4 }, { id: p5-4, to: p5-2 }]');
  assert.deepEqual(checkContent(project.root), []);
  project.edit('content/ids.yaml', 'to: p5-2', 'to: p5-3');
  assert.equal(checkContent(project.root).filter(({ text }) => /which is no unit of the text/.test(text)).length, 2);
});

test('nothing is stamped while a file cannot be read', (t) => {
  const project = copyProject(t);
  project.edit(POINT, ' {#p5-3}', '');
  project.edit('content/points/06.md', 'number: 6', 'number: [6');
  const before = readFileSync(join(project.root, POINT), 'utf8');
  const { ok, output } = project.run('ids');
  assert.equal(ok, false);
  assert.match(output, /06\.md:\d+ is no valid YAML/);
  assert.equal(readFileSync(join(project.root, POINT), 'utf8'), before);
});
