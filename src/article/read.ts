import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Form } from '../text/forms.ts';
import { parseId, unitNumber } from '../text/ids.ts';
import { hanNumeral } from '../text/numerals.ts';
import type { Article, History, Lead, Point, Relation, Unit } from './article.ts';
import { requireGoodContent } from '../content/check.ts';
import { resolveRetired, type Retired } from '../content/check-ids.ts';
import { readDictionary } from './dictionary.ts';
import { bodySections, bodyUnits, frontUnit, readFigure, readIndicator, readSources, type Library } from './read-units.ts';
import { readWords } from './read-words.ts';
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
  const write = writerFor(form, await readDictionary());
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
  const points = entries.map((entry) => readPoint(entry, site, library, write));
  const lead = readLead((await getEntry('lead', 'lead'))!, library, write);
  relate(entries, points, write);
  const units = new Map([...lead.units, ...points.flatMap(unitsOf)].map((unit) => [unit.id, unit]));
  const parts = new Map<number, History>([[0, lead], ...points.map((point): [number, Point] => [point.number, point])]);
  settleRetired(retired, units, parts, write);
  return {
    form,
    site,
    lead,
    points,
    words: await readWords(form),
    groups: site.groups.map((group) => ({ ...group, points: points.filter((point) => point.group.id === group.id) })),
    minutes: minutes([...units.values()]),
  };
}

/** All units of a point in reading order. */
export function unitsOf(point: Point): Unit[] {
  const body = point.sections.flatMap(({ units, kind }) => (kind === 'evidence' ? [...point.figures, ...units] : units));
  return [point.title, point.thesis, ...body, ...point.indicators];
}

function readPoint({ data, rendered }: CollectionEntry<'points'>, site: Article['site'], library: Library, write: Writer): Point {
  const { number } = data;
  const point: Point = {
    number,
    numeral: hanNumeral(number),
    title: { ...frontUnit(`p${number}-t`, '', write), ...write.heading(data.title) },
    gist: write.inline(data.gist),
    thesis: frontUnit(`p${number}-0`, data.thesis, write),
    group: site.groups.find(({ id }) => id === data.group)!,
    sections: bodySections(rendered?.html ?? '', number, write),
    figures: data.figures.map((figure) => readFigure(figure, write)),
    indicators: data.indicators.map((row) => readIndicator(row, write)),
    ...readHistory(data, write),
    relations: [],
    sources: [],
    minutes: 0,
  };
  point.sources = readSources(data.sources, library, unitsOf(point), point.figures, write);
  point.minutes = minutes(unitsOf(point));
  return point;
}

function readLead({ data, rendered }: CollectionEntry<'lead'>, library: Library, write: Writer): Lead {
  const units = bodyUnits(rendered?.html ?? '', write);
  const sources = readSources(data.sources, library, units, [], write);
  return { title: write.text(data.title), units, sources, ...readHistory(data, write) };
}

function readHistory({ published, updated, corrections }: CollectionEntry<'points' | 'lead'>['data'], write: Writer): History {
  return { published, updated, corrections: corrections.map(({ date, text }) => ({ date, text: write.text(text) })), notes: [] };
}

/** Reading time, at least one minute. */
function minutes(units: Unit[]): number {
  return Math.max(1, Math.round(units.reduce((sum, { text }) => sum + text.length, 0) / CHARACTERS_A_MINUTE));
}

const inverse = { 承接: '推論', 推論: '承接', 牽制: '牽制' } as const;

/** Each relation is written once and shows on both points: what one leads to, the other carries on. */
function relate(entries: CollectionEntry<'points'>[], points: Point[], write: Writer): void {
  const byNumber = new Map(points.map((point) => [point.number, point]));
  for (const { data } of entries) {
    for (const { to, kind, why } of data.relations) {
      const [from, other] = [byNumber.get(data.number)!, byNumber.get(to)!];
      const add = (point: Point, { number, numeral, title }: Point, seen: Relation['kind']): void =>
        void point.relations.push({ kind: seen, why: write.inline(why), number, numeral, title });
      add(from, other, kind);
      add(other, from, inverse[kind]);
    }
  }
  for (const point of points) point.relations.sort((a, b) => a.number - b.number);
}

/** Retired ids anchor in the unit that holds their text now, or in a note on their own part of the article. */
function settleRetired(retired: Map<string, Retired>, units: Map<string, Unit>, parts: Map<number, History>, write: Writer): void {
  for (const [id, row] of retired) {
    const living = resolveRetired(id, retired, (target) => units.has(target));
    const { point } = parseId(id)!;
    if (living) units.get(living)!.anchors.push(id);
    if (living && parseId(living)!.point === point) continue;
    const fate = living
      ? { movedTo: { id: living, number: unitNumber(living) } }
      : { why: write.text('why' in row ? row.why.replace(/[。.]$/, '') : '') };
    parts.get(point)?.notes.push({ id, number: unitNumber(id), ...fate });
  }
}
