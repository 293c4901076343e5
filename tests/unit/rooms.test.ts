import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';

/** Which rooms of `src/` a room may import from, itself always. */
const rooms: Record<string, string[]> = {
  text: [],
  words: ['text'],
  content: ['text', 'words'],
  article: ['content', 'text', 'words'],
  elements: ['text', 'words', 'styles'],
  search: ['article', 'content', 'elements', 'text', 'words', 'styles'],
  cards: ['article', 'text', 'words'],
  components: ['article', 'cards', 'search', 'text', 'words'],
  layouts: ['article', 'components', 'elements', 'search', 'styles', 'text', 'words'],
  pages: ['article', 'cards', 'components', 'layouts', 'search', 'styles', 'text', 'words'],
  build: ['article', 'content', 'search', 'text', 'words'],
  'content.config': ['content'],
  middleware: ['article'],
};

const roomOf = (path: string): string => path.split('/')[1]!.replace(/\.ts$/, '');

test('each room imports only from rooms before it, only article reads the collections', () => {
  for (const file of globSync('src/**/*.{ts,astro}').filter((name) => !name.endsWith('.d.ts'))) {
    const source = readFileSync(file, 'utf8');
    const room = roomOf(file);
    for (const [, name = ''] of source.matchAll(/(?:from|import) '([^'?]+)/g)) {
      if (name === 'astro:content') assert.ok(room === 'article' || room === 'content.config', `${file} imports astro:content`);
      if (!name.startsWith('.')) continue;
      const target = roomOf(join(dirname(file), name));
      assert.match(name, /\.(ts|astro|css)(\?inline)?$/, `${file}: ${name} has no extension`);
      assert.ok(target === room || rooms[room]?.includes(target), `${file} imports ${name}`);
    }
  }
});

test('nothing in src says how many points there are', () => {
  for (const file of globSync('src/**/*.{ts,astro}'))
    assert.doesNotMatch(
      readFileSync(file, 'utf8').replace(/'[〇一二三四五六七八九十年月日第季上下半0-9.,%−–-]+'/g, ''),
      /十則|十論|十點|\bten points\b/,
      file,
    );
});

test('modules are small: what is over 160 lines is more than one thing', () => {
  for (const file of globSync('src/**/*.{ts,astro}')) {
    const lines = readFileSync(file, 'utf8').split('\n').length;
    assert.ok(lines <= 160, `${file} has ${lines} lines`);
  }
});
