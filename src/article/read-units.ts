import type { CollectionEntry } from 'astro:content';
import type { Element } from 'hast';
import { chinesePeriod } from '../text/dates.ts';
import { parseId, sectionId, unitNumber } from '../text/ids.ts';
import { isElement, parseHtml, plainText } from '../text/tree.ts';
import { sectionLabels } from '../words.ts';
import type { BodySection, Figure, Indicator, Source, Unit, Written } from './article.ts';
import type { Writer } from './writer.ts';

type PointData = CollectionEntry<'points'>['data'];
/** The rows of `content/sources.yaml` by id. */
export type Library = ReadonlyMap<string, CollectionEntry<'sources'>['data']>;

/** A unit of plain text from the front matter. */
export function frontUnit(id: string, text: string, write: Writer): Unit {
  return { id, number: unitNumber(id), anchors: [], ...write.inline(text) };
}

/** The paragraphs of a rendered body that are units, in order. */
export function bodyUnits(html: string, write: Writer): Unit[] {
  return write
    .tree(parseHtml(html))
    .children.filter(isUnit)
    .map((node) => readUnit(node, write));
}

/** The sections of a point's rendered body. */
export function bodySections(html: string, point: number, write: Writer): BodySection[] {
  const sections: BodySection[] = [];
  const tree = parseHtml(html);
  const kinds = tree.children.filter((node) => isElement(node, 'h2')).map((node) => sectionKind(plainText(node)));
  for (const node of write.tree(tree).children) {
    const kind = kinds[sections.length];
    if (isElement(node, 'h2') && kind) sections.push({ id: sectionId(kind, point), kind, units: [] });
    else if (isUnit(node)) sections.at(-1)?.units.push(readUnit(node, write));
  }
  return sections;
}

/** A figure; its text is what a reader takes in: value, unit, label, date. */
export function readFigure({ id, label, value, unit, date, source }: PointData['figures'][number], write: Writer): Figure {
  const figure = frontUnit(id!, label, write);
  const written = { value: write.text(value), unit: write.text(unit), date: write.text(chinesePeriod(date)) };
  return {
    ...figure,
    ...written,
    period: date,
    source: { id: source, number: sourceNumber(source) },
    text: [written.value, written.unit, figure.text, written.date].join(''),
  };
}

/** An indicator; its text is all of its row. */
export function readIndicator(row: PointData['indicators'][number], write: Writer): Indicator {
  const when = write.text(chinesePeriod(row.when));
  const [watch, speaksFor, against] = [row.watch, row.for, row.against].map((text) => write.inline(text)) as [Written, Written, Written];
  const text = [when, watch.text, speaksFor.text, against.text].join('');
  return { ...frontUnit(row.id!, row.watch, write), when, period: row.when, watch, for: speaksFor, against, text };
}

/** The numbered notes of a point or the lead, each with the units that cite it. */
export function readSources(rows: PointData['sources'], library: Library, units: Unit[], figures: Figure[], write: Writer): Source[] {
  return rows.map(({ id, source }) => {
    const row = library.get(source)!;
    const cites = (unit: Unit): boolean =>
      unit.html.includes(`href="#${id}"`) || figures.some((figure) => figure.id === unit.id && figure.source.id === id);
    return {
      id,
      number: sourceNumber(id),
      name: write.text(row.name),
      kind: write.text(row.kind),
      grade: row.grade,
      url: row.url,
      language: row.lang,
      date: row.date ? write.text(chinesePeriod(row.date)) : '',
      citedBy: units.filter(cites).map((unit) => ({ id: unit.id, number: unit.number })),
    };
  });
}

const sectionKind = (heading: string) => (['argument', 'evidence', 'counter'] as const).find((kind) => sectionLabels[kind] === heading)!;

const sourceNumber = (id: string): number => parseId(id)!.number;

const isUnit = (node: Parameters<typeof isElement>[0]): node is Element => isElement(node, 'p') && node.properties.dataUnit !== undefined;

function readUnit(node: Element, write: Writer): Unit {
  const id = String(node.properties.id);
  return { id, number: unitNumber(id), anchors: [], ...write.paragraph(node) };
}
