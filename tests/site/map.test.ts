import assert from 'node:assert/strict';
import test from 'node:test';
import { converterFor } from '../../src/text/convert.ts';
import { forms } from '../../src/text/forms.ts';
import { pagePath } from '../../src/text/links.ts';
import { hanNumeral } from '../../src/text/numerals.ts';
import { fill } from '../../src/text/fill.ts';
import { words } from '../../src/words.ts';
import { content, dictionary } from '../support/house.ts';
import { pageAt, pointPages } from '../support/site.ts';

const { groups } = content.site!.values;
/** The points in the order in which the site shows them. */
const points = groups.flatMap((group) =>
  group.points.map((number) => content.points.find(({ values }) => values.number === number)!.values),
);
const relations = points.flatMap(({ number, relations }) => relations.map((relation) => ({ ...relation, from: number })));
const inverse = { follows: 'leads', leads: 'follows', pulls: 'pulls' } as const;

/** The relations of a point as its reader sees them: what another leads to, it carries on. */
const seenFrom = (number: number) =>
  relations
    .flatMap(({ from, to, kind, why }) => {
      if (from === number) return [{ other: to, kind, why }];
      return to === number ? [{ other: from, kind: inverse[kind], why }] : [];
    })
    .sort((a, b) => a.other - b.other);

for (const form of forms) {
  const write = converterFor(form, dictionary).text;
  const { $ } = pageAt(pagePath('/', form, ''));

  test(`the map has the groups by name, in order, each with its points (${form.id})`, () => {
    const shown = $('.map-group')
      .toArray()
      .map((node) => [
        $(node).find('h2').text().trim(),
        $(node)
          .find('.row')
          .toArray()
          .map(({ attribs }) => attribs.id),
      ]);
    const rows = groups.map(({ name, points: own }) => [write(name), own.map((number) => `n${number}`)]);
    assert.deepEqual(shown, rows);
  });

  test(`the map draws every relation once as an arc from row to row, dashed where points pull (${form.id})`, () => {
    const row = (number: number): number => points.findIndex((point) => point.number === number) * 100 + 50;
    const drawn = $('.arcs path')
      .toArray()
      .map(({ attribs }) => {
        const [, from, , to] = /^M0 (\d+)C([\d.]+) \1 \2 (\d+) 0 \3$/.exec(attribs.d!) ?? [];
        return {
          ends: [attribs['data-from'], attribs['data-to']].map(Number),
          rows: [from, to].map(Number),
          pulls: attribs.class === 'pulls',
        };
      });
    const wanted = relations.map(({ from, to, kind }) => {
      const ends = [from, to].sort((a, b) => a - b);
      return { ends, rows: ends.map(row), pulls: kind === 'pulls' };
    });
    const inOrder = (list: typeof wanted): string[] => list.map((arc) => JSON.stringify(arc)).sort();
    assert.deepEqual(inOrder(drawn), inOrder(wanted));
    assert.equal($('.arcs').attr('viewBox'), `0 0 100 ${points.length * 100}`);
    assert.equal($('.arcs').attr('aria-hidden'), 'true');
  });

  test(`a row of the map leads to the points it carries on and those it leads to, and names the kind (${form.id})`, () => {
    for (const { number } of points) {
      const shown = $(`#n${number} .row-relations p`)
        .toArray()
        .map((node) => [
          $(node).find('span').text(),
          $(node)
            .find('a')
            .toArray()
            .map(({ attribs }) => [attribs.href, attribs['aria-label'], attribs.class!.includes('pulls')]),
        ]);
      const side = (label: string, isOn: (other: number) => boolean) => {
        const links = seenFrom(number)
          .filter(({ other }) => isOn(other))
          .map(({ other, kind }) => [
            `#n${other}`,
            write(fill(words.relationTo, { kind: words.relation[kind].label, n: hanNumeral(other) })),
            kind === 'pulls',
          ]);
        return links.length ? [[write(label), links]] : [];
      };
      const wanted = [...side(words.carriesOn, (other) => other < number), ...side(words.leadsTo, (other) => other > number)];
      assert.deepEqual(shown, wanted, `#n${number}`);
    }
  });

  test(`a point says how each related point bears on it, and why, on its page and in the whole (${form.id})`, () => {
    for (const { number } of points) {
      const wanted = (href: (other: number) => string) =>
        seenFrom(number).map(({ other, kind, why }) => [
          href(other),
          pageAt(pagePath('/', form, `${other}/`))
            .$('h1')
            .text(),
          write(words.relation[kind].label),
          write(words.relation[kind].label) + write(why),
        ]);
      const shown = (path: string, within: string) => {
        const page = pageAt(pagePath('/', form, path)).$;
        return page(`${within} .relations li`)
          .toArray()
          .map((node) => [
            page(node).find('a').attr('href'),
            page(node).find('a').text(),
            page(node).find('b').text(),
            page(node).find('p').text().replace(/\s+/g, ''),
          ]);
      };
      assert.deepEqual(
        shown(`${number}/`, `#p${number}-s6`),
        wanted((other) => pagePath('/', form, `${other}/`)),
      );
      assert.deepEqual(
        shown('full/', `#n${number}`),
        wanted((other) => `#n${other}`),
      );
    }
  });
}

test('a point leads to the one before and the one after, at either end back to the map', () => {
  for (const { path, page, form, $ } of pointPages) {
    const index = points.findIndex(({ number }) => `${number}/` === page);
    const sides = [points[index - 1], points[index + 1]].map((point) => pagePath('/', form, point ? `${point.number}/` : ''));
    const links = $('.neighbours a').toArray();
    assert.deepEqual(
      links.map(({ attribs }) => attribs.href),
      sides,
      path,
    );
    for (const [side, link] of links.entries()) {
      const isHome = sides[side] === pagePath('/', form, '');
      assert.equal(link.attribs.rel, isHome ? undefined : ['prev', 'next'][side], path);
      const title = isHome ? '' : pageAt(sides[side]!).$('h1').text();
      assert.ok($(link).find('strong').text().includes(title), path);
    }
  }
});
