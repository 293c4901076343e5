import { adoptStyles } from '../../elements/adopt-styles.ts';
import styles from '../../styles/marks.css?inline';
import { normalise } from '../match/normal.ts';
import { places } from '../match/finder.ts';
import { recall, remember, type Landing } from '../../elements/device-memory.ts';

const AS_LONG_AS = 60_000;
const MOST_LANDINGS = 5;
const MOST_WRITINGS = 50;
const ASIDE = '.pn, .ref, [popover]';

let isStyled = false;

/** Remembers what to mark where a link leads, so that its address stays clean; a new tab finds it too. */
export function rememberLanding(link: HTMLAnchorElement, writings: readonly string[]): void {
  const landing: Landing = [link.href, writings.slice(0, MOST_WRITINGS), Date.now()];
  remember('landings', [landing, ...(recall('landings') ?? [])].slice(0, MOST_LANDINGS));
}

/** Marks the matches on this page, if it was reached by a link from search just now; Escape clears them. */
export function markLanding(): void {
  const landings = (recall('landings') ?? []).filter(([, , time]) => Math.abs(Date.now() - time) < AS_LONG_AS);
  const landing = landings.find(([address]) => address === location.href);
  const rest = landings.filter((other) => other !== landing);
  remember('landings', rest.length ? rest : undefined);
  if (!landing || !('highlights' in CSS)) return;
  const ranges = [...document.querySelectorAll('[data-unit]')].flatMap((unit) => rangesIn(unit, landing[1]));
  if (!isStyled) adoptStyles(styles);
  isStyled = true;
  CSS.highlights.set('search', new Highlight(...ranges));
  document.addEventListener('keydown', clear);
}

function clear(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing) return;
  CSS.highlights.delete('search');
  document.removeEventListener('keydown', clear);
}

/** The places of some writings in a unit: a range for each piece of text, so that what stands aside in between stays unmarked. */
function rangesIn(unit: Element, writings: readonly string[]): Range[] {
  const pieces: { node: Node; start: number; end: number }[] = [];
  const walker = document.createTreeWalker(unit, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(ASIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) continue;
    const start = text.length;
    text += node.nodeValue ?? '';
    pieces.push({ node, start, end: text.length });
  }
  const normal = normalise(text);
  return writings.flatMap((writing) =>
    places(normal.text, writing).flatMap(([first, last]) => {
      const [from = 0, to = 0] = [normal.from[first], normal.to[last - 1]];
      return pieces
        .filter(({ start, end }) => start < to && end > from)
        .map(({ node, start, end }) => {
          const range = new Range();
          range.setStart(node, Math.max(from, start) - start);
          range.setEnd(node, Math.min(to, end) - start);
          return range;
        });
    }),
  );
}
