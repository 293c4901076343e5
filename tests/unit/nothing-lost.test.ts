import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import type { Nodes } from 'mdast';
import { parse } from 'yaml';
import { articleUnits, unitsOf, type Article, type Point } from '../../src/article/article.ts';
import type { Unit } from '../../src/article/unit.ts';
import { givenGroups } from '../../src/article/write-site.ts';
import { chinesePeriod } from '../../src/text/dates.ts';
import { forms, master } from '../../src/text/forms.ts';
import { words } from '../../src/words.ts';
import { signs, type Sign } from '../../src/text/signs.ts';
import { parseMarkdown } from '../../src/text/markdown.ts';
import type { PointRecord } from '../../src/search/match/answer.ts';
import { articleFolders, firstEdition, goodContent } from '../support/content.ts';
import { outputsFor, outputsOf } from '../support/outputs.ts';
import { sample } from '../support/settings.ts';

const solid = (text: string): string => text.replace(/\s+/g, '');

/**
 * What an editor wrote, by the id of each unit, without white space: told from the files by hand, without any of our code that reads
 * them or makes trees of them.
 */
function written(folder: string): Map<string, string> {
  const files = globSync(['lead.md', 'points/*.md'], { cwd: folder });
  const units = files.flatMap((file) => {
    const [, front = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(readFileSync(join(folder, file), 'utf8'))!;
    const { title, thesis, counter, verdict, figures = [], charts = [], indicators = [], ...fields } = parse(front) as Record<string, any>;
    const number: number | undefined = fields.number ?? (Number(/\d+/.exec(file)?.[0]) || undefined);
    const values = (id: string, ...texts: string[]): [string, string] => [id, texts.map(unmarked).join('')];
    return [
      ...(number ? [values(`p${number}-t`, title.replaceAll('|', ''))] : []),
      ...(thesis ? [values(`p${number}-0`, thesis)] : []),
      ...(verdict ? [values(`p${number}-v`, verdict.text)] : []),
      ...(counter ? [values(`p${number}-c`, counter)] : []),
      ...figures.map((row: any) =>
        values(row.id, row.value, row.unit ?? '', row.label, chinesePeriod(String(row.date)), signs[row.sign as Sign]),
      ),
      ...charts.map((chart: any) =>
        values(
          chart.id,
          chart.title,
          chart.alt,
          ...chart.rows.flatMap(({ label, series = '', about = '', value, low, high, date }: any) => {
            const day = chinesePeriod(String(date));
            return [String(label), series, about, String(value ?? `${low}–${high}`), chart.unit, day === label ? '' : day];
          }),
          chart.note ?? '',
        ),
      ),
      ...indicators.map((row: any) =>
        values(row.id, chinesePeriod(String(row.when)), row.watch, words.speaksFor, row.for, words.speaksAgainst, row.against),
      ),
      // Where no paragraph has an id yet, they are numbered.
      ...(body.includes('{#')
        ? []
        : body
            .trim()
            .split('\n\n')
            .map((text, index) => values(`p${number}-${index + 1}`, text))),
      ...[
        ...body.matchAll(/(?:^|\n)(?:> ?|[-*+] |\d+[.)] )?((?:(?!\n>?\n|\n[-*+] |\n\d+[.)] )[^])*?) \{#(p\d+-\d+)(?: \.after)?\}(?=\n|$)/g),
      ].map(([, text = '', id = '']): [string, string] => [id, unmarked(text)]),
    ];
  });
  return new Map(units);
}

/** A text without the marks of Markdown and of passages, as the master shows it. */
function unmarked(source: string): string {
  const escaped: string[] = [];
  const plain = source
    .replace(/\\?\n(> ?)?/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => `\uE000${escaped.push(mark)}\uE001`)
    .replace(/\[\^\d+\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<(https?:[^>]*)>/g, '$1')
    .replace(/-\{([^;}]*)[^}]*\}-/g, '$1')
    .replace(/\*\*?|~~|`/g, '')
    .replace(/\uE000(\d+)\uE001/g, (_, place: string) => escaped[Number(place) - 1]!);
  return solid(plain);
}

/** The words of a piece of Markdown, without footnotes; what would come out as HTML is left in. */
function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'footnoteReference') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** The units of a Markdown copy, in order: id and words of every block that ends with an id. */
function unitsInCopy(copy: string): { id: string; words: string }[] {
  const blocks = (node: Nodes): Nodes[] =>
    node.type === 'paragraph' || node.type === 'heading' ? [node] : 'children' in node ? node.children.flatMap(blocks) : [];
  return blocks(parseMarkdown(copy.replace(/^---\n[^]*?\n---\n/, ''))).flatMap((block) => {
    const [, words, id] = /^([^]*) \{#([^}]+)\}$/.exec(wordsOf(block)) ?? [];
    return id === undefined || words === undefined ? [] : [{ id, words }];
  });
}

/** Whether a text holds some parts one after the other. */
function holdsInOrder(text: string, parts: readonly string[]): boolean {
  let at = 0;
  return parts.every((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

/** What of a unit has to be found in a copy as it stands: all of it, but for what is put together from parts. */
const isWhole = (unit: Unit): boolean => unit.nodes.length > 0 && !/-[tvc]$/.test(unit.id);
const partsOf = (unit: Unit): string[] => (unit.nodes.length ? [unit.text] : unit.parts.map(({ text }) => text).filter(Boolean));

/** Each article once: the content in hand may still be a fixture. */
const articles = articleFolders
  .map((folder) => ({ folder, content: goodContent(folder) }))
  .filter(({ content }, index, all) => !all.slice(0, index).some((other) => isDeepStrictEqual(other.content, content)));

for (const { folder, content } of articles) {
  const outputs = await outputsOf(content);
  const editors = written(folder);
  const shown = givenGroups(content).flatMap(({ points }) => points);

  test(`what the editors of ${folder} wrote is a unit, with its words and in its order`, () => {
    const { article } = outputs.get(master)!;
    const units = articleUnits(article);
    assert.deepEqual(units.map(({ id }) => id).sort(), [...editors.keys()].sort());
    for (const { id, text } of units) assert.equal(solid(text), editors.get(id), id);
    assert.deepEqual(
      article.points.map(({ number }) => number),
      shown,
    );
    const inFiles = [...editors.keys()].filter((id) => /-[1-9]\d*$/.test(id));
    for (const part of [article.lead, ...article.points]) {
      const body = 'sections' in part ? part.sections.flatMap((section) => section.blocks.flatMap((block) => block.units)) : part.units;
      const ids = body.map(({ id }) => id);
      assert.deepEqual(
        ids,
        inFiles.filter((id) => ids.includes(id)),
      );
    }
  });

  if (folder === firstEdition)
    test('the frozen first edition has the ids that it was published with, and gives no other', () => {
      const { article } = outputs.get(master)!;
      const sources = [article.lead, ...article.points].flatMap((part) => part.sources);
      const published = JSON.parse(readFileSync('tests/fixtures/first-edition.ids.json', 'utf8')) as string[];
      assert.deepEqual([...articleUnits(article), ...sources].map(({ id }) => id).sort(), published.sort());
    });

  for (const form of forms) {
    const { article, whole, copies, atom, json, llms, sitemap, searchFile, pagefind } = outputs.get(form)!;
    const ids = (units: readonly { id: string }[]): string[] => units.map(({ id }) => id);

    test(`${folder} in ${form.name} has the units of the master, in the same order, each with words`, () => {
      assert.deepEqual(ids(articleUnits(article)), ids(articleUnits(outputs.get(master)!.article)));
      for (const { id, text } of articleUnits(article)) assert.ok(text.trim(), id);
    });

    test(`the Markdown of ${folder} in ${form.name} gives back every unit, word for word`, () => {
      const everyCopy: [string, readonly Unit[]][] = [
        [whole, articleUnits(article)],
        ...copies.map(({ point, text }): [string, Unit[]] => [text, unitsOf(point)]),
      ];
      for (const [copy, units] of sample(everyCopy, 3)) {
        assert.doesNotMatch(copy, /&#/, 'a letter is written as a character reference');
        const found = unitsInCopy(copy);
        assert.deepEqual(ids(found), ids(units));
        units.forEach((unit, index) => {
          const { words } = found[index]!;
          if (isWhole(unit)) assert.equal(words, unit.text, unit.id);
          else assert.ok(holdsInOrder(words, partsOf(unit)), `${unit.id}: ${words}`);
        });
        for (const { text } of correctionsIn(article, units)) assert.ok(wordsOf(parseMarkdown(copy)).includes(text.text), text.text);
      }
    });

    test(`the feeds of ${folder} in ${form.name} give back every unit of every point`, () => {
      const xml = load(atom, { xml: true });
      const entries = new Map(
        xml('entry')
          .toArray()
          .map((node) => [xml(node).children('id').text(), xml(node).children('content').text()]),
      );
      const items = new Map((JSON.parse(json).items as { id: string; content_html: string }[]).map((item) => [item.id, item.content_html]));
      for (const feed of [entries, items]) {
        assert.equal(feed.size, article.points.length);
        for (const point of article.points) {
          const $ = load(feed.get(new URL(`${form.path && `${form.path}/`}${point.number}/`, outputsFor).href) ?? '');
          $('sup').remove();
          const text = solid($.root().text());
          assert.ok(holdsInOrder(text, unitsOf(point).slice(1).flatMap(partsOf).map(solid)), `point ${point.number}: ${text}`);
        }
      }
    });

    test(`search and Pagefind know every unit of ${folder} in ${form.name} by its text`, () => {
      const wanted = new Map<number, [string, string][]>([
        ...[article.lead]
          .filter(({ units }) => units.length)
          .map(({ units }): [number, [string, string][]] => [0, units.map(({ id, text }) => [id, text])]),
        ...article.points.map((point): [number, [string, string][]] => [point.number, unitsOf(point).map(({ id, text }) => [id, text])]),
      ]);
      const told = (records: PointRecord[]) =>
        new Map(records.map(([number, , , units]) => [number, units.map(([id, , text]) => [id, text])]));
      const { points } = JSON.parse(searchFile) as { points: Record<string, PointRecord> };
      assert.deepEqual(told(Object.values(points)), wanted);
      const fragments = Object.keys(points).map((name) => {
        const text = gunzipSync(pagefind.get(`pagefind/fragment/${name}.pf_fragment`)!).toString();
        return JSON.parse(JSON.parse(text.replace('pagefind_dcd', '')).filters.answer[0]) as PointRecord;
      });
      assert.deepEqual(told(fragments), wanted);
    });

    test(`llms.txt and the sitemap of ${folder} name every point in ${form.name}`, () => {
      for (const { number, title, gist } of article.points) {
        const address = new URL(`${form.path && `${form.path}/`}${number}/`, outputsFor).href;
        const line = llms.split('\n').find((row) => row.includes(`${address}index.md`));
        assert.ok(line?.replace(/\\(?=[&<~])/g, '').includes(title.text) && line.includes(gist?.text ?? ''), `${number}: ${line}`);
        assert.ok(sitemap.includes(`<loc>${address}</loc>`), address);
      }
    });
  }
}

/** The corrections of the parts of the article whose units a copy has. */
function correctionsIn(article: Article, units: readonly Unit[]) {
  const parts: (Article['lead'] | Point)[] = [article.lead, ...article.points];
  return parts
    .filter((part) => units.some(({ id }) => id === (typeof part.title === 'string' ? article.lead.units[0]?.id : part.title.id)))
    .flatMap(({ corrections }) => corrections);
}
