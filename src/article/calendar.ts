import ical from 'ical-generator';
import { daysIn } from '../text/dates.ts';
import { withoutHints } from '../text/phrases.ts';
import type { Article } from './article.ts';
import { watched } from './events.ts';
import { unitAddress } from './html.ts';
import { lastChange } from './last-change.ts';
import { addressOf } from './site.ts';

/** The events and what is to be watched as a calendar (RFC 5545): whole days, a period up to its last; UIDs are the permanent ids. */
export function calendarOf(article: Article): string {
  const { form, site, words, events, points } = article;
  const home = addressOf(form, '');
  const stamp = new Date(`${lastChange(article)}T00:00:00Z`);
  const calendar = ical({
    name: `${site.name}：${withoutHints(site.title)}`,
    url: addressOf(form, 'timeline/'),
    prodId: { company: site.name, product: words.timeline.title },
  });
  const add = (id: string, summary: string, url: string, from: string, to: string): void => {
    const [[start], [, end]] = [daysIn(from), daysIn(to)];
    calendar.createEvent({ id: `${id}@${new URL(home).hostname}`, start, end, allDay: true, summary, url, stamp });
  };
  for (const { id, text, date, end } of events) add(id, text.text, `${addressOf(form, 'timeline/')}#${id}`, date, end || date);
  for (const { point, indicator } of watched(points))
    add(
      indicator.id,
      `${words.section.watch.label}：${indicator.watch.text}（${point.title.text}）`,
      unitAddress(article, indicator.id),
      indicator.period,
      indicator.period,
    );
  return calendar.toString();
}
