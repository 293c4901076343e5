import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Element } from 'hast';
import type { Form } from '../text/forms.ts';
import { hanNumeral } from '../text/numerals.ts';
import { sectionId, unitNumber } from '../text/ids.ts';
import { chinesePeriod } from '../text/dates.ts';
import { isElement, parseHtml, plainText } from '../text/tree.ts';
import { sectionLabels, words, type Words } from '../words.ts';
import type { Article, BodySection, Lead, Point, Relation, Source, Unit } from './article.ts';
import { requireGoodContent } from './check.ts';
import { resolveRetired, type Retired } from './check-ids.ts';
import { writerFor, type Writer } from './writer.ts';

const CHARACTERS_A_MINUTE = 350;
const cache = new Map<string, Promise<Article>>();

/** The whole article in one written form, as plain objects ready to show. Throws where the content has a problem, listing all. */
export function readArticle(form: Form): Promise<Article> {
  if (import.meta.env.DEV) return read(form);
  const cached = cache.get(form.id) ?? read(form);
  cache.set(form.id, cached);
  return cached;
}

async function read(form: Form): Promise<Article> {
  requireGoodContent(process.cwd());
  const write = writerFor(form);
  const site = write.values((await getEntry('site', 'site'))!.data, [
    'id',
    'url',
    'articleId',
    'published',
    'factsUntil',
    'date',
    'contact',
  ]);
  const entries = (await getCollection('points')).sort((a, b) => a.data.number - b.data.number);
  const library = new Map((await getCollection('sources')).map(({ data }) => [data.id, data]));
  const retired = new Map((await getEntry('ids', 'ids'))!.data.retired.map((row): [string, Retired] => [row.id, row]));
  const points = entries.map((entry) => readPoint(entry, { write, library, site }));
  const lead = readLead((await getEntry('lead', 'lead'))!, write);
  relate(entries, points, write);
  const units = new Map([...lead.units, ...points.flatMap(unitsOf)].map((unit) => [unit.id, unit]));
  settleRetired(retired, units, points, write);
  return {
    form,
    site,
    lead,
    points,
    words: write.values(words, []) as Words,
    groups: site.groups.map((group) => ({ ...group, points: points.filter((point) => point.group.id === group.id) })),
    minutes: Math.round([...units.values()].reduce((sum, { text }) => sum + text.length, 0) / CHARACTERS_A_MINUTE),
  };
}

/** All units of a point in reading order. */
export function unitsOf(point: Point): Unit[] {
  return [
    point.title,
    point.thesis,
    ...point.sections.flatMap(({ units, kind }) => (kind === 'evidence' ? [...point.figures, ...units] : units)),
    ...point.indicators,
  ];
}

type Tools = { write: Writer; library: Map<string, CollectionEntry<'sources'>['data']>; site: Article['site'] };

function readPoint({ data, rendered }: CollectionEntry<'points'>, { write, library, site }: Tools): Point {
  const { number } = data;
  const unit = (id: string, text: string): Unit => ({ id, number: unitNumber(id), anchors: [], ...write.inline(text) });
  const sections = readSections(rendered?.html ?? '', number, write);
  const title = { ...unit(`p${number}-t`, ''), ...write.heading(data.title) };
  const figures = data.figures.map((figure) => ({
    ...unit(figure.id!, figure.label),
    value: figure.value,
    unit: write.text(figure.unit),
    date: write.text(chinesePeriod(figure.date)),
    period: figure.date,
    source: { id: figure.source, number: numberOf(figure.source) },
  }));
  for (const figure of figures) figure.text = `${figure.value}${figure.unit}${figure.text}${figure.date}`;
  const indicators = data.indicators.map((row) => {
    const [watch, speaksFor, against] = [row.watch, row.for, row.against].map((text) => write.inline(text)) as [Written, Written, Written];
    const when = write.text(chinesePeriod(row.when));
    return {
      ...unit(row.id!, row.watch),
      when,
      period: row.when,
      watch,
      for: speaksFor,
      against,
      text: [when, watch.text, speaksFor.text, against.text].join(''),
    };
  });
  const point: Point = {
    number,
    numeral: hanNumeral(number),
    title,
    figures,
    indicators,
    sections,
    gist: write.inline(data.gist),
    thesis: unit(`p${number}-0`, data.thesis),
    group: site.groups.find(({ id }) => id === data.group)!,
    published: data.published,
    updated: data.updated,
    corrections: data.corrections.map(({ date, text }) => ({ date, text: write.text(text) })),
    relations: [],
    sources: [],
    notes: [],
    minutes: 0,
  };
  point.sources = data.sources.map(({ id, source }) => readSource(id, library.get(source)!, point, write));
  point.minutes = Math.max(1, Math.round(unitsOf(point).reduce((sum, { text }) => sum + text.length, 0) / CHARACTERS_A_MINUTE));
  return point;
}

