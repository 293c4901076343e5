import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { siteUrl } from '../../src/build/site-url.ts';
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
  assert.deepEqual(digests(join(project.root, 'dist')), digests(dist));
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
