import { isMap, type Document, type YAMLMap } from 'yaml';
import { formatId, parseId, type IdKind } from '../text/ids.ts';
import { everGiven, idPlaces } from './check-ids.ts';
import { numbered, type Files } from './read.ts';

/** New text of one content file. */
export interface Edit {
  file: string;
  text: string;
}

/**
 * Gives every unit without an id the next free number of its point and kind, and enters all new ids in the list of ids ever given.
 * Answers the files to write and the ids given; a number once given, even to a unit that is gone, is never given again.
 */
export function stampIds(content: Files): { edits: Edit[]; given: string[] } {
  const ever = new Set(everGiven(content.ids?.values.given ?? {}));
  const next = nextNumbers([...ever, ...idPlaces(content).flatMap(({ id }) => id ?? [])]);
  const given: string[] = [];
  const edits: Edit[] = [];
  for (const { number: point, file, units, sources } of numbered(content)) {
    const take = (kind: IdKind): string => {
      const id = formatId({ point, kind, number: next(point, kind) });
      given.push(id);
      return id;
    };
    const inserts: { offset: number; text: string }[] = [];
    if (point > 0) {
      for (const id of [`p${point}-t`, `p${point}-0`]) if (!ever.has(id)) given.push(id);
      // The front matter was parsed with one line break in place of the opening fence, four characters long.
      const shift = file.text.indexOf('\n');
      for (const [field, kind] of [
        ['figures', 'figure'],
        ['indicators', 'indicator'],
      ] as const) {
        for (const item of itemsWithoutId(file.document, field)) inserts.push(insertId(item, file.text, shift, take(kind)));
      }
    }
    const bodyStart = file.text.length - file.body.length;
    for (const { id, end } of units) if (id === undefined) inserts.push({ offset: bodyStart + end, text: ` {#${take('paragraph')}}` });
    for (const { id } of sources) if (!ever.has(id)) given.push(id);
    if (inserts.length) edits.push({ file: file.file, text: applyInserts(file.text, inserts) });
  }
  if (content.ids && given.length) edits.push({ file: content.ids.file.file, text: enterIds(content.ids.file.document, given) });
  return { edits, given };
}

function nextNumbers(ids: string[]): (point: number, kind: IdKind) => number {
  const last = new Map<string, number>();
  for (const id of ids.map(parseId)) if (id) last.set(`${id.point}${id.kind}`, Math.max(last.get(`${id.point}${id.kind}`) ?? 0, id.number));
  return (point, kind) => {
    const number = (last.get(`${point}${kind}`) ?? 0) + 1;
    last.set(`${point}${kind}`, number);
    return number;
  };
}

function itemsWithoutId(document: Document, field: string): YAMLMap[] {
  const list = document.get(field, true) as { items?: unknown[] } | undefined;
  return (list?.items ?? []).filter(isMap).filter((item) => !item.has('id'));
}

function insertId(item: YAMLMap, text: string, shift: number, id: string): { offset: number; text: string } {
  const offset = (item.range?.[0] ?? 0) + shift;
  if (item.flow) return { offset: offset + 1, text: ` id: ${id},` };
  const indent = offset - (text.lastIndexOf('\n', offset - 1) + 1);
  return { offset, text: `id: ${id}\n${' '.repeat(indent)}` };
}

function applyInserts(text: string, inserts: { offset: number; text: string }[]): string {
  return inserts
    .sort((a, b) => b.offset - a.offset)
    .reduce((out, insert) => out.slice(0, insert.offset) + insert.text + out.slice(insert.offset), text);
}

function enterIds(document: Document, ids: string[]): string {
  const ledger = document.get('given', true);
  if (isMap(ledger)) ledger.flow = false;
  for (const id of ids) {
    const [point = '', suffix = ''] = id.split('-');
    const path = ['given', point];
    if (!document.hasIn(path)) document.setIn(path, document.createNode([], { flow: true }));
    document.addIn(path, /^\d+$/.test(suffix) ? Number(suffix) : suffix);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
