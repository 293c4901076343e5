import type { Block } from '../content/body.ts';
import type { Content, PointValues } from '../content/content.ts';
import { AFTER } from '../content/read-blocks.ts';
import { chinesePeriod } from '../text/dates.ts';
import { unitNumber } from '../text/ids.ts';
import { mapLeaves, text, type Inline } from '../text/inline.ts';
import type { Chart, Datum, Figure, Indicator, Source, SourceLink, Unit, UnitBlock, Verdict, Written } from './unit.ts';
import type { Words } from '../words.ts';
import type { Writer } from './writer.ts';

/** The sources of a part of the article by the number under which its text cites them. */
export type Cited = ReadonlyMap<string, SourceLink>;

/** What cites: a unit, by its id, and the numbers under which it does. */
export interface Citing {
  id: string;
  cites: string[];
}

/** Numbers the sources that a part cites by the order in which readers meet them; their ids stay what they are. */
export function numberSources(part: number, citing: readonly Citing[]): Cited {
  const notes = new Set(citing.flatMap(({ cites }) => cites));
  return new Map([...notes].map((note, index) => [note, { id: `p${part}-r${note}`, number: index + 1 }]));
}

/** The number under which a text cites a source: p5-r3 → 3. */
export const noteOf = (source: string): string => source.replace(/^.*-r/, '');

function linkTo(cited: Cited, source: string): SourceLink {
  const link = cited.get(noteOf(source));
  if (!link) throw new Error(`Nothing cites the source ${source}.`);
  return link;
}

/** A unit with its permanent id. */
export function unitOf(id: string, written: Written, parts = [written]): Unit {
  return { id, number: unitNumber(id), anchors: [], parts, ...written };
}

/** The blocks of a section with their units. */
export function blocksOf(blocks: readonly Block[], cited: Cited, write: Writer): UnitBlock[] {
  return blocks.map(({ type, start, units }) => ({
    type,
    ...(start === undefined ? {} : { start }),
    isAfter: units.some(({ mark }) => mark === AFTER),
    units: units.map(({ id = '', content }) => unitOf(id, write.inline(withSources(content, cited)))),
  }));
}

/** A text whose references name their source by its id and the number shown. */
function withSources(content: readonly Inline[], cited: Cited): Inline[] {
  return mapLeaves(content, (leaf) => {
    const source = leaf.type === 'footnoteReference' && cited.get(leaf.identifier);
    return [source ? { type: 'footnoteReference', identifier: source.id, label: String(source.number) } : leaf];
  });
}

/** A figure; its text is what a reader takes in: value, unit, label, date, what it speaks for. */
export function figureOf(
  { id = '', label, value, unit, date, source, sign }: PointValues['figures'][number],
  cited: Cited,
  write: Writer,
  words: Words,
): Figure {
  const parts = {
    value: write.label(value),
    unit: write.label(unit),
    label: write.label(label),
    date: write.label(chinesePeriod(date)),
    speaks: { nodes: [text(words.sign[sign])], text: words.sign[sign], isLabel: true },
  };
  const said = `${parts.value.text}${parts.unit.text} ${parts.label.text} ${parts.date.text} ${parts.speaks.text}`;
  return { ...unitOf(id, { nodes: [], text: said }, Object.values(parts)), ...parts, source: linkTo(cited, source), sign };
}

/** A chart; its text is its title, its description, and its rows. */
export function chartOf(
  { id = '', kind, title, unit, alt, note: remark, rows }: PointValues['charts'][number],
  cited: Cited,
  write: Writer,
): Chart {
  const parts = {
    // Its names lead to their entries from the description.
    title: write.label(title),
    alt: write.sentence(alt),
    ...(remark !== undefined && { note: write.sentence(remark) }),
  };
  const data = rows.map(({ label, series, about = '', value = '', low = value, high = value, date, source }): Datum => {
    const shown = low === high ? low : `${low}–${high}`;
    return {
      label: write.label(label),
      series: write.text(series ?? ''),
      low: Number(low),
      high: Number(high),
      shown: write.label(about + shown + unit),
      // Where the label is the date, it says it.
      date: write.label(chinesePeriod(date) === label ? '' : chinesePeriod(date)),
      source: linkTo(cited, source),
    };
  });
  const note = parts.note ? [parts.note] : [];
  const rowTexts = data.map((row) => [row.label.text, row.series, row.shown.text, row.date.text].filter(Boolean).join(' '));
  const said = [parts.title.text, parts.alt.text, ...rowTexts, ...note.map(({ text }) => text)];
  const all = [parts.title, parts.alt, ...data.flatMap(({ label, shown, date }) => [label, shown, date]), ...note];
  return { ...unitOf(id, { nodes: [], text: said.join(' ') }, all), ...parts, kind, rows: data };
}

/** A verdict with the day of the newest fact behind it. */
export function verdictOf(point: number, { text, date }: NonNullable<PointValues['verdict']>, write: Writer): Verdict {
  return { ...unitOf(`p${point}-v`, write.sentence(text)), date: write.label(chinesePeriod(date)) };
}

/** An indicator; its text is all of its row. */
export function indicatorOf(
  { id = '', ...row }: PointValues['indicators'][number],
  write: Writer,
  words: { speaksFor: string; speaksAgainst: string },
): Indicator {
  const parts = {
    when: write.label(chinesePeriod(row.when)),
    watch: write.label(row.watch),
    for: write.label(row.for),
    against: write.label(row.against),
  };
  const said = [parts.when.text, parts.watch.text, words.speaksFor, parts.for.text, words.speaksAgainst, parts.against.text].join(' ');
  return { ...unitOf(id, { nodes: [], text: said }, Object.values(parts)), ...parts, period: row.when };
}

/** The numbered notes of a part, in the order of their numbers, each with the units that cite it. */
export function sourcesOf(
  rows: PointValues['sources'],
  cited: Cited,
  library: ReadonlyMap<string, Content['sources'][number]>,
  citing: readonly Citing[],
  write: Writer,
  words: Words,
): Source[] {
  return [...cited].map(([note, link]) => {
    const row = library.get(rows.find(({ id }) => id === link.id)?.source ?? '');
    if (!row) throw new Error(`Source ${link.id} stands in no list.`);
    return {
      ...link,
      anchors: [],
      title: write.label(row.title ?? row.outlet),
      outlet: row.title ? write.text(row.outlet) : '',
      kind: row.relayed ? words.relayed : words.sourceKind[row.kind],
      grade: row.grade,
      ...(row.archive && { archive: row.archive }),
      url: row.url,
      language: row.lang,
      date: row.date ? write.text(chinesePeriod(row.date)) : '',
      citedBy: citing.filter(({ cites }) => cites.includes(note)).map(({ id }) => ({ id, number: unitNumber(id) })),
    };
  });
}
