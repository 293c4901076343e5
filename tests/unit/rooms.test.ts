import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';

/** Which rooms of `src/` a room may import from, itself always. */
const rooms: Record<string, string[]> = {
  text: [],
  worker: [],
  words: ['text'],
  content: ['text', 'words'],
  import: ['content', 'text'],
  article: ['content', 'text', 'words'],
  elements: ['text', 'words', 'styles'],
  search: ['article', 'content', 'elements', 'text', 'words', 'styles'],
  cards: ['article', 'text', 'words'],
  components: ['article', 'cards', 'search', 'text', 'words'],
  layouts: ['article', 'components', 'elements', 'search', 'styles', 'text', 'words'],
  pages: ['article', 'cards', 'components', 'layouts', 'search', 'styles', 'text', 'words'],
  build: ['article', 'content', 'search', 'text', 'words', 'worker'],
  'content.config': ['content'],
  middleware: ['article'],
};

/** `from '…'`, `import '…'`, `import('…')`, `export … from "…"`, in either kind of quotes. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*(['"`])([^'"`\n]+)\1/g;
const PARSERS =
  /^(hast-util-from-|hast-util-raw|hast-util-to-mdast|rehype|parse5|htmlparser2|cheerio|linkedom|happy-dom|jsdom|node-html-parser)/;

const files = globSync('src/**/*.{ts,js,astro}').filter((name) => !name.endsWith('.d.ts'));
const sourceOf = (file: string): string => readFileSync(file, 'utf8');
const importsOf = (source: string): string[] => [...source.matchAll(IMPORT)].map(([, , name = '']) => name);
const roomOf = (path: string): string => path.split('/')[1]!.replace(/\.ts$/, '');

test('the guard sees an import in every way that one is written', () => {
  for (const source of [
    `import x from './a.ts'`,
    `import "./a.ts"`,
    `export * from "./a.ts"`,
    `await import('./a.ts')`,
    'import(\n  `./a.ts`,\n)',
  ])
    assert.deepEqual(importsOf(source), ['./a.ts'], source);
});

test('each room imports only from rooms before it, only article reads the collections', () => {
  for (const file of files) {
    const room = roomOf(file);
    for (const name of importsOf(sourceOf(file))) {
      if (name === 'astro:content') assert.ok(room === 'article' || room === 'content.config', `${file} imports astro:content`);
      if (!name.startsWith('.')) continue;
      const target = roomOf(join(dirname(file), name));
      assert.match(name, /\.(ts|astro|css)(\?(inline|url))?$/, `${file}: ${name} has no extension`);
      assert.ok(target === room || rooms[room]?.includes(target), `${file} imports ${name}`);
    }
  }
});

test('nothing in src parses HTML: what an output needs is in the trees', () => {
  for (const file of files) {
    const source = sourceOf(file);
    for (const name of importsOf(source)) assert.doesNotMatch(name, PARSERS, file);
    assert.doesNotMatch(source, /\bDOMParser\b|\bparseHTMLUnsafe\b|\bcreateContextualFragment\b/, file);
  }
});

test('nothing in src says how many points there are', () => {
  for (const file of files)
    assert.doesNotMatch(
      sourceOf(file).replace(/'[〇一二三四五六七八九十年月日第季上下半0-9.,%−–-]+'/g, ''),
      /十則|十論|十點|\bten points\b/,
      file,
    );
});

/** Tables may be as long as what they list. */
const tables = ['src/words.ts'];

test('modules are small: what is over 160 lines is more than one thing, or a table', () => {
  for (const file of files.filter((name) => !tables.includes(name))) {
    const lines = sourceOf(file).split('\n').length;
    assert.ok(lines <= 160, `${file} has ${lines} lines`);
  }
});
