import { citedIn, unitsIn, type Section } from '../content/body.ts';
import type { Content, PointValues, WithSections } from '../content/content.ts';
import { hanNumeral } from '../text/numerals.ts';
import { firstSentences } from '../text/summary.ts';
import type { Words } from '../words.ts';
import { unitsOf, type Article, type BodySection, type Group, type History, type Lead, type Point, type SectionHead } from './article.ts';
import type { Unit } from './unit.ts';
import { blocksOf, chartOf, figureOf, indicatorOf, noteOf, numberSources, sourcesOf, unitOf, verdictOf, type Citing } from './units.ts';
import { headOf } from './voice.ts';
import type { Writer } from './writer.ts';

/** Characters of a description that a search engine or a chat shows whole. */
export const DESCRIPTION = 100;
const CHARACTERS_A_MINUTE = 350;

/** Reading time in minutes, at least one. */
export function minutes(units: readonly Unit[]): number {
  return Math.max(1, Math.round(units.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0) / CHARACTERS_A_MINUTE));
}

/** A point in one written form; its relations are not known yet. */
export function writePoint(
  point: WithSections<PointValues>,
  group: Group,
  content: Content,
  speaker: Pick<Article, 'site' | 'words'>,
  write: Writer,
): Point {
  const { number } = point;
  const { words } = speaker;
  const rows = new Map(content.headings.map((row) => [row.heading, row]));
  const bodies = inParts(point, rows);
  const citing = bodies.flatMap(({ section, figures, charts }) => [
    ...figures.map(({ id = '', source }) => ({ id, cites: [noteOf(source)] })),
    ...charts.map(({ id = '', rows: data }) => ({ id, cites: data.map(({ source }) => noteOf(source)) })),
    ...citingIn([section]),
  ]);
  const cited = numberSources(number, citing);
  const written = (row: Content['headings'][number]) => ({ ...row, label: write.text(row.heading), voice: write.text(row.voice ?? '') });
  const headed = ({ heading, id = '' }: Section): SectionHead => {
    const row = rows.get(heading);
    return row ? headOf(speaker, number, written(row)) : { id, label: write.text(heading), voice: '', by: '' };
  };
  const sections = bodies.map(({ section, ...given }): BodySection => {
    const figures = given.figures.map((figure) => figureOf(figure, cited, write, words));
    const charts = given.charts.map((chart) => chartOf(chart, cited, write));
    const blocks = blocksOf(section.blocks, cited, write);
    return { ...headed(section), figures, charts, blocks, units: [...figures, ...charts, ...blocks.flatMap(({ units }) => units)] };
  });
  const against = content.headings.find(({ look }) => look === 'counter');
  const counterHead = sections.find(({ look }) => look === 'counter') ?? {
    ...headOf(speaker, number, against ? written(against) : { number: 0, label: words.counter, voice: words.voiceOfCounter }),
    id: '',
  };
  const thesis = point.thesis === undefined ? undefined : unitOf(`p${number}-0`, write.sentence(point.thesis));
  const gist = point.gist === undefined ? undefined : write.sentence(point.gist);
  const [opening] = sections.flatMap(({ blocks }) => blocks.flatMap(({ units }) => units));
  const whole: Point = {
    number,
    numeral: hanNumeral(number),
    title: unitOf(`p${number}-t`, write.heading(point.title)),
    ...(gist && { gist }),
    ...(thesis && { thesis }),
    ...(point.counter && { counter: { ...unitOf(`p${number}-c`, write.sentence(point.counter)), head: headAlone(counterHead) } }),
    ...(point.verdict && { verdict: verdictOf(number, point.verdict, write) }),
    summary: thesis?.text ?? firstSentences(gist?.text ?? opening?.text ?? '', DESCRIPTION),
    group,
    sections,
    indicators: point.indicators.map((row) => indicatorOf(row, write, words)),
    ...writeHistory(point, write),
    relations: [],
    sources: sourcesOf(point.sources, cited, libraryOf(content), citing, write, words),
    minutes: 0,
  };
  return { ...whole, minutes: minutes(unitsOf(whole)) };
}

const citingIn = (sections: readonly Section[]): Citing[] =>
  unitsIn(sections).map(({ id = '', content }) => ({ id, cites: citedIn(content).map(String) }));

const headAlone = ({ id, label, voice, by, look }: SectionHead): SectionHead => ({ id, label, voice, by, look });

/**
 * The sections of a point as written, each with its figures and charts: those without a section of their own stand in the first that holds
 * figures, else in the first.
 */
function inParts(point: WithSections<PointValues>, rows: ReadonlyMap<string, Content['headings'][number]>) {
  const sections =
    point.sections.length || !(point.figures.length + point.charts.length) ? point.sections : [{ heading: '', line: 0, blocks: [] }];
  const holding = sections.findIndex(({ heading }) => rows.get(heading)?.evidence);
  const home = Math.max(0, holding);
  return sections.map((section, index) => {
    const kind = rows.get(section.heading)?.id;
    const isHere = (row: { section?: string | undefined }): boolean => (row.section === undefined ? index === home : row.section === kind);
    return { section, figures: point.figures.filter(isHere), charts: point.charts.filter(isHere) };
  });
}

/** What stands before the points. */
export function writeLead({ lead, sources }: Content, said: Words, write: Writer): Lead {
  if (!lead)
    return { number: 0, title: said.lead, blocks: [], units: [], sources: [], published: '', updated: '', corrections: [], notes: [] };
  const citing = citingIn(lead.sections);
  const cited = numberSources(0, citing);
  const blocks = lead.sections.flatMap((section) => blocksOf(section.blocks, cited, write));
  return {
    number: 0,
    title: lead.title === undefined ? said.lead : write.text(lead.title),
    blocks,
    units: blocks.flatMap(({ units }) => units),
    sources: sourcesOf(lead.sources, cited, libraryOf({ sources }), citing, write, said),
    ...writeHistory(lead, write),
  };
}

const libraryOf = ({ sources }: Pick<Content, 'sources'>) => new Map(sources.map((row) => [row.id, row]));

function writeHistory({ published, updated, corrections }: NonNullable<Content['lead']> | PointValues, write: Writer): History {
  return { published, updated, corrections: corrections.map(({ date, text }) => ({ date, text: write.inline(text) })), notes: [] };
}
