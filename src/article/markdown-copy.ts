import { stringify } from 'yaml';
import { toMarkdown } from '../text/to-markdown.ts';
import { withoutHints } from '../text/phrases.ts';
import { fill } from '../words.ts';
import type { Article, History, Point, Source, Unit } from './article.ts';
import { lastChange } from './last-change.ts';
import { addressOf } from './site.ts';

/** A point as Markdown: front matter, then its text with the id of every unit at its end. */
export function pointMarkdown(article: Article, point: Point): string {
  const { form, site } = article;
  const facts = {
    title: point.title.text,
    number: point.number,
    url: addressOf(form, `${point.number}/`),
    lang: form.lang,
    author: site.name,
    published: point.published,
    updated: point.updated,
    basedOn: site.sourceArticle.url,
  };
  return document(facts, [...pointBlocks(article, point, '#'), ...footnotes(point.sources)]);
}

/** The whole article as Markdown: the lead, then every point. */
export function articleMarkdown(article: Article): string {
  const { form, site, lead, points } = article;
  const facts = {
    title: withoutHints(site.title),
    url: addressOf(form, 'full/'),
    lang: form.lang,
    author: site.name,
    published: site.published,
    updated: lastChange(article),
    basedOn: site.sourceArticle.url,
  };
  return document(facts, [
    `# ${facts.title}`,
    `## ${lead.title}`,
    ...lead.units.map(paragraph),
    ...corrections(article, lead),
    ...points.flatMap((point) => pointBlocks(article, point, '##')),
    ...footnotes([lead, ...points].flatMap(({ sources }) => sources)),
  ]);
}

const document = (facts: object, blocks: string[]): string => `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${blocks.join('\n\n')}\n`;

const mark = ({ id }: Unit, text: string): string => `${text} {#${id}}`;

const paragraph = (unit: Unit): string => mark(unit, toMarkdown(unit.html));

function pointBlocks(article: Article, point: Point, level: string): string[] {
  const { form, words } = article;
  const heading = (kind: keyof typeof words.section, voice = words.voice[kind]): string =>
    `${level}# ${words.section[kind]}${voice ? `（${voice}）` : ''}`;
  const figures = point.figures.map((figure) =>
    mark(figure, `- **${figure.value}${figure.unit}** ${toMarkdown(figure.html)}（${figure.date}）[^${figure.source.id}]`),
  );
  const indicators = point.indicators.map((row) =>
    mark(
      row,
      `- **${row.when}** ${toMarkdown(row.watch.html)}；${words.speaksFor}：${toMarkdown(row.for.html)}；${words.speaksAgainst}：${toMarkdown(row.against.html)}`,
    ),
  );
  const relations = point.relations.map(
    ({ kind, number, numeral, title, why }) =>
      `- ${fill(words.relationTo, { kind: words.relation[kind], n: numeral })}：[${title.text}](${addressOf(form, `${number}/`)})。${toMarkdown(why.html)}`,
  );
  return [
    mark(point.title, `${level} ${point.numeral}、${point.title.text}`),
    heading('thesis'),
    paragraph(point.thesis),
    ...point.sections.flatMap(({ kind, units }) => [
      heading(kind),
      ...(kind === 'evidence' && figures.length ? [figures.join('\n')] : []),
      ...units.map(paragraph),
    ]),
    heading('watch'),
    indicators.join('\n'),
    heading('relations'),
    relations.join('\n'),
    ...corrections(article, point),
  ];
}

const corrections = ({ words }: Article, { corrections }: History): string[] =>
  corrections.map(({ date, text }) => `**${words.correction}** ${date}：${text}`);

const footnotes = (sources: Source[]): string[] =>
  sources.map(({ id, name, url, kind, grade, date }) => `[^${id}]: [${name}](${url})，${[kind, grade, date].filter(Boolean).join('・')}`);
