import { citedIn, unitsIn } from '../content/body.ts';
import type { Content, PointValues, WithSections } from '../content/content.ts';
import { today as thisDay, visibleFrom } from '../content/visible.ts';
import { chinesePeriod } from '../text/dates.ts';
import type { Form } from '../text/forms.ts';
import { hanNumeral } from '../text/numerals.ts';
import { bodySections, sectionId, type SectionKind } from '../text/sections.ts';
import { fill } from '../text/fill.ts';
import { words, type Words } from '../words.ts';
import { articleUnits, unitsOf, type Article, type BodySection, type History, type Lead, type Point } from './article.ts';
import type { Unit } from './unit.ts';
import { relate } from './relate.ts';
import { removedPoints, settleRetired } from './retired.ts';
import { blocksOf, figureOf, indicatorOf, numberSources, sourcesOf, unitOf, verdictOf } from './units.ts';
import { writerFor, type Writer } from './writer.ts';

const FIXED_UNITS = ['title', 'thesis'].length;
const CHARACTERS_A_MINUTE = 350;
/** Fields of the site that are no text. */
const NO_TEXT = ['id', 'url', 'articleId', 'published', 'factsUntil', 'date', 'contact', 'points'];

/** For whom the article is written: what is published on a day, YYYY-MM-DD, and for an editor the rest too, marked. */
export interface View {
  today?: string;
  drafts?: boolean;
}

/** Writes the whole article in one written form, as plain objects ready to show. The content must be without problems. */
export function writeArticle(all: Content, form: Form, { today = thisDay(), drafts = false }: View = {}): Article {
  const isHidden = (point: PointValues): boolean => visibleFrom(point) > today;
  const content = drafts ? all : { ...all, points: all.points.filter((point) => !isHidden(point)) };
  const write = writerFor(form, content.dictionary);
  const said = write.values(words, []);
  const site = write.values(content.site, NO_TEXT);
  const byNumber = new Map(content.points.map((point) => [point.number, writePoint(point, content, site, said, write)]));
  for (const point of content.points.filter(isHidden)) {
    const mark = point.draft ? said.draft : fill(said.due, { date: write.text(chinesePeriod(point.published)) });
    Object.assign(byNumber.get(point.number) ?? {}, { hidden: mark });
  }
  const groups = site.groups
    .map((group) => ({ ...group, points: group.points.flatMap((number) => byNumber.get(number) ?? []) }))
    .filter((group) => group.points.length);
  const points = groups.flatMap((group) => group.points);
  if (!points.length) throw new Error(`No point is published: each is a draft, or its day comes after ${today}.`);
  relate(content.points, byNumber, said, write);
  const article: Article = {
    form,
    site,
    words: said,
    lead: writeLead(content, said, write),
    about: content.about.sections.map(({ heading, blocks }) => ({
      heading: write.text(heading),
      blocks: blocksOf(blocks, new Map(), write),
    })),
    points,
    removed: removedPoints(content.ids.retired, write),
    groups,
    moved: new Map(),
    minutes: 0,
  };
  settleRetired(article, content.ids, write);
  const units = articleUnits(article);
  const count = content.points.reduce(
    (sum, point) =>
      sum +
      FIXED_UNITS +
      (point.counter ? 1 : 0) +
      (point.verdict ? 1 : 0) +
      point.figures.length +
      point.indicators.length +
      unitsIn(point.sections).length,
    unitsIn(content.lead.sections).length,
  );
  if (units.length !== count)
    throw new Error(`The article has ${units.length} units in place of the ${count} that were written: nothing was published.`);
  return { ...article, minutes: minutes(units) };
}

function writePoint(point: WithSections<PointValues>, content: Content, site: Article['site'], said: Words, write: Writer): Point {
  const { number } = point;
  const at = content.site.groups.findIndex(({ points }) => points.includes(number));
  const group = site.groups[at];
  if (!group) throw new Error(`Point ${number} stands in no group.`);
  const bodies = bodySections.flatMap((row) => ({
    row,
    blocks: point.sections.find(({ heading }) => heading === row.label)?.blocks ?? [],
  }));
  const citing = bodies.flatMap(({ row, blocks }) => [
    ...point.figures.filter(inSection(row.kind)).map(({ id = '', source }) => ({ id, cites: [source.replace(/^.*-r/, '')] })),
    ...unitsIn([{ heading: '', line: 0, blocks }]).map(({ id = '', content }) => ({ id, cites: citedIn(content).map(String) })),
  ]);
  const cited = numberSources(
    number,
    citing.flatMap(({ cites }) => cites),
  );
  const written: Point = {
    number,
    numeral: hanNumeral(number),
    title: unitOf(`p${number}-t`, write.heading(point.title)),
    gist: write.sentence(point.gist),
    thesis: unitOf(`p${number}-0`, write.sentence(point.thesis)),
    ...(point.counter && { counter: unitOf(`p${number}-c`, write.sentence(point.counter)) }),
    ...(point.verdict && { verdict: verdictOf(number, point.verdict, write) }),
    group,
    sections: bodies.map(({ row, blocks }): BodySection => {
      const figures = point.figures.filter(inSection(row.kind)).map((figure) => figureOf(figure, cited, write, said));
      const texts = blocksOf(blocks, cited, write);
      const units = [...figures, ...texts.flatMap((block) => block.units)];
      return { id: sectionId(row.kind, number), kind: row.kind, figures, blocks: texts, units };
    }),
    indicators: point.indicators.map((row) => indicatorOf(row, write, said)),
    ...writeHistory(point, write),
    relations: [],
    sources: sourcesOf(point.sources, cited, libraryOf(content), citing, write, said),
    minutes: 0,
  };
  return { ...written, minutes: minutes(unitsOf(written)) };
}

function writeLead({ lead, sources }: Content, said: Words, write: Writer): Lead {
  const citing = unitsIn(lead.sections).map(({ id = '', content }) => ({ id, cites: citedIn(content).map(String) }));
  const cited = numberSources(
    0,
    citing.flatMap(({ cites }) => cites),
  );
  const blocks = lead.sections.flatMap((section) => blocksOf(section.blocks, cited, write));
  return {
    number: 0,
    title: write.text(lead.title),
    blocks,
    units: blocks.flatMap(({ units }) => units),
    sources: sourcesOf(lead.sources, cited, libraryOf({ sources }), citing, write, said),
    ...writeHistory(lead, write),
  };
}

const inSection =
  (kind: SectionKind) =>
  ({ section }: PointValues['figures'][number]): boolean =>
    section === kind;

const libraryOf = ({ sources }: Pick<Content, 'sources'>) => new Map(sources.map((row) => [row.id, row]));

function writeHistory({ published, updated, corrections }: Content['lead'] | PointValues, write: Writer): History {
  return { published, updated, corrections: corrections.map(({ date, text }) => ({ date, text: write.inline(text) })), notes: [] };
}

/** Reading time, at least one minute. */
function minutes(units: readonly Unit[]): number {
  return Math.max(1, Math.round(units.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0) / CHARACTERS_A_MINUTE));
}
