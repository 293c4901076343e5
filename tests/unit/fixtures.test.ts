import assert from 'node:assert/strict';
import test from 'node:test';
import { z } from 'astro/zod';
import { citedIn, unitsIn } from '../../src/content/body.ts';
import { contentFrom, entriesOf } from '../../src/content/content.ts';
import { idPlaces } from '../../src/content/id-places.ts';
import * as lists from '../../src/content/list-schema.ts';
import { readContent, type Checked } from '../../src/content/read.ts';
import * as sites from '../../src/content/site-schema.ts';
import * as texts from '../../src/content/text-schema.ts';
import { idKinds } from '../../src/text/ids.ts';
import { allNodes, type Inline } from '../../src/text/inline.ts';
import { relations } from '../../src/text/relations.ts';
import { grades, sourceKinds } from '../../src/text/source-kinds.ts';
import { everyField } from '../support/content.ts';

const files = readContent(everyField);
const content = contentFrom(entriesOf(files));
/** The lead and the points. */
const parts = [content.lead!, ...content.points];
const bodies = [content.about, ...parts];
const units = bodies.flatMap(({ sections }) => unitsIn(sections));
/** The bodies as an editor wrote them. */
const written = [files.about, files.lead, ...files.points].map((checked) => checked?.file.body).join('\n');

type JsonSchema = { properties?: Record<string, JsonSchema>; items?: JsonSchema; anyOf?: JsonSchema[] };

/** The fields that a schema knows, as paths: `relations.to`. */
function fieldsOf({ properties = {}, items, anyOf = [] }: JsonSchema, path: readonly string[] = []): string[] {
  return [
    ...Object.entries(properties).flatMap(([key, inner]) => [[...path, key].join('.'), ...fieldsOf(inner, [...path, key])]),
    ...[...(items ? [items] : []), ...anyOf].flatMap((inner) => fieldsOf(inner, path)),
  ];
}

/** The fields that a value has, as such paths. */
function fieldsIn(value: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsIn(item, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key].join('.'), ...fieldsIn(inner, [...path, key])]);
}

const rows: [name: string, schema: z.ZodType, files: (Checked<unknown> | undefined)[]][] = [
  ['site.yaml', sites.siteSchema, [files.site]],
  ['ids.yaml', lists.idsSchema, [files.ids]],
  ['lead.md', texts.leadSchema, [files.lead]],
  ['points', texts.pointSchema, files.points],
  ['headings.yaml', sites.headingSchema.array(), [files.headings]],
  ['sources.yaml', lists.sourceSchema.array(), [files.sources]],
  ['people.yaml', lists.personSchema.array(), [files.people]],
  ['terms.yaml', lists.termSchema.array(), [files.terms]],
  ['events.yaml', lists.eventSchema.array(), [files.events]],
  ['regions.yaml', lists.regionsSchema, [files.regions]],
  ['dictionary.yaml', lists.dictionarySchema, [files.dictionary]],
];

