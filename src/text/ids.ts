/** What an id of the article stands for. */
export type IdKind = 'title' | 'thesis' | 'counter' | 'verdict' | 'paragraph' | 'figure' | 'chart' | 'indicator' | 'source' | 'section';

/** An id taken apart: `p5-f2` is figure 2 of point 5. A kind that a point has once has number 0. */
export interface Id {
  point: number;
  kind: IdKind;
  number: number;
}

interface KindRow {
  kind: IdKind;
  /** What editors call it. */
  name: string;
  /** What follows the hyphen: the whole of a kind that a point has once, else what stands before the number. */
  mark: string;
  once?: boolean;
  /** No unit: not found by search, without a number beside it. */
  isNoUnit?: boolean;
}

/** The kinds of ids; one more is one more row. */
export const idKinds: readonly KindRow[] = [
  { kind: 'title', name: '標題', mark: 't', once: true },
  { kind: 'thesis', name: '主張', mark: '0', once: true },
  { kind: 'counter', name: '一句反方', mark: 'c', once: true },
  { kind: 'verdict', name: '判讀', mark: 'v', once: true },
  { kind: 'paragraph', name: '段落', mark: '' },
  { kind: 'figure', name: '數字', mark: 'f' },
  { kind: 'chart', name: '圖表', mark: 'g' },
  { kind: 'indicator', name: '觀察', mark: 'w' },
  { kind: 'source', name: '來源', mark: 'r', isNoUnit: true },
  { kind: 'section', name: '小節', mark: 's', isNoUnit: true },
];

const ID = /^p(0|[1-9]\d{0,2})-([a-z]?)(0|[1-9]\d*|)$/;

/** Reads an id, or answers undefined where it is malformed (leading zeros included). */
export function parseId(id: string): Id | undefined {
  const [, point = '', letter = '', digits = ''] = ID.exec(id) ?? [];
  const row = idKinds.find(({ mark, once }) => (once ? mark === letter + digits : mark === letter && Number(digits) > 0));
  return point && row ? { point: Number(point), kind: row.kind, number: row.once ? 0 : Number(digits) } : undefined;
}

const rowOf = (kind: IdKind): KindRow => idKinds.find((row) => row.kind === kind)!;

/** Writes an id: the inverse of `parseId`. */
export function formatId({ point, kind, number }: Id): string {
  const { mark, once } = rowOf(kind);
  return `p${point}-${mark}${once ? '' : number}`;
}

/** What editors call a kind of id, for a message. */
export const kindName = (kind: IdKind): string => rowOf(kind).name;

/** Whether an id is that of a unit, which a link to a passage may name. */
export function isUnitId(id: string): boolean {
  const kind = parseId(id)?.kind;
  return idKinds.some((row) => row.kind === kind && !row.isNoUnit);
}

/** The number a reader sees beside a unit: p5-3 → 5.3, p5-0 → 5.0, p5-f1 → 5.f1, p5-t → 5. */
export function unitNumber(id: string): string {
  return id.slice(1).replace('-t', '').replace('-', '.');
}
