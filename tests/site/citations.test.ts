import assert from 'node:assert/strict';
import test from 'node:test';
import { fill } from '../../src/text/fill.ts';
import { readBibTex } from '../support/bibtex.ts';
import { articleIn, wordsIn } from '../support/house.ts';
import { builtFor, discussedAuthors, pointPages, type BuiltPage } from '../support/site.ts';

/** The citations of a page by style: as they stand without script, or with a day of access filled in as the browser does. */
const citations = ({ $ }: BuiltPage, accessed?: string): Map<string, string> =>
  new Map(
    $('.citations p')
      .toArray()
      .map((node) => {
        const code = $(node).find('code');
        const [text, at] = [code.text(), Number(code.attr('data-at'))];
        const day = (accessed && code.attr('data-access')?.replace('{date}', accessed)) || '';
        return [$(node).find('b').text(), day ? text.slice(0, at) + day + text.slice(at) : text];
      }),
  );

const facts = (page: BuiltPage) => ({
  ...articleIn(page.form).points.find(({ number }) => `${number}/` === page.page)!,
  title: page.$('h1').text().trim(),
  name: articleIn(page.form).site.name,
  url: new URL(page.path, builtFor).href,
});

/** A citation as it is read, without what BibTeX and Markdown escape. */
const unescaped = (text: string): string =>
  text
    .replaceAll('\\textasciitilde{}', '~')
    .replaceAll('\\textasciicircum{}', '^')
    .replace(/[{}\\]/g, '');

test('every point can be cited in five ways, each with its title, its site and its address', () => {
  for (const page of pointPages) {
    const { title, name, url } = facts(page);
    const given = citations(page);
    assert.equal(given.size, 5, page.path);
    for (const [style, text] of given) {
      for (const part of [title, name, url]) assert.ok(unescaped(text).includes(part), `${page.path} ${style}: ${text}`);
      for (const author of discussedAuthors(page.form)) assert.ok(!text.includes(author), `${page.path} ${style}`);
      assert.doesNotMatch(text, /1970|undefined|\{date\}/, `${page.path} ${style}`);
    }
  }
});

test('GB/T 7714 orders author, title [EB/OL], publisher, year, day of change, address', () => {
  for (const page of pointPages) {
    const { title, name, url, published, updated } = facts(page);
    assert.equal(citations(page).get('GB/T 7714'), `${name}. ${title}[EB/OL]. ${name}, ${published.slice(0, 4)}(${updated}). ${url}.`);
  }
});

test('APA and Markdown give the day and the address', () => {
  for (const page of pointPages) {
    const { title, name, url, updated, published } = facts(page);
    const day = new Date(updated).toLocaleDateString('en-US', { timeZone: 'UTC', month: 'long', day: 'numeric' });
    assert.equal(citations(page).get('APA'), `${name}. (${updated.slice(0, 4)}, ${day}). ${title}. ${url}`);
    assert.match(citations(page, '2027-01-02').get('Markdown')!, /，2027-01-02查[閱阅]$/);
    const parts = { site: name, published, updated, accessed: '' };
    const told = fill(wordsIn(page.form).share.cite.markdown, parts).replace(/，[^，]*$/, '');
    assert.equal(citations(page).get('Markdown'), `[${title}](${url})${told}`);
  }
});

test('a real parser reads the BibTeX entry, with the day of access and without', () => {
  for (const page of pointPages) {
    const { title, name, url, number, published, updated } = facts(page);
    for (const accessed of [undefined, '2026-12-01']) {
      const [entry, ...more] = readBibTex(citations(page, accessed).get('BibTeX')!);
      assert.deepEqual(more, [], page.path);
      assert.deepEqual([entry!.type, entry!.key], ['online', `${new URL(builtFor).hostname}-${number}`]);
      const { author, date, origdate, urldate, title: shown } = entry!.fields;
      assert.deepEqual([author, entry!.fields.url, date, origdate], [`{${name}}`, url, updated, published], page.path);
      assert.equal(unescaped(shown!), title);
      assert.equal(urldate, accessed, page.path);
    }
  }
});

test('the day of access waits for the reader’s browser', () => {
  for (const page of pointPages) {
    const { path, $ } = page;
    const words = $('.citations [data-access]')
      .toArray()
      .map(({ attribs }) => attribs['data-access']!);
    assert.equal(words.length, 4, path);
    for (const said of words) assert.match(said, /\{date\}/, path);
    for (const text of citations(page).values()) assert.doesNotMatch(text, /accessed|\[\]/, path);
  }
});
