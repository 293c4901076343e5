import assert from 'node:assert/strict';
import test from 'node:test';
import { articleUnits } from '../../src/article/article.ts';
import { namesOf } from '../../src/content/check-names.ts';
import { readParts } from '../../src/text/passages.ts';
import { master } from '../../src/text/forms.ts';
import { articleIn, site, whole } from '../../tests/support/house.ts';

/** How many characters a reader sees. */
const lengthOf = (text: string): number =>
  [
    ...readParts(text.replaceAll('|', ''), master)
      .map((part) => part.text)
      .join(''),
  ].length;

/** How long each sentence at the head of a point of this article is: from so many characters to so many. */
const lengths = { title: [8, 20], gist: [1, 34], thesis: [30, 90], counter: [1, 30], verdict: [1, 40] } as const;

const related = new Set(whole.points.flatMap(({ number, relations }) => relations.flatMap(({ to }) => [number, to])));

for (const { number, verdict, ...point } of whole.points) {
  test(`point ${number} has all that a point of this article has, in its lengths`, () => {
    const heads = { ...point, verdict: verdict?.text };
    for (const [field, [least, most]] of Object.entries(lengths)) {
      const length = lengthOf(heads[field as keyof typeof lengths] ?? '');
      assert.ok(length >= least && length <= most, `${field} has ${length} characters, ${least} to ${most}`);
    }
    for (const field of ['sources', 'indicators'] as const) assert.ok(point[field].length, `it has no ${field}`);
    assert.ok(related.has(number), 'it has no relations');
    assert.deepEqual(
      point.sections.map(({ heading }) => heading),
      ['論證', '證據', '反方'],
    );
  });
}

test('the site has a name, a deck, a kicker, terms, the article that it discusses, a lead, and groups of points', () => {
  const { name, deck, kicker, description, rights, published, factsUntil, on, groups } = site;
  for (const [field, value] of Object.entries({ name, deck, kicker, description, rights, published, factsUntil, on }))
    assert.ok(value, field);
  assert.ok(lengthOf(name ?? '') <= 8 && lengthOf(site.title) <= 25);
  assert.ok(groups?.every(({ id, name = '', gist }) => id && lengthOf(name) >= 2 && lengthOf(name) <= 4 && gist));
  assert.ok(whole.lead?.sections.length && whole.about.sections.length);
});

/** What an organisation tells of itself: documents, papers, a prospectus. It is a party then, and its name no outlet. */
const ITS_OWN = /論文(?:（|$)|招股書/;
/** How many outlets sentences may name: one stands there only when its name is an argument. */
const OUTLETS = 30;

test(`sentences name at most ${OUTLETS} outlets; the notes carry the others`, () => {
  const tellsOfItself = ({ kind, outlet }: { kind: string; outlet: string }): boolean => kind === 'official' || ITS_OWN.test(outlet);
  // In brackets stands where it was published: 騰訊（Hugging Face）.
  const own = whole.sources.filter(tellsOfItself).map(({ outlet }) => outlet.split('（')[0] ?? '');
  const others = whole.sources.filter((source) => !tellsOfItself(source)).map(({ outlet }) => outlet);
  const named = (names: readonly string[], outlets: readonly string[]): boolean =>
    outlets.some((outlet) => names.some((name) => outlet.includes(name)));
  const names = whole.people
    .filter(({ kind }) => kind === 'organisation')
    .map((row) => namesOf(row).names)
    .filter((row) => named(row, others) && !named(row, own))
    .flat()
    .sort((a, b) => b.length - a.length);
  const { lead, points } = articleIn(master);
  const sentences = articleUnits({ lead, points }).filter(({ id }) => !/-[fgw]\d+$/.test(id));
  const texts = [...sentences, ...points.flatMap(({ gist }) => gist ?? [])].map(({ text }) => text);
  assert.ok(names.length >= 15, `only ${names.length} names of outlets are known`);
  const found = texts.flatMap((text) => text.match(new RegExp(names.map((name) => RegExp.escape(name)).join('|'), 'g')) ?? []);
  assert.ok(found.length <= OUTLETS, `${found.length} are named: ${found.join('、')}`);
});
