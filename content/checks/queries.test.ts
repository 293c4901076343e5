import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { writeArticle } from '../../src/article/write.ts';
import { writerFor } from '../../src/article/writer.ts';
import { namesOf } from '../../src/content/check-names.ts';
import { contentFolder } from '../../src/content/folder.ts';
import { searchFile } from '../../src/search/index/search-file.ts';
import { searchSite, withDifferences } from '../../src/search/index/search-site.ts';
import { answer, openPoint } from '../../src/search/match/answer.ts';
import { readingsOf } from '../../src/search/match/search-file.ts';
import { forms } from '../../src/text/forms.ts';
import { goodContent } from '../../tests/support/content.ts';
import { plain } from '../../tests/support/oracle.ts';

interface Query {
  q: string;
  from: string;
  means: string[];
  miss?: string;
}
const asked = parse(readFileSync(new URL('queries.yaml', import.meta.url), 'utf8')) as Query[];
const content = goodContent(contentFolder());
const sites = forms.map((form) => searchSite(writeArticle(content, form)));
const SHARE = 0.98;

for (const site of sites) {
  const { form, terms } = site.article;
  const others = sites.filter((other) => other !== site);
  const points = withDifferences(site, others).map(openPoint);
  const readings = readingsOf(searchFile(site, others, content));
  const write = writerFor(form, content.dictionary).text;
  const units = points.flatMap((point) => point.units);
  const find = (query: string): string[] => answer(query, points, readings).found.flatMap(({ hits }) => hits.map(({ unit }) => unit.id));
  const lacks = (query: string, wanted: readonly string[]): boolean => {
    const found = new Set(find(query));
    return !wanted.length || wanted.some((id) => !found.has(id));
  };

  test(`what readers may type finds in ${form.name} every unit that means it, but for the listed misses`, () => {
    const missed = asked.filter(({ q, means }) => {
      const words = means.map((word) => plain(write(word)));
      return lacks(
        q,
        units.filter(({ text }) => words.some((word) => plain(text).includes(word))).map(({ id }) => id),
      );
    });
    assert.deepEqual(
      missed.map(({ q }) => q),
      asked.filter(({ miss }) => miss).map(({ q }) => q),
    );
    assert.ok(asked.length >= 125 && missed.length <= asked.length * (1 - SHARE));
  });

  test(`each name of an entry, however its Latin words are joined, finds in ${form.name} the units that mention it under any of its names`, () => {
    const mentions = new Map(terms.map(({ id, mentions }) => [id, mentions.map((unit) => unit.id)]));
    const missed: string[] = [];
    let count = 0;
    for (const { id, names } of [...content.people, ...content.terms].map(namesOf)) {
      const wanted = mentions.get(id) ?? [];
      if (!wanted.length) continue;
      const typed = names.flatMap((name) =>
        /^[\p{Script=Latin}\d. -]+$/u.test(name)
          ? [name, name.toUpperCase(), name.replaceAll(/[ -]/g, ''), name.replaceAll(' ', '-'), name.replaceAll('-', ' ')]
          : [name, ...forms.map((other) => writerFor(other, content.dictionary).text(name))],
      );
      for (const query of new Set(typed)) {
        count += 1;
        if (lacks(query, wanted)) missed.push(query);
      }
    }
    assert.deepEqual(missed, []);
    assert.ok(count >= 125);
  });

  test(`in ${form.name} a name is not taken out of a longer one that means something else`, () => {
    const { found } = answer('Memory', points, readings);
    const hits = found.flatMap(({ hits }) => hits);
    assert.ok(hits.length);
    for (const { unit, marks } of hits) for (const [, end] of marks) assert.doesNotMatch(unit.text.slice(end), /^[體体]/, unit.id);
  });
}
