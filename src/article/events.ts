import type { Content } from '../content/content.ts';
import { chinesePeriod, firstDay, lastDay } from '../text/dates.ts';
import type { Article, Point } from './article.ts';
import type { Indicator, Written } from './unit.ts';
import type { Writer } from './writer.ts';

/** Something that happened, or a period in which it did, with the points on which it bears. */
export interface Event {
  id: string;
  date: string;
  end: string;
  /** When, in words. */
  when: string;
  text: Written;
  /** It came after the article that is discussed. */
  isAfter: boolean;
  sources: { title: Written; outlet: string; url: string; language: string }[];
  points: Pick<Point, 'number' | 'numeral' | 'title'>[];
}

/** What happened before and after the article, in order; an event of which no point is to be seen is left out. */
export function writeEvents({ events, sources, site }: Content, points: readonly Point[], write: Writer): Event[] {
  const library = new Map(sources.map((row) => [row.id, row]));
  const byNumber = new Map(points.map((point) => [point.number, point]));
  const known = site.on && (site.on.known ?? lastDay(site.on.date));
  const written = events.map(({ id, date, end = '', text, sources: keys, points: numbers }): Event => ({
    id,
    date,
    end,
    when: write.text([date, end].filter(Boolean).map(chinesePeriod).join('至')),
    text: write.sentence(text),
    isAfter: known !== undefined && firstDay(date) > known,
    sources: keys.flatMap((key) => {
      const row = library.get(key);
      return row
        ? [{ title: write.sentence(row.title ?? row.outlet), outlet: write.text(row.outlet), url: row.url, language: row.lang }]
        : [];
    }),
    points: numbers.flatMap((number) => byNumber.get(number) ?? []),
  }));
  const shown = written.filter((event) => event.points.length);
  return shown.sort(
    (a, b) => firstDay(a.date).localeCompare(firstDay(b.date)) || lastDay(a.end || a.date).localeCompare(lastDay(b.end || b.date)),
  );
}

/** Whether there is a timeline: something happened, or is to be watched. */
export const hasTimeline = ({ events, points }: Pick<Article, 'events' | 'points'>): boolean =>
  events.length > 0 || points.some(({ indicators }) => indicators.length > 0);

/** What is to be watched at all points, in the order in which it falls due. */
export function watched(points: readonly Point[]): { point: Point; indicator: Indicator }[] {
  const all = points.flatMap((point) => point.indicators.map((indicator) => ({ point, indicator })));
  return all.sort((a, b) => lastDay(a.indicator.period).localeCompare(lastDay(b.indicator.period)));
}
