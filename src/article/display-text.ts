import { fill } from '../text/fill.ts';
import { withoutHints } from '../text/phrases.ts';
import type { Article } from './article.ts';

const DIGITS_AND_LABELS = '0123456789.,%-−–〇一二三四五六七八九十年月日第季上下半';

/** The characters that a form's pages set in the display font, each once and in order: names, titles, numerals, labels, figures. */
export function displayText({ site, words, lead, points, removed, groups, events }: Article): string {
  const strings = [
    DIGITS_AND_LABELS,
    site.name,
    withoutHints(site.title),
    site.kicker,
    lead.title,
    ...Object.values(words.section).map(({ label }) => label),
    words.counter,
    words.terms.title,
    words.terms.person,
    words.terms.organisation,
    words.terms.term,
    words.timeline.title,
    words.timeline.coming,
    words.times.then,
    words.times.after,
    ...events.map(({ when }) => when),
    words.searchPage.title,
    words.searchPage.all,
    words.about,
    words.notFound.title,
    words.full,
    fill(words.home.ties, { site: site.name }),
    ...groups.map(({ name }) => name),
    ...removed.map(({ title }) => title.text),
    ...points.flatMap((point) => [
      point.numeral,
      point.title.text,
      ...point.sections.map(({ label }) => label),
      ...point.sections.flatMap(({ figures }) => figures).flatMap(({ value, unit }) => [value.text, unit.text]),
      ...point.indicators.map(({ when }) => when.text),
    ]),
  ];
  return [...new Set(strings.join(''))].sort().join('');
}
