import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';
import { load } from 'cheerio';
import { numbered } from '../../src/content/numbered.ts';
import { forms, type Form } from '../../src/text/forms.ts';
import type { SearchFile } from '../../src/search/match/search-file.ts';
import { content } from '../support/house.ts';
import { copyProject } from '../support/project.ts';
import { dist, full, pageAt } from '../support/site.ts';

const hongKong: Form = {
  id: 'zh-hk',
  path: 'zh-hk',
  lang: 'zh-Hant-HK',
  locale: 'zh_HK',
  label: '港',
  name: '繁體中文（香港）',
  opencc: 'hk',
  quotes: ['「」', '『』'],
  displayFont: '@fontsource-variable/noto-serif-tc',
  sans: ['PingFang HK', 'Segoe UI', 'Noto Sans HK', 'Noto Sans CJK HK', 'Microsoft JhengHei UI'],
  song: ['Noto Serif HK', 'Noto Serif CJK HK', 'Songti TC'],
};
const byNumber = (a: number, b: number): number => a - b;
const files = (folder: string): string[] =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

test('one row more makes a further written form, below a base path too', { skip: !full && 'whole in test:full' }, async (t) => {
  const project = copyProject(t);
  project.edit('src/text/forms.ts', /\n\];/, `\n  ${JSON.stringify(hongKong)},\n];`);
  const { ok, output } = project.run('build', { SITE_URL: 'https://example.org/base/' });
  assert.ok(ok, output);
  const built = join(project.root, 'dist');
  const read = (file: string): string => readFileSync(join(built, file), 'utf8');

  await t.test('with every page, feed, card and copy that another form has', () => {
    const other = forms.at(-1)!.path;
    const missing = files(join(dist, other)).filter((file) => !files(join(built, hongKong.path)).includes(file));
    assert.deepEqual(missing, []);
    assert.deepEqual(
      files(dist).filter((file) => !/^fonts\/|_astro|pagefind/.test(file) && !files(built).includes(file)),
      [],
    );
  });

  await t.test('that every page names in its switch and its alternates, with a language and a font of its own', () => {
    const rows = [...forms, hongKong];
    for (const file of files(built).filter((name) => name.endsWith('.html'))) {
      const $ = load(read(file));
      assert.deepEqual(
        $('a[data-variant]')
          .toArray()
          .map((node) => node.attribs['data-variant']),
        rows.map(({ id }) => id),
        file,
      );
      assert.deepEqual(
        // It waits in a template.
        load(read(file).replace(/<\/?template[^>]*>/g, ''))('form-offer p')
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
      assert.ok(font && readFileSync(join(built, font)).length > 1000, file);
      for (const face of [...hongKong.sans, ...hongKong.song]) assert.ok($('style').text().includes(`"${face}"`), `${file} lacks ${face}`);
    }
  });

  await t.test('with its own shapes and the quotation marks of its row', () => {
    const texts = files(join(built, hongKong.path))
      .filter((file) => file.endsWith('.html'))
      .map((file) => load(read(`${hongKong.path}/${file}`))('main').text())
      .join('');
    if (pageAt('/full/').$('main').text().includes('裡')) assert.match(texts, /裏/);
    assert.doesNotMatch(texts, /裡|“|们|说/);
  });

  await t.test('that search reads, from its own text and from Pagefind', () => {
    const { points, pagefind } = JSON.parse(read(`search/${hongKong.id}.json`)) as Required<SearchFile>;
    const language = hongKong.lang.toLowerCase();
    const numbers = Object.values(points).map(([number]) => number);
    assert.deepEqual(
      numbers.sort(byNumber),
      numbered(content)
        .map(({ number }) => number)
        .sort(byNumber),
    );
    assert.equal(JSON.stringify(points).includes('裏'), pageAt('/full/').$('main').text().includes('裡'));
    const index = files(join(built, 'pagefind'));
    const fragments = index.filter((file) => file.startsWith(`fragment/${language}_`));
    assert.deepEqual(
      fragments,
      Object.keys(points)
        .map((name) => `fragment/${name}.pf_fragment`)
        .sort(),
    );
    assert.ok(index.some((file) => file.startsWith(`index/${language}_`)));
    assert.ok(pagefind.some((file) => file.startsWith(`pagefind.${language}_`)));
    for (const file of pagefind) assert.ok(index.includes(file), file);
    assert.equal(JSON.parse(read('pagefind/pagefind-entry.json')).languages[language].page_count, numbers.length);
  });

  await t.test('whose links all stay below the base path, and whose absolute addresses name the host', () => {
    const all = files(built);
    for (const file of all.filter((name) => name.endsWith('.html'))) {
      const $ = load(read(file));
      for (const node of $('[href], [src], form[action]').toArray()) {
        const address = $(node).attr('href') ?? $(node).attr('src') ?? $(node).attr('action') ?? '';
        const url = new URL(address, `https://example.org/base/${file}`);
        if (url.origin !== 'https://example.org') continue;
        const path = decodeURIComponent(url.pathname);
        assert.ok(path.startsWith('/base/'), `${file} → ${address}`);
        assert.ok(all.includes(path.slice(6) + (path.endsWith('/') ? 'index.html' : '')), `${file} → ${address}`);
      }
      assert.ok($('link[rel=canonical]').attr('href')!.startsWith('https://example.org/base/'), file);
    }
    const named = all
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => [...read(file).matchAll(/["'`]([^"'`]*\/_astro\/[^"'`]+)/g)].map(([, address]) => address!));
    assert.ok(named.length > 0, 'scripts name files too');
    for (const address of named) assert.ok(all.includes(address.replace(/^\/base\//, '')), address);
  });
});
