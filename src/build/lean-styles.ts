import { list, parse } from 'postcss';
import { policyHash } from '../text/policy.ts';

const STYLE = /<style>(.*?)<\/style>/gs;
/** Where it begins, what the selectors in brackets have to do with the element. */
const BRACKETS = /:(is|not|has|where)\(/;

/**
 * A page whose inline styles have no rules for parts that it has not: the sheet says once what many parts share, and each page
 * carries what is said of its own. The page's policy follows.
 * @param names what scripts may add, as `namesIn` finds it
 */
export function leanStyles(html: string, names: ReadonlySet<string>): string {
  const known = new Set([...names, ...namesIn(html.replace(STYLE, ''))]);
  return [...html.matchAll(STYLE)].reduce((page, [, css = '']) => {
    const lean = leanStyle(css, known);
    return page.replace(`<style>${css}</style>`, () => `<style>${lean}</style>`).replaceAll(policyHash(css), () => policyHash(lean));
  }, html);
}

/** The words of a page or script that may name a class, or an attribute: `dataset.says` is `data-says`. */
export function namesIn(text: string): Set<string> {
  const words = text.match(/[\w-]+/g) ?? [];
  return new Set(words.flatMap((word) => [word, `data-${word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`]));
}

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
  if (!found) return [...selector.matchAll(/\.([\w-]+)|\[(data-[\w-]+)/g)].every(([, name, data]) => known.has((name ?? data)!));
  const start = found.index + found[0].length;
  let end = start;
  for (let depth = 1; depth; end++) depth += selector[end] === '(' ? 1 : selector[end] === ')' ? -1 : 0;
  const inside = list.comma(selector.slice(start, end - 1));
  if (/is|where/.test(found[1]!) && !inside.some((each) => mayMatch(each, known))) return false;
  return mayMatch(selector.slice(0, found.index) + selector.slice(end), known);
}
