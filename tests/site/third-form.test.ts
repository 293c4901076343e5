import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import test, { after, before } from 'node:test';
import { load } from 'cheerio';
import { forms, type Form } from '../../src/text/forms.ts';
import { builtFor, dist } from '../support/site.ts';

const hongKong: Form = {
  id: 'zh-hk',
  path: 'zh-hk',
  lang: 'zh-Hant-HK',
  locale: 'zh_HK',
  label: '港',
  name: '繁體中文（香港）',
  opencc: 'hk',
  quotes: ['「」', '『』'],
  displayFont: '@expo-google-fonts/noto-serif-tc/900Black/NotoSerifTC_900Black.ttf',
};
const root = mkdtempSync(join(tmpdir(), 'third-form-'));
const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const read = (file: string): string => readFileSync(join(root, 'dist', file), 'utf8');

before(() => {
  for (const name of ['src', 'content', 'public', 'package.json', 'astro.config.ts', 'tsconfig.json'])
    cpSync(name, join(root, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const table = join(root, 'src/text/forms.ts');
  const source = readFileSync(table, 'utf8');
  const end = source.indexOf('\n];', source.indexOf('export const forms'));
  writeFileSync(table, `${source.slice(0, end)}\n  ${JSON.stringify(hongKong)},${source.slice(end)}`);
  execFileSync('npm', ['run', 'build', '--silent'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SITE_URL: builtFor },
  });
});
after(() => rmSync(root, { recursive: true }));

test('one row more gives the site a form more: every page, feed, card and copy that another form has', () => {
  const other = forms.at(-1)!.path;
  const missing = files(join(dist, other)).filter((file) => !files(join(root, 'dist', hongKong.path)).includes(file));
  assert.deepEqual(missing, []);
  assert.deepEqual(
    files(dist).filter((file) => !/^fonts\/|_astro|pagefind/.test(file) && !files(join(root, 'dist')).includes(file)),
    [],
  );
});

test('every page then names the new form in its switch and in its alternates, and has its own language and font', () => {
  const rows = [...forms, hongKong];
  for (const file of files(join(root, 'dist')).filter((name) => name.endsWith('.html'))) {
    const $ = load(read(file));
    assert.deepEqual(
      $('a[data-variant]')
        .toArray()
        .map((node) => node.attribs['data-variant']),
      rows.map(({ id }) => id),
      file,
    );
    assert.deepEqual(
      $('form-offer p')
        .toArray()
        .map((node) => node.attribs.lang),
      rows.map(({ lang }) => lang).filter((lang) => lang !== $('html').attr('lang')),
      file,
    );
    for (const { lang } of rows) assert.equal($(`link[rel=alternate][hreflang="${lang}"]`).length, 1, `${file} ${lang}`);
    if (!file.startsWith(`${hongKong.path}/`)) continue;
    assert.equal($('html').attr('lang'), hongKong.lang, file);
    assert.equal($('meta[property="og:locale"]').attr('content'), hongKong.locale, file);
    const font = /fonts\/song-zh-hk\.[0-9a-f]+\.woff2/.exec($('style').text())?.[0];
    assert.ok(font && readFileSync(join(root, 'dist', font)).length > 1000, file);
    assert.ok($('style').text().includes(`:lang(${hongKong.lang})`) || $('link[rel=stylesheet]').length, file);
  }
});

test('the new form has its own shapes and keeps the quotation marks of its row', () => {
  const texts = files(join(root, 'dist', hongKong.path))
    .filter((file) => file.endsWith('.html'))
    .map((file) => load(read(`${hongKong.path}/${file}`))('main').text())
    .join('');
  assert.match(texts, /裏/);
  assert.doesNotMatch(texts, /裡|“|们|说/);
  assert.match(texts, /「[^」]+」/);
});
