import type { Slip } from './source-text.ts';

/** The parser's codes in an editor's words, where `slipIn` knows no better. */
export const ERRORS: Record<string, string> = {
  DUPLICATE_KEY: '這個欄位出現兩次，請只留一個',
  BAD_DQ_ESCAPE: '引號裡的\\不是普通的\\，請寫\\\\，或拿掉引號',
  RESOURCE_EXHAUSTION: '清單裡的清單太多層，讀不下去，請並排寫',
};
/** What the parser says of all else. */
export const UNREAD = '從這裡起讀不懂，請和旁邊的欄位對齊，寫成「欄位: 內容」，或寫「- 」加清單的一項';

const KEY = '[\\p{L}\\p{N}_][^\\s:：]*:(?= |$)';
const ROW = new RegExp(`^( *)((?:- +)*)(${KEY})? *(.*)$`, 'u');
const QUOTES = '把整個值放進引號，寫成"…"';

/** What a line may be that no parser explains well. */
const rows: [pattern: RegExp, text: string][] = [
  [/^ *\t/, '這一行用Tab縮排，請改用空格'],
  [/^ *[^\S ]/, '這一行用全形或不斷行的空格縮排，請改用普通空格'],
  [/^[ -]*[A-Za-z][\w-]*：/, '欄位名稱後的冒號是全形，請寫半形的:加一個空格'],
  [/^[ -]*(?!https?:)[A-Za-z][\w-]*:(?! |$)/, '欄位名稱後的冒號要接一個普通空格，請寫「欄位: 內容」'],
  [/^ *-[^\s-]/, '這一項的-後面要有空格，請寫「- 」'],
  [/^(---|\.\.\.) *$/, '這一行會讓欄位到此結束，請刪掉'],
  [/^ *<<:/, '欄位不能從別處搬來，請寫在這裡'],
  [/^(<{7}|={7}|>{7})/, '這一行是合併留下的，兩個版本請留一個，並刪掉<<<<<<<、=======和>>>>>>>這幾行'],
];
const values: [pattern: RegExp, text: (found: string) => string][] = [
  [/^(?:[@`%,\]}&*!]|[?-] |[|>](?![-+\d]*(?: |$)))/, (found) => `值不能以${found.trim()}開頭，請${QUOTES}`],
  [/^(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/, (found) => `這裡開始的${found[0]}在這一行沒有結尾，請補上另一半，或${QUOTES}`],
  [/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *[^\s#,\]}]/, (found) => `結尾的${found[0]}後面還有文字，請${QUOTES}，裡面的引文用「」`],
  [/^[^"'[{|>#](?:[^#]|\S#)*?:(?= |$)/, () => `這個值裡又有一個冒號加空格，請${QUOTES}，或改寫全形的：`],
];

/** The first slip of the pen in YAML that cannot be read, down to the line at which the parser gave up, or the next. */
export function slipIn(source: string, last: number): Slip | undefined {
  const all = source.split(/\r?\n/);
  const columns: number[] = [];
  let hasValue = false;
  for (let index = 0; index <= last && index < all.length; index += 1) {
    const row = all[index]!;
    if (/^ *(#|$)/.test(row)) continue;
    const [, indent = '', dashes = '', key = '', value = ''] = ROW.exec(row) ?? [];
    const column = indent.length + dashes.length;
    const at = (text: string): Slip => ({ line: index + 1, text });
    if (hasValue && !dashes && !key && indent.length > (columns.at(-1) ?? 0)) continue;
    const slip = rows.find(([pattern]) => pattern.test(row));
    if (slip) return at(slip[1]);
    const isField = Boolean(key) && !dashes;
    if (isField && columns.length && !columns.includes(column) && (hasValue || column < columns.at(-1)!))
      return at('開頭沒有和旁邊的欄位對齊，請對齊');
    if (!dashes && !key && columns.length)
      return at(
        /^[[{]/.test(value) ? '清單的這一項前面沒有「- 」，請補上' : '不是欄位，也不是清單的一項，請寫「欄位: 內容」，或縮排接著上一行',
      );
    for (const place of [...dashes.matchAll(/-/g)].map((dash) => indent.length + dash.index).concat(column)) {
      while (columns.length && columns.at(-1)! > place) columns.pop();
      if (columns.at(-1) !== place) columns.push(place);
    }
    hasValue = value !== '' && !/^#/.test(value);
    const wrong = values.find(([pattern]) => pattern.test(value));
    if (wrong) return at(wrong[1](wrong[0].exec(value)?.[0] ?? ''));
    while (/^[|>]/.test(value) && (all[index + 1] ?? '-').search(/\S|$/) > indent.length) index += 1;
    if (!/^[[{]/.test(value)) continue;
    let flow = value;
    const begin = index;
    while (isOpen(flow) && (all[index + 1] ?? '').search(/\S|$/) > indent.length) flow += `\n${all[(index += 1)]}`;
    const found = flowSlip(flow);
    if (found) return { ...found, line: begin + found.line };
  }
  return undefined;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{},"']|\s+|[^\s[\]{},"'](?:[^[\]{},:]|:(?!\s|$))*:?/g;
const CLOSES: Record<string, string> = { '[': ']', '{': '}' };

/** Whether more is opened in a text than closed. */
function isOpen(flow: string): boolean {
  const marks = flow.match(TOKEN) ?? [];
  return marks.filter((mark) => mark in CLOSES).length > marks.filter((mark) => /^[\]}]$/.test(mark)).length;
}

/** The first slip in what begins with [ or {; its line counts from there. */
function flowSlip(flow: string): Slip | undefined {
  const open: string[] = [];
  let before = '';
  for (const { 0: token, index } of flow.matchAll(TOKEN)) {
    if (/^\s/.test(token)) continue;
    const at = (text: string): Slip => ({ line: flow.slice(0, index).split('\n').length, text });
    const isPlain = !/^[[\]{},"']/.test(token);
    if (before && !open.length) return token.startsWith('#') ? undefined : at(`結尾的${before}後面還有文字，請${QUOTES}`);
    if (/^["']$/.test(token)) return at(`這一行的${token}缺了另一半，請補上，或${QUOTES}`);
    if (/^["']/.test(token) ? !/^[[{,]$|:$/.test(before.trimEnd()) : isPlain && /^["']/.test(before))
      return at(`引號旁邊還有文字，或少了一個引號，請${QUOTES}`);
    if (/^[@`%&*!|>]/.test(token)) return at(`值不能以${token[0]}開頭，請${QUOTES}`);
    if (isPlain && /:$/.test(token) && /:$/.test(before))
      return at(`${token.includes('，') ? '全形的，分不開欄位' : '少了逗號，或值裡有冒號加空格'}，請在欄位之間寫「, 」，或${QUOTES}`);
    if (token in CLOSES) open.push(token);
    if (/^[\]}]$/.test(token)) {
      const opened = open.pop() ?? '';
      if (CLOSES[opened] !== token) return at(`${opened}的結尾是${token}，請寫${CLOSES[opened]}`);
    }
    before = token;
  }
  const last = open.at(-1);
  return last ? { line: 1, text: `這裡開始的${last}沒有結尾，請寫${CLOSES[last]}` } : undefined;
}
