import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { unitsOf, type Point } from '../../src/article/article.ts';
import type { Unit } from '../../src/article/unit.ts';
import { citedIn, unitsIn } from '../../src/content/body.ts';
import { converterFor } from '../../src/text/convert.ts';
import { forms, master } from '../../src/text/forms.ts';
import { words } from '../../src/words.ts';
import { articleIn, dictionary, whole as content } from '../../tests/support/house.ts';

const { points, lead } = articleIn(master);
/** The lead and the points as their editor wrote them. */
const parts = [content.lead!, ...content.points];
const list = <T>(name: string): T[] => parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T[];
const trace = list<{ unit: string; says: string; items: string[] }>('trace.yaml');
const solid = (text: string): string => text.replace(/\s+/g, '');
/** The units of a point that say what the authors say: title, thesis and argument. */
const theirsOf = ({ title, thesis, sections }: Point): Unit[] => [
  title,
  thesis!,
  ...sections.filter(({ by }) => by).flatMap(({ units }) => units),
];
/** The units that say what the site says: all others. */
const ours = points.flatMap((point) => unitsOf(point).filter((unit) => !theirsOf(point).includes(unit)));

test('every statement of ours comes from the evidence: each unit is traced, and each of its figures and dates stands in a statement that is', () => {
  const texts = new Map([...ours, ...lead.units].map(({ id, text }) => [id, solid(text)]));
  for (const { unit, says, items } of trace) {
    // What an indicator and a figure say is put together with words of the page.
    const whole = texts.get(unit);
    assert.ok(whole !== undefined, `${unit} is traced and is not there`);
    assert.ok(/-[fw]\d+$/.test(unit) || whole.includes(solid(says)), `${unit} does not say “${says}”`);
    assert.ok(items.length, unit);
  }
  // An indicator is of the future; a chart's every value has a date and a source of its own.
  for (const { id, text } of ours.filter((unit) => !/-[wg]\d+$/.test(unit.id))) {
    const said = trace
      .filter(({ unit }) => unit === id)
      .map(({ says }) => solid(says))
      .join(' ');
    assert.ok(said, `${id} is not traced`);
    const own = id.includes('-f')
      ? (points.flatMap(({ sections }) => sections.flatMap(({ figures }) => figures)).find((figure) => figure.id === id)?.date.text ?? '')
      : '';
    for (const [number] of text.replace(own, '').matchAll(/\d[\d.,]*/g)) assert.ok(said.includes(number), `${id}: ${number} is not traced`);
  }
});

test('each of the 76 claims of the authors stands in a unit that gives their view', () => {
  const claims = list<{ claim: string; unit: string }>('claims.yaml');
  const theirs = new Set([...points.flatMap(theirsOf), ...lead.units].map(({ id }) => id));
  for (const { claim, unit } of claims) assert.ok(theirs.has(unit), `${claim} in ${unit}`);
  assert.ok(new Set(claims.map(({ claim }) => claim)).size >= 76);
});

test('at most one citation in ten is of grade C, no source is listed for nothing, none is asked for over http', () => {
  const grades = new Map(content.sources.map(({ id, grade }) => [id, grade]));
  const cited = parts.flatMap(({ sources, sections }) => {
    const byNote = new Map(sources.map(({ id, source }) => [Number(/\d+$/.exec(id)?.[0]), source]));
    return unitsIn(sections).flatMap((unit) => citedIn(unit.content).map((note) => byNote.get(note) ?? ''));
  });
  assert.ok(cited.filter((source) => grades.get(source) === 'C').length <= cited.length / 10);
  const listed = new Set([
    ...parts.flatMap(({ sources }) => sources.map(({ source }) => source)),
    ...content.people.flatMap(({ sources }) => sources),
    ...content.events.flatMap(({ sources }) => sources),
  ]);
  assert.deepEqual(
    content.sources.map(({ id }) => id).filter((id) => !listed.has(id)),
    [],
  );
  for (const { id, url, archive } of content.sources)
    for (const address of [url, archive]) assert.doesNotMatch(address ?? '', /^http:/, id);
});

test('the argument is told without formulas', () => {
  const argument = points.flatMap(({ sections }) => sections.filter(({ by }) => by).flatMap(({ units }) => units.map(({ text }) => text)));
  const formulas = argument.join('').match(/兩位作者|兩人|余紹清|作者(?:認為|主張|指出|判斷)/g) ?? [];
  assert.ok(formulas.length <= 10, `${formulas.length} formulas`);
});

/** What a reader in Beijing stumbled over in the first edition. */
const STRANGE =
  '列印 清除纪录 装置 字型 转贴 编采 第1季 创办人 讲者 可望 周遭 首宗 补助 获任 查核 纸本 最后更动 在页面中寻找 执行长 演算法 小程式 通路 网路 硬体 软体 程式码 资料中心 募资 智慧手机 萤幕 品质 介面'.split(
    ' ',
  );

test('the Simplified text has none of the words of Taipei that a reader in Beijing stumbles over', () => {
  for (const form of forms.filter(({ lang }) => lang === 'zh-Hans')) {
    const article = articleIn(form);
    const convert = converterFor(form, dictionary);
    const texts = [
      ...[article.lead, ...article.points].map((part) => JSON.stringify(part)),
      JSON.stringify(article.about),
      convert.text(JSON.stringify(words)),
    ];
    for (const word of STRANGE)
      for (const text of texts) assert.ok(!text.includes(word), `${word}: ${text.slice(text.indexOf(word) - 20, text.indexOf(word) + 20)}`);
  }
});
