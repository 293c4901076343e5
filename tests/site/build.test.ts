import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { siteAddress, siteUrl } from '../../src/build/site-url.ts';
import { forms } from '../../src/text/forms.ts';
import type { SearchFile } from '../../src/search/match/search-file.ts';
import { copyContent } from '../support/content.ts';
import { buildSite, startCommand, temporaryFolder } from '../support/run-command.ts';
import { dist, full } from '../support/site.ts';

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

test('two builds of the same content give the same bytes', { skip: !full && 'in the full run' }, async (t) => {
  const { code, output, folder } = await buildSite(t);
  assert.equal(code, 0, output);
  const [again, before] = [digests(folder), digests(dist)];
  assert.deepEqual(
    again.filter((line) => !before.includes(line)),
    [],
  );
  assert.equal(again.length, before.length);
});

test('the search index holds only what a browser asks for', () => {
  const asked = ['pagefind.js', 'pagefind-entry.json', 'wasm.unknown.pagefind'];
  const parts = files(join(dist, 'pagefind')).filter((name) => !asked.includes(name.replace(/\.(br|gz)$/, '')));
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

test('bad content stops the build, lists everything and leaves the previous site as it was', async (t) => {
  const content = copyContent(t);
  content.edit('points/01.md', 'source: S2 }', 'source: S999 }');
  content.edit('points/03.md', /^title: .*\n/m, '');
  const root = temporaryFolder(t);
  mkdirSync(join(root, 'dist'));
  const { code, output } = await startCommand('build', { args: [`--into=${join(root, 'dist')}`], env: { CONTENT: content.folder } }).ended;
  assert.equal(code, 1);
  const [heading, ...problems] = output.trim().split('\n');
  assert.equal(heading, `內容有${problems.length}個問題：`);
  assert.ok(problems.some((line) => /\/points\/01\.md:\d+ .*S999/.test(line)));
  assert.ok(problems.some((line) => /\/points\/03\.md:\d+ title：沒有寫，請補上$/.test(line)));
  assert.ok(problems.every((line) => /^ {2}\S+:\d+ .+請/.test(line)));
  assert.deepEqual(readdirSync(root), ['dist']);
});

test('a character that the display font lacks stops the build and is named', { skip: !full && 'whole in test:full' }, async (t) => {
  const content = copyContent(t);
  content.edit('points/02.md', /^title: .*/m, 'title: 傘廠的錢|從何而來𪚥');
  const { code, output, folder } = await buildSite(t, { content: content.folder });
  assert.equal(code, 1);
  assert.match(output, /𪚥/);
  assert.doesNotMatch(output, /^ +at /m);
  assert.ok(!existsSync(folder));
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
    assert.throws(() => siteUrl(bad, 'SITE_URL'), /SITE_URL=https:\/\/example\.org\//, bad);
  }
  assert.equal(siteUrl('https://example.org/base/', 'SITE_URL').pathname, '/base/');
});

test('the site stands where SITE_URL says, else where its content says, and on this machine where that is asked for', () => {
  const before = process.env.SITE_URL;
  const address = (wanted: Parameters<typeof siteAddress>[0]): string => siteAddress(wanted).href;
  delete process.env.SITE_URL;
  assert.throws(() => siteAddress({}), /SITE_URL=/);
  assert.equal(address({ url: 'https://content.example/' }), 'https://content.example/');
  assert.throws(() => siteAddress({ url: 'content.example' }), /site\.yaml的url是「content\.example」，不是網址/);
  assert.match(address({ url: 'https://content.example/', local: true }), /^http:\/\/localhost:\d+\/$/);
  process.env.SITE_URL = '';
  assert.equal(address({ url: 'https://content.example/' }), 'https://content.example/');
  assert.throws(() => address({}), /SITE_URL=/);
  // As cmd.exe sets it: set SITE_URL=https://shell.example/base/ && npm run build
  process.env.SITE_URL = 'https://shell.example/base/ ';
  assert.equal(address({}), 'https://shell.example/base/');
  process.env.SITE_URL = 'https://shell.example/base/';
  assert.equal(address({ url: 'https://content.example/' }), 'https://shell.example/base/');
  if (before === undefined) delete process.env.SITE_URL;
  else process.env.SITE_URL = before;
});