type Written = ReturnType<Writer['inline']>;

function readLead({ data, rendered }: CollectionEntry<'lead'>, write: Writer): Lead {
  const tree = write.tree(parseHtml(rendered?.html ?? ''));
  return {
    title: write.text(data.title),
    units: tree.children.filter(isUnit).map((node) => readUnit(node, write)),
    published: data.published,
    updated: data.updated,
  };
}

function readSections(html: string, point: number, write: Writer): BodySection[] {
  const sections: BodySection[] = [];
  const tree = parseHtml(html);
  const kinds = tree.children
    .filter((node) => isElement(node, 'h2'))
    .map((node) => (['argument', 'evidence', 'counter'] as const).find((kind) => sectionLabels[kind] === plainText(node))!);
  for (const node of write.tree(tree).children) {
    const kind = kinds[sections.length];
    if (isElement(node, 'h2') && kind) sections.push({ id: sectionId(kind, point), kind, units: [] });
    else if (isUnit(node)) sections.at(-1)?.units.push(readUnit(node, write));
  }
  return sections;
}

const isUnit = (node: Parameters<typeof isElement>[0]): node is Element => isElement(node, 'p') && node.properties.dataUnit !== undefined;

function readUnit(node: Element, write: Writer): Unit {
  const id = String(node.properties.id);
  return { id, number: unitNumber(id), anchors: [], ...write.paragraph(node) };
}

const numberOf = (source: string): number => Number(source.split('-r')[1]);

function readSource(id: string, row: CollectionEntry<'sources'>['data'], point: Point, write: Writer): Source {
  const cites = (unit: Unit): boolean =>
    unit.html.includes(`href="#${id}"`) || point.figures.some((figure) => figure.id === unit.id && figure.source.id === id);
  return {
    id,
    number: numberOf(id),
    name: write.text(row.name),
    kind: write.text(row.kind),
    grade: row.grade,
    url: row.url,
    language: row.lang,
    date: row.date ? write.text(chinesePeriod(row.date)) : '',
    citedBy: unitsOf(point)
      .filter(cites)
      .map((unit) => ({ id: unit.id, number: unit.number })),
  };
}

const inverse = { 承接: '推論', 推論: '承接', 牽制: '牽制' } as const;

/** Each relation is written once and shows on both points: what one leads to, the other carries on. */
function relate(entries: CollectionEntry<'points'>[], points: Point[], write: Writer): void {
  const byNumber = new Map(points.map((point) => [point.number, point]));
  for (const { data } of entries) {
    for (const { to, kind, why } of data.relations) {
      const [from, other] = [byNumber.get(data.number)!, byNumber.get(to)!];
      const add = (point: Point, target: Point, kind: Relation['kind']): void =>
        void point.relations.push({ kind, why: write.inline(why), number: target.number, numeral: target.numeral, title: target.title });
      add(from, other, kind);
      add(other, from, inverse[kind]);
    }
  }
  for (const point of points) point.relations.sort((a, b) => a.number - b.number);
}

/** Retired ids anchor in the unit that holds their text now, or in a note on their own point. */
function settleRetired(retired: Map<string, Retired>, units: Map<string, Unit>, points: Point[], write: Writer): void {
  for (const [id, row] of retired) {
    const living = resolveRetired(id, retired, (target) => units.has(target));
    if (living) units.get(living)!.anchors.push(id);
    const home = points.find(({ number }) => id.startsWith(`p${number}-`));
    if (!home || (living && living.startsWith(`p${home.number}-`))) continue;
    home.notes.push({
      id,
      number: unitNumber(id),
      ...(living ? { movedTo: { id: living, number: unitNumber(living) } } : { why: write.text('why' in row ? row.why : '') }),
    });
  }
}
