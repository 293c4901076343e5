import { linkMarkdown } from '../text/markdown.ts';
import type { SectionKind } from '../text/sections.ts';
import { withoutHints } from '../text/phrases.ts';
import { fill } from '../text/fill.ts';
import { articleUnits, unitsOf, type Article, type History, type Point, type SectionHead } from './article.ts';
import { byTime, type Chart, type Figure, type Source, type Unit, type UnitBlock, type Written } from './unit.ts';
import { fixedHead, headingOf, signedBy } from './voice.ts';
import { requireWhole } from './whole.ts';
import { lastChange } from './last-change.ts';
import { document, markdownIn, removedBlocks } from './copy.ts';
import { addressOf } from './site.ts';

/** A point as Markdown: front matter, then its text with the id of every unit at its end. */
export function pointMarkdown(article: Article, point: Point): string {
  const { form, site } = article;
  const facts = {
    title: point.title.text,
    number: point.number,
    url: addressOf(form, `${point.number}/`),
    lang: form.lang,
    author: signedBy(site),
    published: point.published,
    updated: point.updated,
    ...termsOf(article),
  };
  return whole(article, unitsOf(point), document(facts, [...pointBlocks(article, point, '#'), ...footnotes(point.sources)]));
}

/** The whole article as Markdown: the lead, then every point. */
export function articleMarkdown(article: Article): string {
  const { form, site, lead, points, removed } = article;
  const facts = {
    title: withoutHints(site.title),
    url: addressOf(form, 'full/'),
    lang: form.lang,
    author: signedBy(site),
    published: site.published,
    updated: lastChange(article),
    ...termsOf(article),
  };
  const copy = document(facts, [
    `# ${facts.title}`,
    ...(lead.units.length ? [`## ${lead.title}`, ...blocksIn(article, lead.blocks)] : []),
    ...corrections(article, lead),
    ...points.flatMap((point) => pointBlocks(article, point, '##')),
    ...removed.flatMap((point) => removedBlocks(article, point, '##')),
    ...footnotes([lead, ...points].flatMap(({ sources }) => sources)),
  ]);
  return whole(article, articleUnits(article), copy);
}

/** Which article the text discusses, and under what terms it stands. */
const termsOf = ({ site: { on, rights } }: Article): object => ({ ...(on && { basedOn: on.url }), ...(rights && { rights }) });

function whole(article: Article, units: readonly Unit[], copy: string): string {
  requireWhole(copy, 'The Markdown copy', units, ({ id, parts }) => [...parts.map(markdownIn(article)), `{#${id}}`]);
  return copy;
}

const mark = ({ id }: Unit, text: string): string => `${text} {#${id}}`;

/** A chart as a paragraph: its title, what it shows, its values one after the other. */
function chartLine(chart: Chart, markdown: (written: Written) => string): string {
  const { title, alt, rows, note } = chart;
  const values = rows.map(
    ({ label, series, shown, date, source }) =>
      `${markdown(label)}${series && `・${series}`}：${markdown(shown)}${date.text && `（${markdown(date)}）`}[^${source.id}]`,
  );
  return mark(chart, `**${markdown(title)}** ${markdown(alt)} ${values.join('；')}。${note ? markdown(note) : ''}`);
}

function blocksIn(article: Article, blocks: readonly UnitBlock[]): string[] {
  const markdown = markdownIn(article);
  return blocks.map(({ type, start, units }) => {
    const texts = units.map((unit) => mark(unit, markdown(unit)));
    if (type === 'list') return texts.map((text, index) => `${start === undefined ? '-' : `${start + index}.`} ${text}`).join('\n');
    return type === 'quote' ? texts.map((text) => `> ${text}`).join('\n>\n') : texts.join('\n\n');
  });
}

function pointBlocks(article: Article, point: Point, level: string): string[] {
  const { form, words } = article;
  const markdown = markdownIn(article);
  const heading = (head: SectionHead): string[] => (head.label ? [`${level}# ${headingOf(head)}`] : []);
  const fixed = (kind: SectionKind): string[] => heading(fixedHead(article, point, kind));
  const figureLines = (figures: readonly Figure[]): string =>
    figures
      .map((figure) => {
        const { value, unit, label, date, speaks, source } = figure;
        return mark(
          figure,
          `- **${markdown(value)}${markdown(unit)}** ${markdown(label)}（${markdown(date)}；${markdown(speaks)}）[^${source.id}]`,
        );
      })
      .join('\n');
  const { thesis, verdict, counter } = point;
  const indicators = point.indicators.map((row) =>
    mark(
      row,
      `- **${markdown(row.when)}** ${markdown(row.watch)}；${words.speaksFor}：${markdown(row.for)}；${words.speaksAgainst}：${markdown(row.against)}`,
    ),
  );
  const relations = point.relations.map(
    ({ label, number, numeral, title, why }) =>
      `- ${fill(words.relationTo, { kind: label, n: numeral })}：[${markdown(title)}](${addressOf(form, `${number}/`)})。${markdown(why)}`,
  );
  return [
    mark(point.title, `${level} ${point.numeral}、${markdown(point.title)}`),
    ...(thesis ? [...fixed('thesis'), mark(thesis, markdown(thesis))] : []),
    ...(verdict
      ? [mark(verdict, `**${words.section.verdict.label}**（${fill(words.asOf, { date: markdown(verdict.date) })}）：${markdown(verdict)}`)]
      : []),
    ...(counter ? [mark(counter, `**${counter.head.label}**：${markdown(counter)}`)] : []),
    ...point.sections.flatMap(({ figures, charts, blocks, ...head }) => [
      ...heading(head),
      ...(figures.length ? [figureLines(figures)] : []),
      ...charts.map((chart) => chartLine(chart, markdown)),
      ...byTime(blocks).flatMap((part) => [
        ...(part.isTold ? [`${level}## ${part.isAfter ? words.times.after : words.times.then}`] : []),
        ...blocksIn(article, part.blocks),
      ]),
    ]),
    ...(indicators.length ? [...fixed('watch'), indicators.join('\n')] : []),
    ...(relations.length ? [...fixed('relations'), relations.join('\n')] : []),
    ...corrections(article, point),
  ];
}

const corrections = (article: Article, { corrections }: History): string[] =>
  corrections.map(({ date, text }) => `**${article.words.correction}** ${date}：${markdownIn(article)(text)}`);

const footnotes = (sources: readonly Source[]): string[] =>
  sources.map(({ id, title, outlet, url, archive, kind, grade, date }) => {
    const about = [outlet, kind, grade, date].filter(Boolean).join('・');
    return `[^${id}]: ${linkMarkdown(title.text, url)}，${about}${archive ? `（${archive}）` : ''}`;
  });
