import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import ogs from 'open-graph-scraper-lite';
import sharp from 'sharp';
import { writerFor } from '../../src/article/writer.ts';
import { fill } from '../../src/text/fill.ts';
import { hanNumeral } from '../../src/text/numerals.ts';
import { pagePath } from '../../src/text/links.ts';
import { articleIn, content, dictionary, groups, lastChange, parts, site, siteName, wordsIn } from '../support/house.ts';
import { builtFor, discussedAuthors, dist, pages, pointPages, type BuiltPage } from '../support/site.ts';

const { points } = content;
/** The days that machines are told of: those of the content. */
const published = site.published ?? points.map(({ values }) => values.published).sort()[0]!;

test('every page brings its own title and words to where it is shared, and its own picture where it has one', async () => {
  const pictures = new Map<string, string>();
  for (const shared of pages.filter((candidate) => candidate.page !== '404.html')) {
    const { path, page, form, html, $ } = shared;
    const { result } = await ogs({ html, onlyGetOpenGraphInfo: true });
    assert.ok(result.success, path);
    const voice = site.on ? `${discussedAuthors(form).join('、')}：` : '';
    if (pointPages.includes(shared)) assert.equal(result.ogTitle, voice + $('h1').text().trim(), path);
    else assert.equal(result.ogTitle, $('title').text(), path);
    assert.equal(result.ogUrl, new URL(path, builtFor).href);
    assert.equal(result.ogDescription, $('meta[name=description]').attr('content'), path);
    assert.equal(result.twitterCard, 'summary_large_image');
    const image = result.ogImage![0]!;
    const address = new URL(image.url);
    assert.match(address.search, /^\?v=[0-9a-f]{8}$/, path);
    const own = page === '' || pointPages.includes(shared);
    assert.equal(address.pathname, pagePath('/', form, `${own ? page : ''}card.png`), path);
    if (own) assert.equal(pictures.get(image.url), undefined, `${path} has the picture of ${pictures.get(image.url)}`);
    if (own) pictures.set(image.url, path);
    const { width, height, format } = await sharp(join(dist, address.pathname)).metadata();
    assert.deepEqual([Number(image.width), Number(image.height), image.type, format], [width, height, 'image/png', 'png'], path);
    const alt = $('meta[property="og:image:alt"]').attr('content') ?? '';
    if (pointPages.includes(shared)) {
      const { number, counter } = points.find(({ values }) => page === `${values.number}/`)!.values;
      const write = writerFor(form, dictionary).text;
      const words = wordsIn(form);
      const parts = [
        fill(words.place, { site: write(siteName), n: hanNumeral(number) }),
        site.on ? fill(words.theyClaim, { authors: discussedAuthors(form).join('、') }) : '',
        $('h1').text().trim(),
        $(`#p${number}-0`).clone().find('.pn, .ref, [popover]').remove().end().text().trim(),
        counter ? write(counter) : '',
      ];
      let rest = alt;
      for (const part of parts) {
        assert.ok(rest.includes(part), `${path}: ${alt} lacks ${part}, in the order of place, voice, title, thesis, counter`);
        rest = rest.slice(rest.indexOf(part) + part.length);
      }
    } else assert.ok(alt.includes(writerFor(form, dictionary).text(site.title.replaceAll('|', ''))), path);
  }
});

type Node = Record<string, any>;
const dataOf = ({ $ }: BuiltPage): Node => JSON.parse($('script[type="application/ld+json"]').text()) as Node;

test('a point tells machines what it is part of, based on and cites, who signs it, and when it changed', () => {
  for (const page of pointPages) {
    const data = dataOf(page);
    const { values } = points.find((point) => `${point.values.number}/` === page.page)!;
    const whole = `${builtFor}${page.form.path && `${page.form.path}/`}full/`;
    assert.equal(data['@context'], 'https://schema.org');
    assert.equal(data['@type'], 'AnalysisNewsArticle');
    assert.equal(data['@id'], new URL(page.path, builtFor).href);
    assert.equal(data.headline, page.$('h1').text().trim(), page.path);
    assert.equal(data.inLanguage, page.form.lang);
    assert.deepEqual([data.datePublished, data.dateModified], [values.published, values.updated], page.path);
    assert.equal(data.isPartOf['@id'], whole);
    assert.equal(data.isBasedOn?.url, site.on?.url);
    assert.equal(data.image, page.$('meta[property="og:image"]').attr('content'));
    const cited = page
      .$('.sources a.source-name')
      .toArray()
      .map((node) => page.$(node).attr('href'));
    assert.deepEqual(data.citation, cited, page.path);
  }
});

