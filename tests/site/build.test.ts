import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { siteUrl } from '../../src/build/site-url.ts';
import { forms } from '../../src/text/forms.ts';
import type { SearchFile } from '../../src/search/match/search-file.ts';
import { dist, full } from '../support/site.ts';
import { copyProject } from '../support/project.ts';

const files = (folder: string): string[] =>
  globSync('**/*', { cwd: folder })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
const digests = (folder: string): string[] =>
  files(folder).map(
    (name) =>
      `${name} ${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}`,
  );

test('two builds of the same content give the same bytes', { skip: !full && 'in the full run' }, (t) => {
  const project = copyProject(t);
  const { ok, output } = project.run('build', { SITE_URL: 'http://localhost:4321/' });
  assert.ok(ok, output);
  const [again, before] = [digests(join(project.root, 'dist')), digests(dist)];
  assert.deepEqual(
    again.filter((line) => !before.includes(line)),
    [],
  );
  assert.equal(again.length, before.length);
});

test('the search index holds only what a browser asks for', () => {
  const asked = ['pagefind.js', 'pagefind-entry.json', 'wasm.unknown.pagefind'];
  const parts = files(join(dist, 'pagefind')).filter((name) => !asked.includes(name));
  for (const { id, lang } of forms) {
    const { points } = JSON.parse(readFileSync(join(dist, `search/${id}.json`), 'utf8')) as Required<SearchFile>;
    const ours = parts.filter((name) => name.startsWith(`pagefind.${lang.toLowerCase()}_`) || name.includes(`/${lang.toLowerCase()}_`));
    const fragments = ours.filter((name) => name.startsWith('fragment/'));
    assert.deepEqual(
      fragments,
      Object.keys(points)
        .map((name) => `fragment/${name}.pf_fragment`)
        .sort(),
    );
    assert.equal(ours.filter((name) => name.endsWith('.pf_meta')).length, 1, id);
    assert.ok(
      ours.some((name) => name.endsWith('.pf_index')),
      id,
    );
  }
  assert.deepEqual(
    parts.filter((name) => !/\.pf_(meta|index|fragment)$/.test(name)),
    [],
  );
});

test('bad content stops the build, lists everything and leaves the previous site as it was', (t) => {
  const project = copyProject(t);
  cpSync(dist, join(project.root, 'dist'), { recursive: true });
  const before = digests(join(project.root, 'dist'));
  project.edit('content/points/05.md', 'source: S93 }', 'source: S999 }');
  project.edit('content/points/08.md', /^gist: .*\n/m, '');
  const { ok, output } = project.run('build');
  assert.equal(ok, false);
  assert.match(output, /content\/points\/05\.md:\d+ .*S999/);
  assert.match(output, /content\/points\/08\.md:\d+ gist: is missing/);
  assert.deepEqual(digests(join(project.root, 'dist')), before);
});

test('a character that the display font lacks stops the build and is named', (t) => {
  const project = copyProject(t);
  project.edit('content/points/05.md', /^title: .*/m, 'title: 大模型之爭正收斂成三家𪚥');
  const { ok, output } = project.run('build');
  assert.equal(ok, false);
  assert.match(output, /𪚥/);
  assert.ok(!existsSync(join(project.root, 'dist')));
});

test('a wrong SITE_URL is refused with an example', () => {
  for (const bad of [
    'example.org',
    'https://example.org/base',
    'ftp://example.org/',
    'https://example.org/?a=b',
    'https://example.org/#x',
    '',
  ]) {
    assert.throws(() => siteUrl(bad), /SITE_URL=https:\/\/example\.org\//, bad);
  }
  assert.equal(siteUrl('https://example.org/base/').pathname, '/base/');
});
