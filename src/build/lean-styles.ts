import { list, parse } from 'postcss';
import { policyHash } from '../text/policy.ts';

const STYLE = /<style>(.*?)<\/style>/gs;
/** A class or an attribute that a selector names. */
const NAME = /\.([\w-]+)|\[(data-[\w-]+)/g;
/** Where it begins, what the selectors in brackets have to do with the element. */
const BRACKETS = /:(is|not|has|where)\(/;

/**
 * What the inline styles of pages become: each without rules for parts that no page has which carries it, for the sheet says once what
 * many parts share. Pages of a kind keep the same styles, or the one header for all pages would have to name as many as there are pages.
 * @param pages as HTML
 * @param names what scripts may add, as `namesIn` finds it
 */
export function leanStyles(pages: Iterable<string>, names: ReadonlySet<string>): Map<string, string> {
  const sheets = new Map<string, { named: Set<string>; known: Set<string> }>();
  for (const html of pages) {
    const words = wordsIn(html.replace(STYLE, ''));
    for (const [, css = ''] of html.matchAll(STYLE)) {
      const { named, known } = sheets.get(css) ?? { named: new Set(namedIn(css)), known: new Set(names) };
      sheets.set(css, { named, known: known.union(named.intersection(words)) });
    }
  }
  return new Map([...sheets].map(([css, { known }]) => [css, leanStyle(css, known)]));
}

/** A page with other styles in the place of its own, and with a policy that allows them. */
export function withStyles(html: string, styles: ReadonlyMap<string, string>): string {
  return [...html.matchAll(STYLE)].reduce((page, [, css = '']) => {
    const other = styles.get(css) ?? css;
    return page.replace(`<style>${css}</style>`, () => `<style>${other}</style>`).replaceAll(policyHash(css), () => policyHash(other));
  }, html);
}

/** The words of a script that may name a class, or an attribute: `dataset.says` is `data-says`. */
export function namesIn(script: string): Set<string> {
  const words = [...wordsIn(script)];
  return new Set([...words, ...words.map((word) => `data-${word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)]);
}

const wordsIn = (text: string): Set<string> => new Set(text.match(/[\w-]+/g));

function leanStyle(css: string, known: ReadonlySet<string>): string {
  const sheet = parse(css);
  sheet.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(String(rule.parent.name))) return;
    const selectors = rule.selectors.filter((selector) => mayMatch(selector, known));
    if (selectors.length) rule.selector = selectors.join();
    else rule.remove();
  });
  sheet.walkAtRules(/^(media|supports)$/, (rule) => void (rule.nodes?.length || rule.remove()));
  return sheet.toString();
}

/** Whole selectors go, never a part of `:is()`: the most specific part weighs for all. */
function mayMatch(selector: string, known: ReadonlySet<string>): boolean {
  const found = BRACKETS.exec(selector);
  if (!found) return namedIn(selector).every((name) => known.has(name));
  const start = found.index + found[0].length;
  let end = start;
  for (let depth = 1; depth; end++) depth += selector[end] === '(' ? 1 : selector[end] === ')' ? -1 : 0;
  const inside = list.comma(selector.slice(start, end - 1));
  if (/is|where/.test(found[1]!) && !inside.some((each) => mayMatch(each, known))) return false;
  return mayMatch(selector.slice(0, found.index) + selector.slice(end), known);
}

const namedIn = (selectors: string): string[] => [...selectors.matchAll(NAME)].map(([, name, data]) => (name ?? data)!);