test('the whole article lists every point, and each names it back', () => {
  for (const page of pages.filter((candidate) => candidate.page === '' || candidate.page === 'full/')) {
    const data = dataOf(page);
    assert.equal(data['@type'], 'AnalysisNewsArticle');
    assert.equal(data.dateModified, lastChange);
    assert.equal(data.copyrightNotice, articleIn(page.form).site.rights || undefined);
    const isCorrected = page.page === 'full/' && parts.some(({ corrections }) => corrections.length);
    assert.equal('correction' in data, isCorrected, `${page.path}: so do its corrections`);
    const own = pointPages.filter(({ form }) => form === page.form).map(dataOf);
    assert.deepEqual(data.hasPart.map((part: Node) => part['@id']).sort(), own.map((part) => part['@id']).sort(), page.path);
    assert.equal('citation' in data, page.page === 'full/', `${page.path}: what the whole cites stands with the whole alone`);
    for (const part of own) assert.equal(part.isPartOf['@id'], data['@id'], page.path);
    assert.deepEqual(
      data.hasPart.map(({ position }: Node) => position),
      groups.flatMap((group) => group.points),
    );
  }
});

test('who wrote the text signs it, or the site; the authors of an article that is discussed stand only in what it is based on', () => {
  const names = site.on?.authors ?? [];
  for (const page of pages) {
    const { isBasedOn, ...ours } = dataOf(page);
    const write = writerFor(page.form, dictionary).text;
    const signers = [ours.author ?? []].flat().map(({ name }: Node) => name as string);
    const authors = (!site.on && site.authors) || [siteName];
    if (ours['@type'] === 'AnalysisNewsArticle') {
      assert.deepEqual(signers, authors.map(write), page.path);
      assert.equal(ours.publisher.name, write(siteName));
    }
    if (isBasedOn) {
      assert.equal(isBasedOn.author.length, names.length, page.path);
      if (!page.form.path)
        assert.deepEqual(
          isBasedOn.author.map(({ name }: Node) => name),
          names,
          page.path,
        );
    }
    const others = isBasedOn?.author.map(({ name }: Node) => name) ?? names;
    const signatures = JSON.stringify([ours.author, ours.publisher, ours.creator, ours.editor]);
    for (const name of others) assert.ok(!signatures.includes(name), page.path);
    assert.equal(page.$('meta[name=author]').length, 0, page.path);
  }
});

test('a reference manager finds title, author, day and site, and does not take the authors who are discussed for ours', () => {
  for (const page of [...pointPages, ...pages.filter((candidate) => ['', 'full/'].includes(candidate.page))]) {
    const { $, form, path } = page;
    const held = (name: string): (string | undefined)[] =>
      $(`head meta[name="${name}"], head meta[property="${name}"]`)
        .map((_, node) => $(node).attr('content'))
        .get();
    const write = writerFor(form, dictionary).text;
    assert.deepEqual(held('dc.creator'), ((!site.on && site.authors) || [siteName]).map(write), path);
    assert.deepEqual(held('og:site_name'), [write(siteName)], path);
    if (!pointPages.includes(page)) continue;
    const { values } = points.find((point) => `${point.values.number}/` === page.page)!;
    assert.deepEqual(held('dc.title'), [$('h1').text().trim()], path);
    assert.deepEqual(held('article:published_time'), [values.published], path);
  }
});

test('every page says what it is, and no date in it comes from the build', () => {
  for (const page of pages) {
    const data = dataOf(page);
    assert.equal(page.$('script[type="application/ld+json"]').length, 1, page.path);
    assert.ok((data['@type'] && data['@id'] === undefined) || String(data.url).startsWith(builtFor), page.path);
    const days = [...page.html.matchAll(/"date(?:Modified|Published)":"([^"]+)"/g)].map(([, day]) => day);
    const known = new Set([
      lastChange,
      published,
      site.on?.date,
      ...parts.flatMap(({ published, updated, corrections }) => [published, updated, ...corrections.map(({ date }) => date)]),
    ]);
    for (const day of days) assert.ok(known.has(day!), `${page.path}: ${day}`);
  }
  assert.ok(readFileSync(join(dist, 'index.html'), 'utf8').includes('"dateModified"'));
});
