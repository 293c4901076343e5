import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import ICAL from 'ical.js';
import { articleUnits } from '../../src/article/article.ts';
import { namesOf } from '../../src/content/check-names.ts';
import { writerFor } from '../../src/article/writer.ts';
import { daysIn } from '../../src/text/dates.ts';
import { forms } from '../../src/text/forms.ts';
import { articleIn, content, dictionary } from '../support/house.ts';
import { builtFor, dist, pageAt } from '../support/site.ts';

const entries = [...content.people!.values, ...content.terms!.values].map(namesOf);
const noTerms = !entries.length && 'this article tells of no people or terms';
const events = content.events!.values;
const noEvents = !events.length && 'this article tells of no events';
const WORD = /[\p{Script=Latin}\p{N}]/u;

/**
 * The entries that a text names, the longest name first at each place, Latin ones as whole words: told by looking for every name
 * everywhere.
 */
function namedIn(text: string, names: readonly (readonly [name: string, id: string])[]): Set<string> {
  const found = new Set<string>();
  const small = text.toLowerCase();
  for (let index = 0; index < small.length; index += 1) {
    const here = names.filter(([name]) => small.startsWith(name, index)).sort(([a], [b]) => b.length - a.length)[0];
    if (!here) continue;
    const [name, id] = here;
    const ends = [index, index + name.length].map((place) => [small[place - 1], small[place]]);
    if (ends.some((pair) => pair.every((character) => character && WORD.test(character)))) continue;
    found.add(id);
    index += name.length - 1;
  }
  return found;
}

for (const form of forms) {
  const below = form.path && `${form.path}/`;

  test(`each entry of /terms/ leads to all units that name it, and to no other (${form.id})`, { skip: noTerms }, () => {
    const { text: write } = writerFor(form, dictionary);
    const names = entries.flatMap(({ id, names }) => names.map((name) => [write(name).toLowerCase(), id] as const));
    const wanted = new Map(entries.map(({ id }) => [id, [] as string[]]));
    for (const unit of articleUnits(articleIn(form)))
      for (const id of new Set(unit.parts.flatMap(({ text }) => [...namedIn(text, names)]))) wanted.get(id)!.push(unit.id);
    const { $ } = pageAt(`/${below}terms/`);
    for (const [id, units] of wanted) {
      const links = $(`#${id} dd:last-child a`);
      assert.deepEqual(links.map((_, node) => $(node).attr('href')!.replace(/^.*#/, '')).get(), units, id);
    }
  });

  test(`the first mention of a name in a paragraph leads to its entry, once (${form.id})`, { skip: noTerms }, () => {
    for (const { number } of articleIn(form).points) {
      const { $ } = pageAt(`/${below}${number}/`);
      $('.para[data-unit]').each((_, unit) => {
        const links = $(unit)
          .find('a.term')
          .map((_, node) => $(node).attr('href'))
          .get();
        assert.deepEqual(links, [...new Set(links)], $(unit).attr('id')!);
        for (const href of links) assert.equal(pageAt(`/${below}terms/`).$(`#${href.replace(/^.*#/, '')}`).length, 1, href);
      });
    }
  });

  test(`the calendar has every event and everything to watch, whole days up to the last one (${form.id})`, { skip: noEvents }, () => {
    const text = readFileSync(join(dist, below, 'timeline.ics'), 'utf8');
    const rows = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((row) => new ICAL.Event(row));
    const days = new Map(rows.map((row) => [row.uid.replace(/@.*/, ''), [row.startDate.toString(), row.endDate.toString()]]));
    const indicators = content.points.flatMap(({ values }) => values.indicators);
    assert.equal(rows.length, events.length + indicators.length);
    for (const { id, date, end } of events) {
      const [[from], [, to]] = [daysIn(date), daysIn(end ?? date)];
      assert.deepEqual(
        days.get(id),
        [from, to].map((day) => day.toISOString().slice(0, 10)),
        id,
      );
    }
    for (const row of rows) assert.ok(row.startDate.isDate && row.summary.length > 0 && row.startDate.compare(row.endDate) < 0, row.uid);
    for (const { id } of events) assert.ok(text.replace(/\r\n /g, '').includes(`${builtFor}${below}timeline/#${id}`), id);
  });

  test(
    `the timeline tells what was known then from what came after, each with its sources and points (${form.id})`,
    { skip: noEvents },
    () => {
      const { $ } = pageAt(`/${below}timeline/`);
      const order = $('.events li[id]')
        .toArray()
        .map(({ attribs }) => attribs.id);
      assert.deepEqual(
        order,
        articleIn(form).events.map(({ id }) => id),
      );
      for (const { id, isAfter, sources, points } of articleIn(form).events) {
        const row = $(`#${id}`);
        assert.equal(row.closest('.after').length > 0, isAfter, id);
        assert.equal(row.find('a[rel=external]').length, sources.length, id);
        assert.equal(row.find('a.song').length, points.length, id);
      }
    },
  );
}

test('a chart’s marks keep the order and the proportion of its values, from zero', () => {
  for (const { charts } of articleIn(forms[0]!).points.flatMap(({ sections }) => sections))
    for (const { id, kind, rows } of charts.filter((chart) => chart.kind === 'bars')) {
      const { $ } = pageAt(`/${id.replace(/^p(\d+)-.*/, '$1')}/`);
      const lengths = $(`#${id} tr svg path:first-child`)
        .map((_, node) => {
          const [, from, to] = /^M(-?[\d.]+) 2H(-?[\d.]+)/.exec($(node).attr('d')!)!;
          return Number(to) - Number(from);
        })
        .get();
      assert.equal(lengths.length, rows.length, kind);
      const whole = Math.max(...lengths.map((length, index) => length / Math.abs(rows[index]!.low || 1)));
      rows.forEach(({ low }, index) => assert.ok(Math.abs(lengths[index]! - Math.abs(low) * whole) < 1, `${id} ${index}`));
    }
});

test('a figure that is a share of a whole has a bar from zero as long as it says, and no other has one', () => {
  for (const { value, unit, id = '' } of content.points.flatMap(({ values }) => values.figures)) {
    const { $ } = pageAt(`/${id.replace(/^p(\d+)-.*/, '$1')}/`);
    const bars = $(`#${id} dt svg rect`)
      .map((_, node) => $(node).attr('width')!)
      .get();
    const [, share = '101'] = /^([\d.]+)[%％]/.exec(value + unit) ?? [];
    assert.deepEqual(bars, Number(share) <= 100 ? [`${Number(share)}%`] : [], id);
  }
});
