import { unitsIn } from '../content/body.ts';
import type { Content, PointValues } from '../content/content.ts';
import { today as thisDay, visibleFrom } from '../content/visible.ts';
import { chinesePeriod } from '../text/dates.ts';
import type { Form } from '../text/forms.ts';
import { fill } from '../text/fill.ts';
import { firstSentences } from '../text/summary.ts';
import { articleUnits, type Article } from './article.ts';
import type { Unit } from './unit.ts';
import { blocksOf } from './units.ts';
import { removedPoints, settleRetired } from './retired.ts';
import { writeEvents } from './events.ts';
import { noteMentions, writeTerms } from './terms.ts';
import { relate } from './ties.ts';
import { DESCRIPTION, minutes, writeLead, writePoint } from './write-part.ts';
import { givenGroups, writeSite, writeWords } from './write-site.ts';
import { writerFor } from './writer.ts';

/** For whom the article is written: what is published on a day, YYYY-MM-DD, and for an editor the rest too, marked. */
export interface View {
  today?: string;
  drafts?: boolean;
}

/** Writes the whole article in one written form, as plain objects ready to show. The content must be without problems. */
export function writeArticle(all: Content, form: Form, { today = thisDay(), drafts = false }: View = {}): Article {
  const isHidden = (point: PointValues): boolean => visibleFrom(point) > today;
  const content = drafts ? all : { ...all, points: all.points.filter((point) => !isHidden(point)) };
  if (!content.points.length) throw new Error(`沒有一點可以發布：每一點都是草稿，或日期在${today}之後。`);
  const write = writerFor(form, content.dictionary);
  const said = writeWords(all, form, write);
  const lead = writeLead(content, said, write);
  const speaker = { site: writeSite(content, write), words: said };
  const order = givenGroups(all);
  const groups = order.map(({ id = '', name = '', gist = '' }) => ({ id, ...write.values({ name, gist }, []) }));
  const byNumber = new Map(
    content.points.map((point) => {
      const group = groups[order.findIndex(({ points }) => points.includes(point.number))];
      if (!group) throw new Error(`Point ${point.number} stands in no group.`);
      return [point.number, writePoint(point, group, content, speaker, write)];
    }),
  );
  for (const { number, draft, published } of content.points.filter(isHidden)) {
    const hidden = draft ? said.draft : fill(said.due, { date: write.text(chinesePeriod(published)) });
    Object.assign(byNumber.get(number) ?? {}, { hidden });
  }
  const filled = groups
    .map((group, index) => ({ ...group, points: (order[index]?.points ?? []).flatMap((number) => byNumber.get(number) ?? []) }))
    .filter((group) => group.points.length);
  const points = filled.flatMap((group) => group.points);
  relate(content.points, byNumber, said, write);
  const { site } = speaker;
  const { terms, findNames } = writeTerms(content, said, write);
  site.description ||= firstSentences(lead.units[0]?.text ?? points[0]?.summary ?? '', DESCRIPTION);
  const article: Article = {
    form,
    site,
    words: said,
    lead,
    about: content.about.sections.map(({ heading, blocks }) => ({
      heading: write.text(heading),
      blocks: blocksOf(blocks, new Map(), write),
    })),
    points,
    removed: removedPoints(content.ids.retired, write),
    groups: filled,
    terms,
    findNames,
    events: writeEvents(content, points, write),
    moved: new Map(),
    minutes: 0,
  };
  settleRetired(article, content, write);
  const units = articleUnits(article);
  requireAll(units, content);
  noteMentions(terms, units, findNames);
  return { ...article, minutes: minutes(units) };
}

/** Throws where the article has not every unit that was written. */
function requireAll(units: readonly Unit[], { lead, points }: Content): void {
  const written = points.flatMap(({ title, thesis, verdict, counter, figures, charts, indicators, sections }) => [
    ...[title, thesis, verdict, counter].filter(Boolean),
    ...[figures, charts, indicators, unitsIn(sections)].flat(),
  ]);
  const count = written.length + unitsIn(lead?.sections ?? []).length;
  if (units.length !== count)
    throw new Error(`The article has ${units.length} units in place of the ${count} that were written: nothing was published.`);
}
