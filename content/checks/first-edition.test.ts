import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { forms } from '../../src/text/forms.ts';
import { pagePath, pointPath } from '../../src/text/links.ts';
import { pageAt } from '../../tests/support/site.ts';

/** Every id that the first edition was published with. Frozen: none may ever be taken out. */
const ids = JSON.parse(readFileSync('tests/fixtures/first-edition.ids.json', 'utf8')) as string[];

/** The elements of a page that an address can name, by their ids; those that are hidden left out. */
function targets(path: string): Map<string, unknown[]> {
  const { $ } = pageAt(path);
  const hidden = new Set($('noscript, template, [hidden], details:not([open])').find('[id]').toArray());
  const shown = $('[id]').filter((_, node) => !hidden.has(node));
  return Map.groupBy(shown.toArray(), (node) => $(node).attr('id') ?? '');
}

for (const form of forms)
  test(`every link that was copied from the first edition still lands, on the point's page and in the whole (${form.id})`, () => {
    const pages = Map.groupBy(ids, (id) => pointPath(Number(/^p(\d+)-/.exec(id)?.[1])));
    const whole = targets(pagePath('/', form, 'full/'));
    for (const [page, own] of pages) {
      const here = targets(pagePath('/', form, page));
      for (const id of own) for (const found of [here, whole]) assert.equal(found.get(id)?.length, 1, `${page}#${id}`);
    }
    assert.equal(ids.length, 259);
  });
