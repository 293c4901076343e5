import assert from 'node:assert/strict';
import test from 'node:test';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { readContentFile } from '../../src/content/files.ts';
import { textPlaces } from '../../src/content/text-places.ts';
import { writerFor } from '../../src/article/writer.ts';
import { converterBetween } from '../../src/text/convert.ts';
import { master } from '../../src/text/forms.ts';
import { remarkPlugins } from '../../src/text/markdown.ts';
import { readParts } from '../../src/text/passages.ts';
import { quoteProblems } from '../../src/text/quotes.ts';
import { parseHtml } from '../../src/text/tree.ts';
import { words } from '../../src/words.ts';
import { content, derived, dictionary } from '../support/house.ts';
import { differences } from '../support/round-trip.ts';

const budget = { milliseconds: 500 };
const interfaceWords = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(interfaceWords);
const texts = [
  ...textPlaces({ ...content, dictionary: undefined }).map(({ file, text, lineAt }) => ({ place: `${file}:${lineAt(0)}`, text })),
  ...interfaceWords(words).map((text) => ({ place: 'src/words.ts', text })),
];
/** What a build converts: the values and the words of the interface as texts, the bodies as trees. */
const withoutBlocks = <T>(file: T) => ({ ...file, blocks: [] });
const fields = { ...content, lead: withoutBlocks(content.lead!), points: content.points.map(withoutBlocks), dictionary: undefined };
const values = [...textPlaces(fields).map(({ text }) => text), ...interfaceWords(words)];
const { render } = await createMarkdownProcessor({ remarkPlugins, smartypants: false, syntaxHighlight: false });
const files = [content.lead!.file, ...content.points.map(({ file }) => file), readContentFile(process.cwd(), 'content/about.md')];
const bodies = await Promise.all(files.map(async ({ body }) => (await render(body)).code));

for (const form of derived) {
  test(`every text of the site comes back from ${form.name} as it was`, () => {
    const out = converterBetween(master, form, dictionary);
    const back = converterBetween(form, master, dictionary);
    const found = texts.flatMap(({ place, text }) => {
      const parts = readParts(text, form)
        .filter(({ kept }) => !kept)
        .map((part) => part.text);
      return parts.flatMap((part) => differences(part, back.text(out.text(part)))).map((difference) => `${place} ${difference}`);
    });
    assert.deepEqual(found, []);
  });

  test(`the whole site is written in ${form.name} within ${budget.milliseconds} ms of computing`, () => {
    const start = process.cpuUsage();
    const write = writerFor(form, dictionary);
    for (const text of values) write.text(text);
    for (const html of bodies) write.tree(parseHtml(html));
    const { user, system } = process.cpuUsage(start);
    assert.ok((user + system) / 1000 <= budget.milliseconds, `${(user + system) / 1000} ms`);
  });
}

test('the words of the interface have both halves of every quotation', () => {
  assert.deepEqual(
    interfaceWords(words).flatMap((text) => quoteProblems(text, master.quotes)),
    [],
  );
});
