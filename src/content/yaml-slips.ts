/** The parser's codes in an editor's words, where `slipIn` knows no better. */
export const ERRORS: Record<string, string> = {
  DUPLICATE_KEY: 'this field stands twice: keep one',
  BAD_DQ_ESCAPE: 'a \\ within quotation marks is no plain \\: write \\\\, or take the quotation marks away',
  RESOURCE_EXHAUSTION: 'lists stand within lists too deeply to be read: write them side by side',
};
/** What the parser says of all else. */
export const UNREAD =
  'cannot be read from here on: begin it below the fields beside it, as “name: value”, or as “- ” and an item of a list';

/** A slip of the pen: its line, what it is and how to mend it. */
interface Slip {
  line: number;
  text: string;
}

const KEY = '[\\p{L}\\p{N}_][^\\s:：]*:(?= |$)';
const ROW = new RegExp(`^( *)((?:- +)*)(${KEY})? *(.*)$`, 'u');
const QUOTES = 'put the whole value in quotes, "…"';

/** What a line may be that no parser explains well. */
const rows: [pattern: RegExp, text: string][] = [
  [/^ *\t/, 'a tab indents this line: use spaces'],
  [/^ *[^\S ]/, 'a full-width or no-break space indents this line: use plain spaces'],
  [/^[ -]*[A-Za-z][\w-]*：/, 'the colon after the name of this field is full-width: write : and a space'],
  [/^[ -]*(?!https?:)[A-Za-z][\w-]*:(?! |$)/, 'the colon after the name of this field needs a plain space after it: write “name: value”'],
  [/^ *-[^\s-]/, 'the - of this item needs a space after it: write “- ”'],
  [/^(---|\.\.\.) *$/, 'this line would end the fields: remove it'],
  [/^ *<<:/, 'fields are not taken over from elsewhere: write them here'],
  [
    /^(<{7}|={7}|>{7})/,
    'this line was left behind by a merge: keep one of the two versions, and remove the lines <<<<<<<, ======= and >>>>>>>',
  ],
];
const values: [pattern: RegExp, text: (found: string) => string][] = [
  [/^(?:[@`%,\]}&*!]|[?-] |[|>](?![-+\d]*(?: |$)))/, (found) => `no value begins with ${found.trim()}: ${QUOTES}`],
  [
    /^(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/,
    (found) => `the ${found[0]} that opens here is not closed on this line: write its other half, or ${QUOTES}`,
  ],
  [/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *[^\s#,\]}]/, (found) => `text follows the closing ${found[0]}: ${QUOTES}, and 「」 within it`],
  [/^[^"'[{|>#](?:[^#]|\S#)*?:(?= |$)/, () => `a second colon followed by a space stands in this value: ${QUOTES}, or write ：`],
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
      return at('begins at another column than the fields beside it: begin it below them');
    if (!dashes && !key && columns.length)
      return at(
        /^[[{]/.test(value)
          ? 'this item of a list begins without “- ”: write it'
          : 'is neither a field nor an item: write “name: value”, or indent it to go on with the line above',
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
    if (before && !open.length) return token.startsWith('#') ? undefined : at(`text follows the closing ${before}: ${QUOTES}`);
    if (/^["']$/.test(token)) return at(`a ${token} in this line has no other half: write it, or ${QUOTES}`);
    if (/^["']/.test(token) ? !/^[[{,]$|:$/.test(before.trimEnd()) : isPlain && /^["']/.test(before))
      return at(`text stands beside what is in quotes, or a quotation mark is missing: ${QUOTES}`);
    if (/^[@`%&*!|>]/.test(token)) return at(`no value begins with ${token[0]}: ${QUOTES}`);
    if (isPlain && /:$/.test(token) && /:$/.test(before))
      return at(
        `${token.includes('，') ? 'a full-width ， parts no fields' : 'a comma is missing, or a value holds a colon and a space'}: write “, ” between fields, or ${QUOTES}`,
      );
    if (token in CLOSES) open.push(token);
    if (/^[\]}]$/.test(token)) {
      const opened = open.pop() ?? '';
      if (CLOSES[opened] !== token) return at(`the ${opened} is closed by ${token}: write ${CLOSES[opened]}`);
    }
    before = token;
  }
  const last = open.at(-1);
  return last ? { line: 1, text: `the ${last} that opens here is never closed: write ${CLOSES[last]}` } : undefined;
}
