import assert from 'node:assert/strict';
import test from 'node:test';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { remarkPlugins } from '../../src/text/markdown.ts';

type Plugins = typeof remarkPlugins;
async function render(markdown: string, plugins: Plugins): Promise<string> {
  const { render: run } = await createMarkdownProcessor({ remarkPlugins: plugins, smartypants: false, syntaxHighlight: false });
  return (await run(markdown)).code;
}

const emphasis = ['**「引號」**緊接', '這是**（括號）**後面', '**重點。**然後', '他說**『一』**與**《書》**都', '前**「甲」**，後'];

test('emphasis holds where Chinese punctuation meets it', async () => {
  for (const text of emphasis) assert.match(await render(text, remarkPlugins), /<strong>/, text);
  assert.match(await render('前~~「刪去」~~緊接', remarkPlugins), /<del>「刪去」<\/del>/);
});

test('without remark-cjk-friendly the same text keeps its asterisks', async () => {
  const bare = remarkPlugins.slice(2);
  assert.ok((await Promise.all(emphasis.map((text) => render(text, bare)))).some((html) => html.includes('**')));
});

test('a paragraph takes its id from its end, and its references lead to the sources of its point', async () => {
  const html = await render('第一句。[^2]第二句。 {#p5-3}', remarkPlugins);
  assert.match(html, /<p id="p5-3" data-unit="">第一句。<a href="#p5-r2" class="ref" aria-label="來源2">2<\/a>第二句。<\/p>/);
});
