import assert from 'node:assert/strict';
import test from 'node:test';
import { writeArticle } from '../../src/article/write.ts';
import { master } from '../../src/text/forms.ts';
import { quoteProblems } from '../../src/text/quotes.ts';
import { words } from '../../src/words.ts';
import { firstEdition, goodContent } from '../support/content.ts';
import { derived } from '../support/forms.ts';
import { interfaceWords } from '../support/interface-words.ts';

const budget = { milliseconds: 500 };
for (const form of derived) {
  test(`an article of ten points is written in ${form.name} within ${budget.milliseconds} ms of computing`, () => {
    const article = goodContent(firstEdition);
    const start = process.cpuUsage();
    writeArticle(article, form);
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
