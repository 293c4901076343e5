/** The text of a page as engines search it, a line break between blocks, and where a selection stands in it. */
export interface PageText {
  text: string;
  start: number;
  end: number;
  /** The places in the text where the style sheet draws the number of a source. */
  numbers: Set<number>;
  /** The selected text for people. */
  quote: string;
}

const LEFT_OUT = 'script, style, copy-line, quote-link, .side';
const NOT_QUOTED = 'nav, .share, button, summary';

/** Reads the page's text and finds a range in it; undefined where the range holds no text. */
export function readPage(range: Range): PageText | undefined {
  let text = '';
  let quote = '';
  let [start, end] = [-1, -1];
  let block: Element | undefined;
  let quoted: Element | undefined;
  const numbers = new Set<number>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node instanceof Element && node.matches('.ref')) numbers.add(text.length);
    const parent = node.parentElement;
    if (!(node instanceof Text && parent) || parent.closest(LEFT_OUT)) continue;
    const own = blockOf(parent);
    if (own !== block && text && !text.endsWith('\n')) text = `${text.trimEnd()}\n`;
    block = own;
    if (range.intersectsNode(node)) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.data.length;
      if (node.data.slice(from, to).trim()) {
        if (start < 0) start = append(text, node.data.slice(0, from)).length;
        end = append(text, node.data.slice(0, to)).length;
        if (!parent.closest(NOT_QUOTED)) {
          quote = append(own !== quoted && quote ? `${quote}\n` : quote, node.data.slice(from, to));
          quoted = own;
        }
      }
    }
    text = append(text, node.data);
  }
  return start < 0 ? undefined : { text, start, end, numbers, quote: quote.trim() };
}

/** White space counts as one space, and not at the beginning of a block. */
function append(text: string, more: string): string {
  const collapsed = more.replace(/\s+/g, ' ');
  return text + (/\s$|^$/.test(text) ? collapsed.trimStart() : collapsed);
}

function blockOf(element: Element): Element {
  let block = element;
  while (/^(inline|contents)$/.test(getComputedStyle(block).display) && block.parentElement) block = block.parentElement;
  return block;
}
