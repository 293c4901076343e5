import { isMap, isScalar, isSeq, parseDocument, stringify, type Node } from 'yaml';
import type { ContentFile } from './files.ts';
import type { Splice } from './edits.ts';

type Path = readonly (string | number)[];

/** A value as one line of YAML, quoted where it has to be. */
export function inline(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

/** The field at a path in the YAML of a file, which is all of it or the front matter. Throws where there is none. */
function fieldAt({ file, name, text, body }: ContentFile, path: Path) {
  const offset = name.endsWith('.md') ? text.indexOf('\n') + 1 : 0;
  const head = text.slice(offset, text.length - body.length);
  const source = offset ? head.slice(0, head.lastIndexOf('---')) : head;
  const document = parseDocument(source);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap<Node, Node>(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  const value = pair?.value;
  if (!pair?.key.range || !value?.range) throw new Error(`${file} has no field ${path.join('.')}.`);
  const start = pair.key.range[0];
  const splice = (from: number, to: number, text: string): Splice => ({ start: from + offset, end: to + offset, text });
  return { source, start, key: source.slice(start, source.indexOf(':', start) + 1), value, range: value.range, splice };
}

/** Where the line after an index begins; where it stands itself at the beginning of a line, there. */
const lineAfter = (source: string, index: number): number =>
  source[index - 1] === '\n' ? index : source.indexOf('\n', index) + 1 || source.length;

/** Writes the map at a field of a file anew, as rows of text that end with a line break. */
export function rewriteMap(file: ContentFile, field: string, rows: string): Splice {
  const { source, start, key, range, splice } = fieldAt(file, [field]);
  return splice(start, lineAfter(source, range[1]), `${key}\n${rows}`);
}

/**
 * Writes the list at a path of a file anew: what is kept stays as it is written, comments included, what is new is written in the style
 * of the list. Throws where there is no list.
 * @param items a number is the index of an item that is kept, a string the YAML of a new one
 */
export function rewriteList(file: ContentFile, path: Path, items: readonly (number | string)[]): Splice {
  const { source, start, key, value: list, range, splice } = fieldAt(file, path);
  if (!isSeq<Node>(list)) throw new Error(`${file.file} has no list ${path.join('.')}.`);
  const rows = (indent: number): string =>
    items.map((item) => (typeof item === 'string' ? `${' '.repeat(indent)}- ${item}\n` : kept[item])).join('');
  let kept = list.items.map((item) => source.slice(item.range?.[0], item.range?.[1]));

  if (list.flow && (kept.length || !items.length)) {
    const padding = source[range[0] + 1] === ' ' ? ' ' : '';
    const inner = items.map((item) => (typeof item === 'string' ? item : kept[item])).join(', ');
    return splice(range[0], range[1], `[${padding}${inner}${padding}]`);
  }
  // An empty list, `retired: []`: the new rows stand below its key.
  if (list.flow) return splice(start, range[1], `${key}\n${rows(start - source.lastIndexOf('\n', start - 1) + 1)}`.trimEnd());
  const starts = list.items.map((item) => source.lastIndexOf('\n', source.lastIndexOf('-', (item.range?.[0] ?? 0) - 1)) + 1);
  const [first = range[0]] = starts;
  const end = lineAfter(source, list.items.at(-1)?.range?.[1] ?? range[1]);
  if (!items.length) return splice(start, end, `${key} []\n`);
  kept = starts.map((from, index) => source.slice(from, starts[index + 1] ?? end).replace(/\n?$/, '\n'));
  return splice(first, end, rows(source.indexOf('-', first) - first));
}
