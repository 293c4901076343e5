import { fill } from '../text/fill.ts';
import { text, type Inline } from '../text/inline.ts';
import { nameAndTitle } from '../text/phrases.ts';
import type { SectionKind } from '../text/sections.ts';
import { unitsOf, type Article, type Point, type SectionHead } from './article.ts';
import { byTime, type SourceLink, type Unit, type UnitBlock, type Written } from './unit.ts';
import { feedHtml, type Html } from './html.ts';
import { once } from './once.ts';
import { claimed, fixedHead, headingOf, signedBy } from './voice.ts';
import { requireWhole } from './whole.ts';
import { lastChange } from './last-change.ts';
import { addressOf } from './site.ts';

/**
 * The points of a form as a feed before it is written in a format, the last changed first; an entry's id is its permanent address, days
 * are midnight UTC.
 */
export function feedOf(article: Article) {
  const { form, site, points } = article;
  const entries = points.map((point) => ({
    id: addressOf(form, `${point.number}/`),
    title: `${point.numeral}、${point.title.text}`,
    summary: claimed(article, { text: point.summary }),
    html: entryHtml(article, point),
    group: point.group.name,
    published: new Date(point.published),
    updated: new Date(point.updated),
  }));
  return {
    title: nameAndTitle(site, '：'),
    home: addressOf(form, ''),
    lang: form.lang,
    author: signedBy(site),
    rights: site.rights,
    description: site.description,
    updated: new Date(lastChange(article)),
    entries: entries.sort((a, b) => b.updated.getTime() - a.updated.getTime()),
  };
}

/** A point as a feed's reader sees it: under the names of its sections whose voice speaks, with its figures, indicators and sources. */
function entryHtml(article: Article, point: Point): string {
  const { words } = article;
  const html = once(feedHtml(article, `${point.number}/`));
  const heading = (head: SectionHead): string[] => (head.label ? [`<h2>${headingOf(head)}</h2>`] : []);
  const fixed = (kind: SectionKind): string[] => heading(fixedHead(article, point, kind));
  const brief = (label: string, unit: Unit, about = ''): string => `<p><b>${label}</b>${about}：${html(unit)}</p>`;
  const list = (rows: readonly string[], tag = 'ul'): string[] =>
    rows.length ? [`<${tag}>${rows.map((row) => `<li>${row}</li>`).join('')}</${tag}>`] : [];
  const { thesis, verdict, counter } = point;
  const entry = [
    ...(thesis ? [...fixed('thesis'), `<p>${html(thesis)}</p>`] : []),
    ...(verdict ? [brief(words.section.verdict.label, verdict, `（${fill(words.asOf, { date: html(verdict.date) })}）`)] : []),
    ...(counter ? [brief(counter.head.label, counter)] : []),
    ...point.sections.flatMap(({ figures, charts, blocks, ...head }) => [
      ...heading(head),
      ...list(
        figures.map(
          ({ value, unit, label, date, speaks, source }) =>
            `<b>${html(value)}${html(unit)}</b> ${html(label)}（${html(date)}；${html(speaks)}）${html(sourceMark(source))}`,
        ),
      ),
      ...charts.flatMap(({ title, alt, rows, note }) => [
        `<p><b>${html(title)}</b><br>${html(alt)}</p>`,
        ...list(
          rows.map(
            ({ label, series, shown, date, source }) =>
              `${[html(label), series].filter(Boolean).join('・')}：<b>${html(shown)}</b>${date.text && `（${html(date)}）`}${html(sourceMark(source))}`,
          ),
        ),
        ...(note ? [`<p>${html(note)}</p>`] : []),
      ]),
      ...byTime(blocks).flatMap((part) => [
        ...(part.isTold ? [`<h3>${part.isAfter ? words.times.after : words.times.then}</h3>`] : []),
        ...part.blocks.map((block) => blockHtml(block, html)),
      ]),
    ]),
    ...(point.indicators.length ? fixed('watch') : []),
    ...list(
      point.indicators.map(
        (row) =>
          `<b>${html(row.when)}</b> ${html(row.watch)}<br>${words.speaksFor}：${html(row.for)}<br>${words.speaksAgainst}：${html(row.against)}`,
      ),
    ),
    ...(point.sources.length ? fixed('sources') : []),
    ...list(
      point.sources.map(({ title, outlet, url, kind, grade, date }) =>
        [html(linkTo(url, title.text)), outlet, kind, fill(words.grade, { grade }), date].filter(Boolean).join('・'),
      ),
      'ol',
    ),
  ].join('\n');
  requireWhole(entry, `The feed's entry of point ${point.number}`, unitsOf(point).slice(1), ({ parts }) => parts.map(html));
  return entry;
}

const sourceMark = ({ id, number }: SourceLink): Written => written({ type: 'footnoteReference', identifier: id, label: String(number) });
const linkTo = (url: string, words: string): Written => written({ type: 'link', url, children: [text(words)] });
const written = (node: Inline): Written => ({ nodes: [node], text: '' });

function blockHtml({ type, start, units }: UnitBlock, html: Html): string {
  const paragraphs = units.map((unit) => `<p>${html(unit)}</p>`).join('\n');
  if (type === 'paragraph') return paragraphs;
  if (type === 'quote') return `<blockquote>${paragraphs}</blockquote>`;
  const items = units.map((unit) => `<li>${html(unit)}</li>`).join('');
  return start === undefined ? `<ul>${items}</ul>` : `<ol start="${start}">${items}</ol>`;
}
