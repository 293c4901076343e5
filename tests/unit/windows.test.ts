import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';
import { writeEdits } from '../../src/content/edits.ts';
import { contentFolder } from '../../src/content/folder.ts';
import { numbered } from '../../src/content/numbered.ts';
import { stampIds } from '../../src/content/stamp.ts';
import { tinyArticle, type Tiny } from '../support/tiny.ts';

/** What editors on Windows save: every line ends with CR LF, and the file may begin with a mark of UTF-8. */
function saveAsOnWindows({ folder }: Tiny, mark = ''): void {
  for (const name of globSync('**/*.{md,yaml}', { cwd: folder })) {
    const file = join(folder, name);
    writeFileSync(file, mark + readFileSync(file, 'utf8').replace(/\r?\n/g, '\r\n'));
  }
}

/** What an article says, without where in its files it says so. */
function saidBy(tiny: Tiny): unknown {
  const said = numbered(tiny.reading()).map(({ file, ...values }) => values);
  return JSON.parse(JSON.stringify(said, (key, value) => (['line', 'end', 'position', 'start'].includes(key) ? undefined : value)));
}

for (const mark of ['', '\uFEFF'])
  test(`an article saved on Windows${mark && ', with a mark,'} reads as it did, without a problem`, (t) => {
    const tiny = tinyArticle(t);
    const before = saidBy(tiny);
    saveAsOnWindows(tiny, mark);
    assert.deepEqual(tiny.problems(), []);
    assert.deepEqual(saidBy(tiny), before);
  });

test('ids are given within the lines of a file from Windows, and its line ends stay', (t) => {
  const tiny = tinyArticle(t);
  tiny.edit('points/02.md', '\n## 反方', '\n新寫的一段，還沒有編號。\n\n## 反方');
  saveAsOnWindows(tiny);
  const { edits, given } = stampIds(tiny.reading());
  writeEdits(edits);
  assert.deepEqual(given, ['p2-5']);
  const text = tiny.text('points/02.md');
  assert.ok(text.includes('新寫的一段，還沒有編號。 {#p2-5}\r\n'), text);
  assert.doesNotMatch(text, /[^\r]\n/);
});

test('a content folder is found under the name that Windows gives it', (t) => {
  const { folder } = tinyArticle(t);
  const before = process.env.CONTENT;
  t.after(() => {
    if (before === undefined) delete process.env.CONTENT;
    else process.env.CONTENT = before;
  });
  for (const name of [folder, relative('', folder)])
    for (const asked of [name, name.replaceAll('/', '\\'), `${name} `, `.\\${relative('', folder).replaceAll('/', '\\')}`]) {
      process.env.CONTENT = asked;
      assert.equal(contentFolder(), folder, asked);
    }
  process.env.CONTENT = '';
  assert.match(contentFolder(), /[\\/]content$/);
});
