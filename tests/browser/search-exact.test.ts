import assert from 'node:assert/strict';
import test from 'node:test';
import { forms } from '../../src/text/forms.ts';
import { engines } from '../support/engines.ts';
import { askIn, questions } from '../support/search.ts';
import { full, origin } from '../support/site.ts';
import { openTab } from '../support/tabs.ts';

const COUNT = full ? 840 : 16;

for (const name of engines)
  test(`in ${name} every query, typed in either script on either site, finds exactly the units that hold it`, async (t) => {
    const tab = await openTab(t, name);
    for (const site of forms) {
      await tab.open(`${origin}/${site.path && `${site.path}/`}search/?q=a`);
      for (const script of forms) {
        const asked = questions(site, script, COUNT);
        const shown = await askIn(
          tab,
          asked.map(({ query }) => query),
        );
        const wrong = asked.flatMap((question, index) => {
          const { hits } = shown[index]!;
          return hits.toSorted().join() === question.units.join() ? [] : [{ ...question, hits }];
        });
        assert.deepEqual(wrong, [], `${script.id} on ${site.id}`);
      }
    }
  });
