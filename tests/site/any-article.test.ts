import assert from 'node:assert/strict';
import { createReadStream, existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { load } from 'cheerio';
import FeedParser, { type Item } from 'feedparser';
import sharp from 'sharp';
import { startChromium } from '../support/engines.ts';
import { deadLinks } from '../support/links.ts';
import { buildSite } from '../support/run-command.ts';
import { hits, search } from '../support/search-page.ts';
import { serve } from '../support/server.ts';
import { builtFor } from '../support/site.ts';
import { markupFaults } from '../support/validator.ts';

/**
 * Articles of titles and paragraphs alone, in either script: the folders of their forms, the master first, with what each says of its
 * language.
 */
const articles = [
  { name: 'plain', points: 7, forms: { '': 'zh-Hant', 'zh-hans': 'zh-Hans' } },
  { name: 'simplified', points: 3, forms: { '': 'zh-Hans', 'zh-hant': 'zh-Hant' } },
];
/** Words that only a site which discusses another's article has anything to say with. */
const COMMENTARY =
  '評析 评析 原文 主張 主张 本站 論點 论点 論證 论证 反方 證據 证据 查證 查证 判讀 判读 轉述 转述 整理 來源 来源 截至 undefined'.split(' ');
/** What is there to hold text; a place where script says something stays empty until then. */
const HOLDERS = 'p, h1, h2, h3, h4, li, dt, dd, small, strong, ol, ul, dl, table, nav, aside, section, header, article, blockquote';

test('an article of titles and paragraphs alone makes a whole site', async (t) => {
  const shared = ['content-assets.mjs', 'content-modules.mjs'].map((name) => join('.astro', name));
  const written = (): number[] => shared.map((path) => statSync(path).mtimeMs);
  const before = written();
  const built = await Promise.all(articles.map(({ name }) => buildSite(t, { content: `tests/fixtures/articles/${name}` })));
  assert.deepEqual(written(), before, 'builds at the same time write nothing that they share');
  for (const [index, { name, points, forms }] of articles.entries()) {
    const { code, output, folder } = built[index]!;
    assert.equal(code, 0, output);
    const read = (path: string): string => readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, '');
    const pages = globSync('**/*.html', { cwd: folder }).map((file) => {
      const html = read(file);
      return { path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, $: load(html) };
    });
    const below = Object.keys(forms).map((form) => join(form, '/'));

    await t.test(`${name}: a page for each point, in both forms, the master's without a folder`, () => {
      for (const [form, lang] of Object.entries(forms))
        for (const page of ['', 'full/', 'search/', 'about/', ...Array.from({ length: points }, (_, point) => `${point + 1}/`)])
          assert.equal(
            pages
              .find(({ path }) => path === join('/', form, page, '/'))
              ?.$('html')
              .attr('lang'),
            lang,
            page,
          );
      assert.equal(pages.length, Object.keys(forms).length * (points + 4) + pages.filter(({ path }) => path.endsWith('404.html')).length);
    });

    await t.test(`${name}: valid pages without an empty place or a dead link`, async () => {
      for (const { path, $ } of pages) {
        const empty = $('body')
          .find(HOLDERS)
          .not('[role=status], [role=alert], [hidden]')
          .filter((_, node) => !$(node).text().trim() && !$(node).find('img, svg, input').length);
        assert.deepEqual(
          empty.toArray().map((node) => $.html(node)),
          [],
          path,
        );
      }
      assert.deepEqual(deadLinks(folder, pages, builtFor), []);
      assert.deepEqual((await Promise.all(pages.map(markupFaults))).flat(), []);
    });

    await t.test(`${name}: no word of a site that discusses another's article`, () => {
      const own = globSync(`tests/fixtures/articles/${name}/**/*.*`).map((file) => readFileSync(file, 'utf8'));
      const words = COMMENTARY.filter((word) => !own.join('').includes(word));
      const texts = new Map(pages.map(({ path, $ }) => [path, $('body').find('script:not([type])').remove().end().html() ?? '']));
      for (const file of globSync('**/{*.md,*.xml,*.json,*.webmanifest,llms.txt}', { cwd: folder })) texts.set(file, read(file));
      for (const { path, $ } of pages)
        texts.set(
          `${path} head`,
          $('title, meta[content]')
            .toArray()
            .map((node) => $.html(node))
            .join(),
        );
      for (const [path, text] of texts) for (const word of words) assert.ok(!text.includes(word), `${path}: ${word}`);
    });

    await t.test(`${name}: a title is not said twice where the site is called by it`, () => {
      const title = /^title: (.*)$/m.exec(readFileSync(`tests/fixtures/articles/${name}/site.yaml`, 'utf8'))?.[1] ?? '';
      assert.equal(
        pages
          .find(({ path }) => path === '/')
          ?.$('title')
          .text(),
        title,
      );
      assert.ok(read('llms.txt').startsWith(`# ${title}\n`));
    });

    await t.test(`${name}: feeds, copies, sitemap, cards and what machines are told`, async () => {
      for (const form of below) {
        const items: Item[] = [];
        const parser = createReadStream(join(folder, form, 'feed.xml')).pipe(new FeedParser({ addmeta: false }));
        for await (const item of parser as AsyncIterable<Item>) items.push(item);
        const feed = JSON.parse(read(join(form, 'feed.json'))) as { items: { id: string; content_html: string; summary: string }[] };
        assert.deepEqual(
          feed.items.map(({ id }) => id),
          items.map(({ guid }) => guid),
        );
        assert.equal(items.length, points);
        for (const { content_html, summary } of feed.items) assert.ok(load(content_html)('p').text() && summary);
        assert.equal(read(join(form, 'llms.txt')).match(/^- \[.+\]\(http.+index\.md\): .+$/gm)?.length, points + 1);
        for (let point = 1; point <= points; point += 1) {
          assert.match(read(join(form, `${point}/index.md`)), /^---\n[^]*\n---\n\n# .+ \{#p\d+-t\}\n\n.+ \{#p\d+-1\}\n/);
          for (const [picture, width] of [
            ['card.png', 1200],
            ['portrait.png', 1080],
          ] as const)
            assert.equal((await sharp(join(folder, form, `${point}/${picture}`)).metadata()).width, width);
        }
        assert.ok(existsSync(join(folder, form, 'card.png')));
      }
      const map = load(read('sitemap-0.xml'), { xml: true });
      assert.equal(map('url').length, pages.filter(({ path }) => !path.endsWith('404.html')).length);
      for (const { path, $ } of pages) {
        const data = JSON.parse($('script[type="application/ld+json"]').text()) as Record<string, unknown>;
        assert.ok(data['@type'] && !('isBasedOn' in data) && !('about' in data), path);
      }
    });

    await t.test(`${name}: a point runs without an error, and search finds a paragraph`, async () => {
      const { origin, close } = await serve(folder);
      const browser = await startChromium();
      const page = await (await browser.newContext()).newPage();
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
      await page.goto(`${origin}/2/`);
      await search(
        page,
        pages
          .find(({ path }) => path === '/2/')!
          .$('#p2-1')
          .text()
          .trim()
          .slice(0, 6),
      );
      assert.ok((await hits(page)).includes('p2-1'));
      assert.deepEqual(errors, []);
      await browser.close();
      close();
    });
  }
});
