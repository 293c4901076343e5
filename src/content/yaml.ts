import { Composer, isMap, isScalar, isSeq, Lexer, LineCounter, Parser, type Document, type Scalar, type YAMLMap } from 'yaml';
import { breakBetween, textOfScalar, type SourceText } from './source-text.ts';
import { ERRORS, slipIn, UNREAD } from './yaml-slips.ts';

interface Fault {
  at: number;
  text: string;
}

/** What makes fields by other means than “name: value”. */
const REFUSED = /^(?:\?|---|\.\.\.|%.*)$/s;

/**
 * Reads YAML, the plain part of it that an editor needs: no anchors, tags, second documents, or values that only look like text. Where
 * it cannot be read it has no values, and one problem, the first; else a problem for every value that is not what it looks like.
 */
export function readYaml(source: string) {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const { document, fatal, cut } = compose(source, lines);
  /** The line (from 1) on which the value at a path begins, or its nearest parent's. */
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  const [first] = fatal.sort((a, b) => a.at - b.at);
  if (first) {
    const line = lineAt(first.at);
    const problem = slipIn(source, line) ?? { line, text: first.text };
    return { document, values: undefined, texts: [], lineOf, problems: [problem] };
  }
  const { texts, faults } = readNodes(document.contents, source);
  const problems = [...cut, ...faults].map(({ at, text }) => ({ line: lineAt(at), text }));
  return { document, values: document.toJS() as unknown, texts, lineOf, problems };
}

/** Parses; answers too what makes the whole unreadable, and where a # cuts off the rest of a value. */
function compose(source: string, lines: LineCounter): { document: Document; fatal: Fault[]; cut: Fault[] } {
  const parser = new Parser(lines.addNewLine);
  const [fatal, cut]: [Fault[], Fault[]] = [[], []];
  let before = '';
  const watch = (lexeme: string, at: number): void => {
    const kind = before === '\x1f' ? kindOf(lexeme) : lexeme;
    if (kind === lexeme && /^[&*!]/.test(lexeme)) fatal.push({ at, text: `值不能以${lexeme[0]}開頭，請加引號，寫成"${lexeme}"` });
    if (kind === lexeme && REFUSED.test(lexeme)) fatal.push({ at, text: UNREAD });
    const isCut = before === 'plain' || (/^(ascii|:|-)$/.test(before) && !lexeme.startsWith('# '));
    if (kind === lexeme && lexeme.startsWith('#') && isCut)
      cut.push({
        at,
        text: `「${lexeme.slice(0, 12)}…」在#之後，會被丟掉，請把整個值放進引號，或把註解另寫一行`,
      });
    if (!/^[ \t]+$/.test(lexeme)) before = kind;
  };
  function* tokens() {
    lines.addNewLine(0);
    for (const lexeme of new Lexer().lex(source)) {
      watch(lexeme, parser.offset);
      yield* parser.next(lexeme);
    }
    yield* parser.end();
  }
  const [document] = new Composer().compose(tokens(), true, source.length) as Iterable<Document>;
  for (const { code, pos } of document!.errors) fatal.push({ at: pos[0], text: ERRORS[code] ?? UNREAD });
  return { document: document!, fatal, cut };
}