for (const [name, shape, written] of rows)
  test(`the article with every field has every field of ${name}`, () => {
    const known = fieldsOf(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
    const used = new Set(written.flatMap((file) => fieldsIn(file?.file.values)));
    assert.ok(known.length, name);
    assert.deepEqual(
      known.filter((field) => !used.has(field)),
      [],
    );
  });

test('it has a point without figures, one without relations, and one with as many figures and indicators as there may be', () => {
  const { points } = content;
  const related = new Set(points.flatMap(({ number, relations }) => relations.flatMap(({ to }) => [number, to])));
  assert.ok(points.some(({ figures }) => !figures.length));
  assert.ok(points.some(({ number }) => !related.has(number)));
  assert.ok(points.some(({ figures, indicators }) => figures.length === 3 && indicators.length === 3));
  assert.ok(points.some(({ corrections }) => corrections.length > 1) && content.lead!.corrections.length);
});

test('it has every kind of id, relation, source, grade and language', () => {
  const of = (values: unknown[]): unknown[] => [...new Set(values)].sort();
  assert.deepEqual(of(idPlaces(files).map(({ kind }) => kind)), idKinds.map(({ kind }) => kind).sort());
  assert.deepEqual(of(content.points.flatMap(({ relations }) => relations.map(({ kind }) => kind))), Object.keys(relations).sort());
  assert.deepEqual(of(content.sources.map(({ kind }) => kind)), Object.keys(sourceKinds).sort());
  assert.deepEqual(of(content.sources.map(({ grade }) => grade)), [...grades]);
  assert.deepEqual(of(content.sources.map(({ lang }) => lang)), ['en', 'ja', 'zh-Hans', 'zh-Hant']);
});

test('it has every kind of date, every kind of retired id, and points that stand in another order than their numbers', () => {
  const dates = content.points.flatMap(({ figures, indicators }) => [
    ...figures.map(({ date }) => date),
    ...indicators.map(({ when }) => when),
  ]);
  for (const like of [/^\d{4}$/, /^\d{4}-\d\d$/, /^\d{4}-\d\d-\d\d$/, /^\d{4}-Q\d$/, /^\d{4}-H\d$/])
    assert.ok(
      dates.some((date) => like.test(date)),
      String(like),
    );
  const { retired } = content.ids;
  const pointOf = (id: string): string => id.split('-')[0]!;
  assert.ok(
    retired.some((row) => 'to' in row && pointOf(row.to) === pointOf(row.id)),
    'its text is on the same page',
  );
  assert.ok(
    retired.some((row) => 'to' in row && pointOf(row.to) !== pointOf(row.id)),
    'its text is on another page',
  );
  assert.ok(
    retired.some((row) => 'to' in row && retired.some(({ id }) => id === row.to)),
    'its text moved twice',
  );
  assert.ok(
    retired.some((row) => 'why' in row),
    'its text is gone',
  );
  const order = content.site.groups!.flatMap(({ points }) => points);
  assert.notDeepEqual(
    order,
    order.toSorted((a, b) => a - b),
  );
});

test('it has every block and every inline node, in points, in the lead, on the page about the site and in corrections', () => {
  const blocks = bodies.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
  for (const type of ['paragraph', 'list', 'quote'])
    assert.ok(
      blocks.some((block) => block.type === type && block.units.length > 0),
      type,
    );
  assert.ok(blocks.some(({ start }) => start !== undefined) && blocks.some(({ type, start }) => type === 'list' && start === undefined));
  assert.ok(
    content.about.sections.some(({ heading }) => !heading),
    'text before the first heading',
  );
  const every: Record<Exclude<Inline['type'], 'kept' | 'hint' | 'mention'>, true> = {
    text: true,
    inlineCode: true,
    break: true,
    footnoteReference: true,
    emphasis: true,
    strong: true,
    delete: true,
    link: true,
  };
  const nodes = allNodes(units.flatMap((unit) => unit.content));
  for (const type of Object.keys(every))
    assert.ok(
      nodes.some((node) => node.type === type),
      type,
    );
  for (const address of [/^https:/, /^mailto:/, /^#p\d+-\d/, /^#p\d+-t$/])
    assert.ok(
      nodes.some((node) => node.type === 'link' && address.test(node.url)),
      String(address),
    );
  assert.ok(
    nodes.some((node) => node.type === 'text' && /-\{[^;]+\}-/.test(node.value)) &&
      nodes.some((node) => node.type === 'text' && /-\{.*;.*\}-/.test(node.value)),
  );
  const corrections = parts.flatMap((part) => part.corrections.flatMap(({ text }) => allNodes(text)));
  for (const type of ['strong', 'emphasis', 'inlineCode', 'link'])
    assert.ok(
      corrections.some((node) => node.type === type),
      type,
    );
  assert.ok(/[\p{Script=Han}，]\n[\p{Script=Han}]/u.test(written) && /\w\n\w/.test(written), 'a paragraph over several lines');
});

test('it has what breaks a careless program: & and < in titles, ranges with tildes, a long Latin word, a rare character, notes out of order', () => {
  const titles = content.points.map(({ title }) => title).join();
  assert.ok(titles.includes('&') && titles.includes('<') && titles.includes('~') && /&|</.test(content.site.title));
  const text = written;
  assert.match(text, /\d~\d.*\d~\d/);
  assert.match(text, /[A-Za-z-]{30}/);
  assert.match(text, /[\u{20000}-\u{2FFFF}]/u);
  assert.ok(
    content.points.some(({ sections }) => {
      const cited = unitsIn(sections).flatMap((unit) => citedIn(unit.content));
      return cited.some((note, index) => note < (cited[index - 1] ?? 0));
    }),
  );
});
