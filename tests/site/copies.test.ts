import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Nodes } from 'mdast';
import { parse } from 'yaml';
import { writerFor } from '../../src/article/writer.ts';
import { forms } from '../../src/text/forms.ts';
import { content, dictionary, site, siteName } from '../support/house.ts';
import { builtFor, dist, pageAt, pages, unitsOf } from '../support/site.ts';

const texts = pages.filter(({ page }) => /^(\d+|full)\/$/.test(page));
const markdown = unified().use(remarkParse).use(remarkGfm);

/** The words of a piece of Markdown, without marks, footnotes and white space. */
function wordsOf(node: Nodes): string {
  if (node.type === 'footnoteReference') return '';
  if ('value' in node) return node.value.replace(/\s+/g, '');
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** The blocks of running text in a piece of Markdown, whatever they stand within. */
function blocksOf(node: Nodes): Nodes[] {
  if (node.type === 'paragraph' || node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap(blocksOf) : [];
}

/** A copy as text; the mark of UTF-8 before it is none of it (Encoding Standard, “UTF-8 decode”). */
const copyAt = (...path: string[]): string => new TextDecoder().decode(readFileSync(join(dist, ...path)));

test('the Markdown of a page has every unit under its id, with the words of the page', () => {
  for (const page of texts) {
    const source = copyAt(page.path, 'index.md');
    const blocks = blocksOf(markdown.parse(source.replace(/^---\n[^]*?\n---\n/, ''))).map(wordsOf);
    const given = new Map(
      blocks.flatMap((block) => {
        const [, text, id] = /^(.*)\{#(p\d+-\w+)(?:\.after)?\}$/.exec(block) ?? [];
        return id ? [[id, text]] : [];
      }),
    );
    const plain = (text: string): string => text.replace(/[\s\p{P}]/gu, '');
    for (const { id, text } of unitsOf(page)) {
      const words = given.get(id);
      assert.ok(words !== undefined, `${page.path}index.md lacks ${id}`);
      assert.ok(plain(words).includes(plain(text)), `${page.path}index.md ${id}: ${words}`);
    }
    assert.equal(given.size, unitsOf(page).length, page.path);
  }
});

test('every source that the Markdown cites is given there with its address', () => {
  for (const page of texts) {
    const source = copyAt(page.path, 'index.md');
    const cited = new Set([...source.matchAll(/\[\^(p\d+-r\d+)\](?!:)/g)].map(([, id]) => id));
    const given = new Map(
      [...source.matchAll(/^\[\^(p\d+-r\d+)\]: \[.*?\]\((http[^)]*)\)/gm)].map(([, id, url = '']) => [
        id,
        url.replace(/\\(?=[&_*~])/g, ''),
      ]),
    );
    assert.deepEqual([...cited].sort(), [...given.keys()].sort(), page.path);
    for (const [id, url] of given) assert.equal(page.$(`#${id} a.source-name`).attr('href'), url, `${page.path} ${id}`);
  }
});

test('the Markdown says where it stands, whose words it has and when they changed', () => {
  for (const { path, page, form } of texts) {
    const facts = parse(/^---\n([^]*?)\n---\n/.exec(copyAt(path, 'index.md'))?.[1] ?? '') as Record<string, unknown>;
    assert.equal(facts.url, new URL(path, builtFor).href);
    assert.equal(facts.lang, form.lang);
    assert.equal(facts.author, writerFor(form, dictionary).text((!site.on && site.authors?.join('、')) || siteName));
    const point = content.points.find(({ values }) => `${values.number}/` === page);
    if (point) assert.equal(facts.updated, point.values.updated, path);
  }
});

test('a page links to its Markdown and to the feeds of its script, and they are there', () => {
  for (const { path, form, $ } of pages) {
    const links = $('link[rel=alternate][type]')
      .toArray()
      .map((node) => [$(node).attr('type')!, $(node).attr('href')!] as const);
    const home = `${builtFor}${form.path && `${form.path}/`}`;
    const byType = new Map(links);
    assert.equal(byType.get('application/atom+xml'), `${home}feed.xml`, path);
    assert.equal(byType.get('application/feed+json'), `${home}feed.json`, path);
    if (texts.some((page) => page.path === path)) assert.equal(byType.get('text/markdown'), new URL(`${path}index.md`, builtFor).href);
    for (const [, href] of links) assert.ok(readFileSync(join(dist, new URL(href).pathname)).length, href);
  }
});

test('llms.txt lists the whole and every point in its script', () => {
  for (const form of forms) {
    const below = form.path && `${form.path}/`;
    const text = copyAt(below, 'llms.txt');
    assert.match(text, /^# .+\n\n> .+\n/);
    const links = [...text.matchAll(/^- \[(.+)\]\((.+)\): .+$/gm)].map(([, title, href]) => ({ title: title!, href: href! }));
    assert.equal(links.length, content.points.length + 1);
    for (const { title, href } of links) {
      assert.ok(href.startsWith(`${builtFor}${below}`) && readFileSync(join(dist, new URL(href).pathname)).length, href);
      const page = pageAt(new URL(href).pathname.replace('index.md', ''));
      if (page.page !== 'full/') assert.ok(title.replace(/\\(?=\W)/g, '').endsWith(page.$('h1').text().trim()), title);
    }
  }
});
