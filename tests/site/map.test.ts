import assert from 'node:assert/strict';
import test from 'node:test';
import { converterFor } from '../../src/text/convert.ts';
import { chinesePeriod } from '../../src/text/dates.ts';
import { forms } from '../../src/text/forms.ts';
import { pagePath } from '../../src/text/links.ts';
import { hanNumeral } from '../../src/text/numerals.ts';
import { fill } from '../../src/text/fill.ts';
import { content, dictionary, groups, wordsIn } from '../support/house.ts';
import { pageAt, pointPages } from '../support/site.ts';

/** The points in the order in which the site shows them. */
const points = groups.flatMap((group) =>
  group.points.map((number) => content.points.find(({ values }) => values.number === number)!.values),
);
const relations = points.flatMap(({ number, relations }) => relations.map((relation) => ({ ...relation, from: number })));
const inverse = { follows: 'leads', leads: 'follows', pulls: 'pulls' } as const;

/** The relations as pairs, the point that stands first on the map before the other. */
const pairs = relations.map(({ from, to, kind, why }) => {
  const [first = 0, last = 0] = points.map(({ number }) => number).filter((number) => number === from || number === to);
  return { first, last, kind, why };
});
/** The points that have some. */
const tied = points.filter(({ number }) => pairs.some((pair) => [pair.first, pair.last].includes(number)));
const bare = (text: string): string => text.replace(/\s+/g, '');

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
  const words = wordsIn(form);
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
    const rows = groups.map(({ name = '', points: own }) => [write(name), own.map((number) => `n${number}`)]);
    assert.deepEqual(shown, rows);
  });

  const related = { skip: !relations.length && 'this article has no relations' };

  test(`the map draws every relation once as an arc from row to row, dashed where points pull (${form.id})`, related, () => {
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

  test(`a row gives title, gist and the dated verdict, its group one sentence (${form.id})`, () => {
    for (const { number, title, gist, verdict } of points) {
      const shown = (part: string): string => bare($(`#n${number} ${part}`).text());
      assert.equal(shown('strong'), bare(write(title.replaceAll('|', ''))));
      assert.equal(shown('.gist'), bare(write(gist ?? '')));
      const day = verdict && fill(words.asOf, { date: write(chinesePeriod(verdict.date)) });
      assert.equal(shown('.row-verdict'), bare(verdict ? words.section.verdict.label + write(verdict.text) + day : ''));
    }
    const told = $('.map-group-head small').toArray();
    assert.deepEqual(
      told.map((node) => $(node).text()),
      groups.flatMap(({ name, gist }) => (name && gist ? write(gist) : [])),
    );
  });

  test(
    `a row tells what its point leads to and pulls against, each with why, and only names what it comes from (${form.id})`,
    related,
    () => {
      for (const { number } of points) {
        const shown = $(`#n${number} .row-ties li`)
          .toArray()
          .map((node) => ({
            label: $(node).children(':not(a, .why)').text(),
            links: $(node)
              .find('a')
              .toArray()
              .map(({ attribs }) => [attribs.href, attribs['aria-label']]),
            why: bare($(node).find('.why').text()),
            pulls: $(node).hasClass('pulls'),
          }));
        const link = ({ other, kind }: { other: number; kind: keyof typeof inverse }): (string | undefined)[] => [
          `#n${other}`,
          fill(words.relationTo, { kind: words.relation[kind].label, n: hanNumeral(other) }),
        ];
        const seen = seenFrom(number);
        const incoming = seen.filter(({ kind }) => kind === 'follows');
        const wanted = seen
          .filter(({ kind }) => kind !== 'follows')
          .map((relation) => ({
            label: words.relation[relation.kind].arrow as string,
            links: [link(relation)],
            why: bare(write(relation.why)),
            pulls: relation.kind === 'pulls',
          }));
        if (incoming.length) wanted.push({ label: words.home.from, links: incoming.map(link), why: '', pulls: false });
        assert.deepEqual(shown, wanted, `#n${number}`);
      }
    },
  );

  test(`the band has each pair that pulls once, with why, before the rows, and again below them for phones (${form.id})`, related, () => {
    const shown = $('.tensions')
      .toArray()
      .map((list) =>
        $(list)
          .find('li')
          .toArray()
          .map((node) => [
            ...$(node)
              .find('a')
              .toArray()
              .map(({ attribs }) => attribs.href),
            bare($(node).children('p').last().text()),
          ])
          .sort(),
      );
    const wanted = pairs
      .filter(({ kind }) => kind === 'pulls')
      .map(({ first, last, why }) => [`#n${first}`, `#n${last}`, bare(write(why))])
      .sort();
    assert.deepEqual(shown, [wanted, wanted]);
    const order = $('main > *')
      .toArray()
      .map(({ attribs }) => attribs.class)
      .filter((name) => /^(band|map|matrix|intro)/.test(name!));
    assert.deepEqual(order, ['band', 'map tied', 'band below', 'matrix', ...(content.lead ? ['intro'] : [])]);
  });

  test(`the filter is links to themselves, with ASCII ids and how many each shows (${form.id})`, related, () => {
    const pulling = pairs.filter(({ kind }) => kind === 'pulls').length;
    const links = $('.filter a').toArray();
    assert.deepEqual(
      links.map(({ attribs }) => attribs.href),
      links.map(({ attribs }) => `#${attribs.id}`),
    );
    for (const { attribs } of links) assert.match(attribs.id!, /^ties-[a-z-]+$/);
    assert.deepEqual(
      links.map((node) => Number(/\d+/.exec($(node).text()))),
      [pairs.length, pairs.length - pulling, pulling, pairs.length, pairs.length - pulling, pulling],
    );
  });

  test(
    `half a matrix has a cell for every pair, and a button in each that is related opens both titles and why (${form.id})`,
    related,
    () => {
      const rows = $('.matrix tbody tr').toArray();
      assert.deepEqual(
        rows.map((row) => $(row).find('td').length),
        tied.slice(1).map((_, index) => index + 1),
      );
      const shown = rows.flatMap((row, y) =>
        $(row)
          .find('td')
          .toArray()
          .flatMap((cell, x) =>
            $(cell)
              .find('button')
              .toArray()
              .map(({ attribs }) => {
                const card = $(`#${attribs.popovertarget}[popover]`);
                const titles = card
                  .find('a')
                  .toArray()
                  .map(({ attribs }) => attribs.href!);
                return [
                  tied[x]!.number,
                  tied[y + 1]!.number,
                  attribs.class === 'pulls',
                  [...titles].sort(),
                  bare(card.children('p').last().text()),
                ];
              }),
          ),
      );
      const wanted = pairs.map(({ first, last, kind, why }) => [
        first,
        last,
        kind === 'pulls',
        [first, last].map((number) => pagePath('/', form, `${number}/`)).sort(),
        bare(write(why)),
      ]);
      assert.deepEqual(shown.map(String).sort(), wanted.map(String).sort());
    },
  );

  test(
    `the lead is on the home page, its references lead to the whole, and its units are those of the whole (${form.id})`,
    { skip: !content.lead && 'this article has no lead' },
    () => {
      const whole = pageAt(pagePath('/', form, 'full/')).$;
      const paragraphs = (page: typeof $, selector: string): string[] =>
        page(selector)
          .toArray()
          .map((node) => {
            const copy = page(node).clone();
            copy.find('.pn').remove();
            return bare(copy.text());
          });
      const lead = paragraphs($, '.intro-text :is(p, li)');
      assert.ok(lead.length);
      assert.deepEqual(lead, paragraphs(whole, '.lead [data-unit]'));
      for (const { attribs } of $('.intro .ref a').toArray()) {
        const [path, id] = attribs.href!.split('#');
        assert.equal(path, pagePath('/', form, 'full/'));
        assert.equal(whole(`#${id}`).length, 1, `#${id}`);
      }
      assert.equal($('[data-unit]').length, lead.length);
    },
  );

  test(`the home page names what changed last, and links its feeds where readers see it (${form.id})`, () => {
    const last = points
      .map(({ updated }) => updated)
      .sort()
      .at(-1);
    assert.equal($('.changes time').attr('datetime'), last);
    const links = $('.changes a')
      .toArray()
      .map(({ attribs }) => attribs.href);
    const changed = points.filter(({ updated }) => updated === last).map(({ number }) => `${number}/`);
    assert.deepEqual(
      links,
      [...changed, 'feed.xml', 'feed.json'].map((page) => pagePath('/', form, page)),
    );
  });

  test(`a point says how each related point bears on it, and why, on its page and in the whole (${form.id})`, related, () => {
    for (const { number } of points) {
      const wanted = (href: (other: number) => string) =>
        seenFrom(number).map(({ other, kind, why }) => [
          href(other),
          pageAt(pagePath('/', form, `${other}/`))
            .$('h1')
            .text(),
          words.relation[kind].label,
          words.relation[kind].label + write(why),
        ]);
      const shown = (path: string, within: string) => {
        const page = pageAt(pagePath('/', form, path)).$;
        return page(`${within} .relations li`)
          .toArray()
          .map((node) => [
            page(node).find('a').attr('href'),
            page(node).find('a').contents().slice(1).text(),
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
