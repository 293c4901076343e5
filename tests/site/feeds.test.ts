import assert from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { load } from 'cheerio';
import FeedParser, { type Item, type Meta } from 'feedparser';
import { writerFor } from '../../src/article/writer.ts';
import { forms } from '../../src/text/forms.ts';
import { content, dictionary, lastChange, site, siteName } from '../support/house.ts';
import { builtFor, discussedAuthors, dist, pageAt, pages } from '../support/site.ts';

const { points } = content;
const midnight = (day: string): string => `${day}T00:00:00.000Z`;

async function readAtom(file: string): Promise<{ meta: Meta; items: Item[] }> {
  const parser = createReadStream(file).pipe(new FeedParser({ addmeta: false }));
  const items: Item[] = [];
  for await (const item of parser as AsyncIterable<Item>) items.push(item);
  return { meta: parser.meta, items };
}

for (const form of forms) {
  const below = form.path && `${form.path}/`;
  const name = writerFor(form, dictionary).text((!site.on && site.authors?.join('、')) || siteName);

  test(`the Atom feed has each point under its permanent address with its own dates (${form.id})`, async () => {
    const { meta, items } = await readAtom(join(dist, below, 'feed.xml'));
    assert.equal(meta['#type'], 'atom');
    assert.equal(meta['#version'], '1.0');
    assert.equal(meta.xmlurl, `${builtFor}${below}feed.xml`);
    assert.equal(meta.author, name);
    assert.equal(meta.date?.toISOString(), midnight(lastChange));
    assert.deepEqual(items.map(({ guid }) => guid).sort(), points.map(({ values }) => `${builtFor}${below}${values.number}/`).sort());
    for (const { values } of points) {
      const item = items.find(({ guid }) => guid === `${builtFor}${below}${values.number}/`)!;
      const { $ } = pageAt(`/${below}${values.number}/`);
      assert.equal(item.link, item.guid);
      assert.ok(item.title?.endsWith($('h1').text().trim()), item.title ?? '');
      assert.equal(item.pubdate?.toISOString(), midnight(values.published));
      assert.equal(item.date?.toISOString(), midnight(values.updated));
      const entry = load(item.description ?? '');
      const sections = entry('h2')
        .toArray()
        .map((node) => entry(node).text());
      for (const head of $('.section:not(.relations) .section-head').toArray())
        assert.ok(
          sections.some((name) => name.startsWith($(head).contents().first().text().trim())),
          `${item.guid}: ${$(head).text()}`,
        );
      assert.equal(entry('ul > li').length, $('.figure, .chart tr, .indicator, ul.list > li').length, item.guid);
      assert.equal(entry('h2:last-of-type + ol > li').length, $('.sources > li').length, item.guid);
      for (const link of entry('a').toArray()) assert.match(entry(link).attr('href') ?? '', /^https?:\/\//);
    }
  });

  test(`the JSON Feed is of version 1.1 and says the same as the Atom feed (${form.id})`, async () => {
    const feed = JSON.parse(readFileSync(join(dist, below, 'feed.json'), 'utf8'));
    const { items } = await readAtom(join(dist, below, 'feed.xml'));
    assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
    assert.equal(feed.language, form.lang);
    assert.equal(feed.home_page_url, `${builtFor}${below}`);
    assert.equal(feed.feed_url, `${builtFor}${below}feed.json`);
    assert.deepEqual(
      feed.authors.map((author: { name: string }) => author.name),
      [name],
    );
    for (const [index, item] of items.entries()) {
      const other = feed.items[index];
      assert.deepEqual(
        [other.id, other.url, other.title, other.date_published, other.date_modified],
        [item.guid, item.link, item.title, item.pubdate?.toISOString(), item.date?.toISOString()],
      );
      assert.equal(other.content_html.trim(), item.description?.trim());
    }
  });
}

test('the sitemap lists every page once, with all its written forms and the day its text last changed', () => {
  const index = load(readFileSync(join(dist, 'sitemap-index.xml'), 'utf8'), { xml: true });
  const maps = index('sitemap > loc')
    .toArray()
    .map((node) => index(node).text());
  assert.ok(maps.length);
  const entries = maps.flatMap((address) => {
    const map = load(readFileSync(join(dist, new URL(address).pathname), 'utf8'), { xml: true });
    return map('url')
      .toArray()
      .map((node) => ({
        address: map(node).children('loc').text(),
        lastmod: map(node).children('lastmod').text(),
        alternates: Object.fromEntries(
          map(node)
            .children('xhtml\\:link')
            .toArray()
            .map((link) => [map(link).attr('hreflang'), map(link).attr('href')]),
        ),
      }));
  });
  const wanted = pages.filter(({ page }) => page !== '404.html');
  assert.deepEqual(entries.map(({ address }) => address).sort(), wanted.map(({ path }) => new URL(path, builtFor).href).sort());
  const days = new Map([
    ['', lastChange],
    ['full/', lastChange],
    ...points.map(({ values }) => [`${values.number}/`, values.updated] as const),
  ]);
  for (const { address, lastmod, alternates } of entries) {
    const page = pageAt(new URL(address).pathname);
    const head = page
      .$('link[rel=alternate][hreflang]')
      .toArray()
      .map((node) => [page.$(node).attr('hreflang'), page.$(node).attr('href')]);
    assert.deepEqual(alternates, Object.fromEntries(head), address);
    assert.equal(lastmod, days.has(page.page) ? midnight(days.get(page.page)!) : '', address);
  }
  assert.match(
    readFileSync(join(dist, 'robots.txt'), 'utf8'),
    new RegExp(`^User-agent: \\*\nAllow: /\n\nSitemap: ${builtFor}sitemap-index.xml\n$`),
  );
});

test('the authors of the article that is discussed sign nothing of ours', { skip: !site.on && 'this article discusses none' }, () => {
  const license = readFileSync('LICENSE', 'utf8');
  for (const form of forms) {
    const names = discussedAuthors(form);
    assert.equal(names.length, site.on?.authors.length);
    const atom = load(readFileSync(join(dist, form.path, 'feed.xml'), 'utf8'), { xml: true });
    const feed = JSON.parse(readFileSync(join(dist, form.path, 'feed.json'), 'utf8'));
    const signers = [
      ...atom('author, contributor, rights')
        .toArray()
        .map((node) => atom(node).text()),
      ...[feed, ...feed.items].flatMap(({ authors = [] }) => authors.map(({ name }: { name: string }) => name)),
      license,
    ];
    for (const name of names) for (const signer of signers) assert.ok(!signer.includes(name), `${form.id}: ${signer}`);
  }
  assert.match(license, /^Copyright \(c\) \d{4} \S+$/m);
});
