import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { load } from 'cheerio';
import { siteUrl } from '../../src/build/site-url.ts';
import { dist, full, pages } from '../support/site.ts';
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

test('below a base path every link stays below it, and absolute addresses name the host', (t) => {
  const project = copyProject(t);
  const { ok, output } = project.run('build', { SITE_URL: 'https://example.org/base/' });
  assert.ok(ok, output);
  const built = files(join(project.root, 'dist'));
  for (const name of built.filter((file) => file.endsWith('.html'))) {
    const $ = load(readFileSync(join(project.root, 'dist', name), 'utf8'));
    for (const node of $('[href], [src], form[action]').toArray()) {
      const address = $(node).attr('href') ?? $(node).attr('src') ?? $(node).attr('action') ?? '';
      const url = new URL(address, `https://example.org/base/${name}`);
      if (url.origin !== 'https://example.org') continue;
      const path = decodeURIComponent(url.pathname);
      assert.ok(path.startsWith('/base/'), `${name} → ${address}`);
      const file = path.slice(6) + (path.endsWith('/') ? 'index.html' : '');
      assert.ok(built.includes(file), `${name} → ${address}`);
    }
    assert.ok($('link[rel=canonical]').attr('href')!.startsWith('https://example.org/base/'), name);
  }
  assert.equal(built.filter((file) => file.endsWith('.html')).length, pages.length);
});

test('two builds of the same content give the same bytes', { skip: !full && 'in the full run' }, (t) => {
  const project = copyProject(t);
  const { ok, output } = project.run('build', { SITE_URL: 'http://localhost:4321/' });
  assert.ok(ok, output);
  assert.deepEqual(digests(join(project.root, 'dist')), digests(dist));
});

test('bad content stops the build, lists everything and leaves the previous site as it was', (t) => {
  const project = copyProject(t);
  const first = project.run('build');
  assert.ok(first.ok, first.output);
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
