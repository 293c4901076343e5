import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { writeArticle } from '../../src/article/write.ts';
import { searchFile } from '../../src/search/index/search-file.ts';
import { searchSite, withDifferences } from '../../src/search/index/search-site.ts';
import { answer, openPoint } from '../../src/search/match/answer.ts';
import { readingsOf } from '../../src/search/match/search-file.ts';
import { forms } from '../../src/text/forms.ts';
import { firstEdition, goodContent } from '../support/content.ts';

/**
 * Queries made from the text of the first edition, in both scripts, of every kind that `tests/support/oracle.ts` makes, with the ids
 * that its brute force found. Frozen: whoever changes an answer gives a reason in the commit.
 */
const frozen = JSON.parse(readFileSync('tests/fixtures/first-edition.queries.json', 'utf8')) as Record<
  string,
  [query: string, ids: string][]
>;
const content = goodContent(firstEdition);
const sites = forms.map((form) => searchSite(writeArticle(content, form)));

for (const site of sites) {
  const { form } = site.article;
  test(`each query of the first edition finds in ${form.name} what it has always found`, () => {
    const others = sites.filter((other) => other !== site);
    const points = withDifferences(site, others).map(openPoint);
    const readings = readingsOf(searchFile(site, others, content));
    const rows = frozen[form.id] ?? [];
    assert.ok(rows.length > 150);
    for (const [query, ids] of rows) {
      const found = answer(query, points, readings).found.flatMap(({ hits }) => hits.map(({ unit }) => unit.id));
      assert.equal(found.sort().join(' '), ids, query);
    }
  });
}
