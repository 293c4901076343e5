import assert from 'node:assert/strict';
import test from 'node:test';
import { unitsIn } from '../../src/content/body.ts';
import { contentFrom, entriesOf } from '../../src/content/content.ts';
import { writeEdits } from '../../src/content/edits.ts';
import { idPlaces } from '../../src/content/id-places.ts';
import { readContent, readFiles } from '../../src/content/read.ts';
import { stampIds } from '../../src/content/stamp.ts';
import { textOf } from '../../src/text/inline.ts';
import { formatId, parseId, unitNumber } from '../../src/text/ids.ts';
import { everyField } from '../support/content.ts';
import { tinyArticle, type Tiny } from '../support/tiny.ts';

const POINT = 'points/01.md';
const NEW = '\n\n這是新寫的一段。';

/** The text of each paragraph by its id, as a reader who follows an old link would find it. */
const paragraphs = ({ folder }: Tiny): Map<string, string> =>
  new Map(readFiles(folder).points.flatMap(({ sections }) => unitsIn(sections).map(({ id = '', content }) => [id, textOf(content)])));

function stamp({ folder }: Tiny): string[] {
  const { edits, given } = stampIds(readFiles(folder));
  writeEdits(edits);
  return given;
}

test('an id is read and written without loss, and nothing else passes for one', () => {
  for (const { id = '' } of idPlaces(readFiles(everyField))) {
    const read = parseId(id);
    assert.equal(read && formatId(read), id);
  }
  for (const bad of ['', 'p5', 'p5-', 'p05-1', 'p5-01', 'p5-f0', 'P5-1', 'p5-x1', 'p5-1 ', 'p1000-1', 'p5-t1', '5-1'])
    assert.equal(parseId(bad), undefined, bad);
});

test('a unit shows the number that its link ends with', () => {
  assert.deepEqual(['p5-3', 'p5-0', 'p10-f2', 'p5-w1', 'p5-t'].map(unitNumber), ['5.3', '5.0', '10.f2', '5.w1', '5']);
});

test('a new paragraph gets the next free number, wherever it stands, and no other id changes', (t) => {
  const tiny = tinyArticle(t);
  const before = paragraphs(tiny);
  tiny.edit(POINT, '## 論證', `## 論證${NEW}`);
  assert.match(tiny.problems().join('\n'), /^points\/01\.md:25 這個段落還沒有編號，請執行`npm run ids`$/);
  assert.deepEqual(stamp(tiny), ['p1-5']);
  const now = paragraphs(tiny);
  assert.equal(now.get('p1-5'), NEW.trim());
  for (const [id, text] of before) assert.equal(now.get(id), text, id);
  assert.deepEqual(tiny.problems(), []);
});

test('while editing, a new unit shows under the number that it will get', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit(POINT, '## 論證', `## 論證${NEW}`);
  tiny.edit(POINT, 'figures:\n', 'figures:\n  - { value: "9", unit: 把, label: 新的傘, date: 2025-03, source: p1-r1, sign: both }\n');
  const { problems, ...files } = readContent(tiny.folder, true);
  assert.deepEqual(problems, []);
  const { points } = contentFrom(entriesOf({ ...files, problems }));
  assert.deepEqual(
    points[0]?.figures.map(({ id }) => id),
    ['p1-f2', 'p1-f1'],
  );
  assert.ok(unitsIn(points[0]?.sections ?? []).some(({ id, content }) => id === 'p1-5' && textOf(content) === NEW.trim()));
  assert.match(tiny.text(POINT), /這是新寫的一段。\n/, 'nothing is written');
  assert.deepEqual(stamp(tiny), ['p1-f2', 'p1-5']);
});

test('a paragraph that is marked and has no id yet gets one within its mark', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit(POINT, '把。[^1] {#p1-3}', '把。[^1] {#p1-3}\n\n後來多借了5把。[^1] {.after}');
  assert.deepEqual(stamp(tiny), ['p1-5']);
  assert.match(tiny.text(POINT), /後來多借了5把。\[\^1\] \{#p1-5 \.after\}\n/);
  assert.deepEqual(tiny.problems(), []);
});

test('new figures and indicators are stamped too, in block and in flow style', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit(POINT, /\{ id: p1-f1, value: "10"/, '{ value: "12"');
  tiny.edit(POINT, '  - id: p1-w1\n    when: 2099-H1', '  - when: 2099-H2');
  tiny.retire({ id: 'p1-f1', to: 'p1-3' }, { id: 'p1-w1', why: '指標已換' });
  assert.deepEqual(stamp(tiny), ['p1-f2', 'p1-w2']);
  assert.match(tiny.text(POINT), /- \{ id: p1-f2, value: "12"[^]*- id: p1-w2\n {4}when: 2099-H2/);
  assert.deepEqual(tiny.problems(), []);
});

test('what was stamped but never released may go, and its number be given again', (t) => {
  const tiny = tinyArticle(t);
  for (const text of [NEW, '\n\n這一段後來沒有用上。', '\n\n這一段用上了。']) {
    tiny.edit(POINT, '## 論證', `## 論證${text}`);
    assert.deepEqual(stamp(tiny), ['p1-5']);
    assert.deepEqual(tiny.problems(), []);
    tiny.edit(POINT, `${text} {#p1-5}`, '');
    assert.deepEqual(tiny.problems(), []);
  }
});

test('the number of a released paragraph is never given again', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit(POINT, /第1站的傘也要有人還。 \{#p1-2\}/, '一個全新的段落，不是原來的文字。');
  tiny.edit(POINT, / \{#p1-4\}/, '');
  tiny.retire({ id: 'p1-2', to: 'p1-1' });
  assert.deepEqual(stamp(tiny), ['p1-5', 'p1-6'], 'p1-4 and p1-2 stand in the ledger');
  assert.ok(tiny.problems().some((problem) => /p1-6所在的文字當初是以p1-4發布的/.test(problem)));
});

test('every unit of a released article has its id', (t) => {
  assert.deepEqual(stamp(tinyArticle(t)), []);
});