/** Behind a value of ASCII a comment may follow after “# ”: a number, a date, an id is hardly longer. */
const kindOf = (scalar: string): string => (/^["']|\n$/.test(scalar) ? 'whole' : /^[\x20-\x7e]*$/.test(scalar) ? 'ascii' : 'plain');

/** The texts of all values, and what is wrong with them; a value that is told of counts as the text that is written. */
function readNodes(root: unknown, source: string): { texts: SourceText[]; faults: Fault[] } {
  const texts: SourceText[] = [];
  const faults: Fault[] = [];
  const walk = (node: unknown, path: PropertyKey[]): void => {
    if (isSeq(node)) node.items.forEach((item, index) => walk(item, [...path, index]));
    if (isScalar(node)) readScalar(node as Scalar, path);
    if (!isMap(node)) return;
    const split = splitFields(node, source);
    faults.push(...split.values());
    node.items = node.items.filter(({ key }) => !split.has(key));
    for (const { key, value } of node.items) walk(value, [...path, String(key)]);
  };
  const readScalar = (node: Scalar, path: PropertyKey[]): void => {
    const [from, to] = node.range!;
    const raw = source.slice(from, to);
    const quote = node.type?.startsWith('QUOTE') ? raw[0]! : '';
    const wrong = quote ? escapeProblem(raw) : node.type === 'PLAIN' ? plainProblem(node.value, raw) : undefined;
    if (wrong) {
      faults.push({ at: from, text: `${path.join('.')}：${wrong}` });
      if (!quote) node.value = raw;
    }
    if (typeof node.value !== 'string') return;
    const written = textOfScalar(node.value, source.slice(0, to), from, quote);
    if (/\n[ \t]*\r?\n/.test(raw.trimEnd())) faults.push({ at: from, text: `${path.join('.')}：不只一段，請刪掉空行` });
    else if (raw.includes('\n')) {
      const units = written.spans().map(([start, end], index) => (source.slice(start, end).includes('\n') ? '\n' : written.text[index]));
      written.text = units.join('');
      node.value = written.text.replace(/\n/g, (_, index: number) =>
        breakBetween(written.text.slice(0, index), written.text.slice(index + 1)),
      );
    }
    texts.push({ ...written, path });
  };
  walk(root, []);
  return { texts, faults };
}

/** Within { }: what a comma, or a colon without its space, made a field of. */
function splitFields(map: YAMLMap, source: string): Map<unknown, Fault> {
  return new Map(
    map.items.flatMap(({ key, value }, index): [unknown, Fault][] => {
      const [from, to] = isScalar(key) && key.range ? key.range : [0, 0];
      const name = source.slice(from, to);
      if (/^[A-Za-z][\w-]*[：:]/.test(name))
        return [[key, { at: from, text: `「${name}」要用半形冒號加一個空格，請寫「${name.replace(/[：:]\s*/, ': ')}」` }]];
      if (name === '<<') return [[key, { at: from, text: '欄位不能從別處搬來，請寫在這裡' }]];
      if (!map.flow || value !== null) return [];
      const last = map.items[index - 1]?.value;
      const whole = source.slice(isScalar(last) ? last.range![0] : from, to);
      return [[key, { at: from, text: `「${whole}」裡的逗號會把值切斷，請把整個值放進引號，寫成"${whole}"` }]];
    }),
  );
}

function escapeProblem(raw: string): string | undefined {
  if (raw.startsWith("'") || /^(?:[^\\]|\\["\\])*$/.test(raw)) return undefined;
  return '引號裡的\\不是普通的\\，請直接寫那個字元，或寫\\\\';
}

function plainProblem(value: unknown, raw: string): string | undefined {
  const quoted = `請加引號，寫成"${raw}"`;
  if (typeof value === 'number') return /^(0|-?[1-9]\d{0,14})$/.test(raw) ? undefined : `${raw}會讀成數字，${quoted}`;
  if (typeof value === 'boolean') return /^(true|false)$/.test(raw) ? undefined : `${raw}會讀成${value}，${quoted}，或寫${value}`;
  if (value === null) return raw ? `${raw}會讀成空值，${quoted}，或刪掉這個欄位` : undefined;
  if (/^(y|yes|n|no|on|off)$/i.test(raw)) return `${raw}可能讀成true或false，${quoted}`;
  if (/^[“”‘’＂＇]/.test(raw)) return `${raw[0]}不能把值括起來，請寫"，引文用「」`;
  if (/\n *(- |[A-Za-z][\w-]*[:：])/.test(raw)) return '下面的欄位或項目會讀成這段文字的一部分，請和它旁邊的對齊';
  return undefined;
}
