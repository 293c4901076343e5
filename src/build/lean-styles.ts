import { list, parse } from 'postcss';
import { policyHash } from '../text/policy.ts';

const STYLE = /<style>(.*?)<\/style>/gs;
/** A class or an attribute that a selector names. */
const NAME = /\.([\w-]+)|\[(data-[\w-]+)/g;
/** Where it begins, what the selectors in brackets have to do with the element. */
const BRACKETS = /:(is|not|has|where)\(/;

/** Whether a page or its scripts may have an element with a name. */
type Known = (name: string) => boolean;

/**
 * A page whose inline styles have no rules for parts that it has not: the sheet says once what many parts share, and each page
 * carries what is said of its own. The page's policy follows.
 * @param names what scripts may add, as `namesIn` finds it
 */
export function leanStyles(html: string, names: ReadonlySet<string>): string {
  const words = wordsIn(html.replace(STYLE, ''));
  const known: Known = (name) => words.has(name) || names.has(name);
  return [...html.matchAll(STYLE)].reduce((page, [, css = '']) => {
    const lean = leanStyle(css, known);
    return page.replace(`<style>${css}</style>`, () => `<style>${lean}</style>`).replaceAll(policyHash(css), () => policyHash(lean));
  }, html);
}

/** The words of a script that may name a class, or an attribute: `dataset.says` is `data-says`. */
export function namesIn(script: string): Set<string> {
  const words = [...wordsIn(script)];
  return new Set([...words, ...words.map((word) => `data-${word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)]);
}

const wordsIn = (text: string): Set<string> => new Set(text.match(/[\w-]+/g));

/** What was left of each sheet, by the names in it that were known: pages of a kind know the same. */
const lean = new Map<string, { names: Set<string>; left: Map<string, string> }>();

function leanStyle(css: string, known: Known): string {
  const { names, left } = lean.get(css) ?? { names: new Set(namedIn(css)), left: new Map<string, string>() };
  lean.set(css, { names, left });
  const here = [...names].filter(known).join(' ');
  if (!left.has(here)) left.set(here, withoutUnknown(css, known));
  return left.get(here)!;
}

function withoutUnknown(css: string, known: Known): string {
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
function mayMatch(selector: string, known: Known): boolean {
  const found = BRACKETS.exec(selector);
  if (!found) return namedIn(selector).every(known);
  const start = found.index + found[0].length;
  let end = start;
  for (let depth = 1; depth; end++) depth += selector[end] === '(' ? 1 : selector[end] === ')' ? -1 : 0;
  const inside = list.comma(selector.slice(start, end - 1));
  if (/is|where/.test(found[1]!) && !inside.some((each) => mayMatch(each, known))) return false;
  return mayMatch(selector.slice(0, found.index) + selector.slice(end), known);
}

const namedIn = (selectors: string): string[] => [...selectors.matchAll(NAME)].map(([, name, data]) => (name ?? data)!);
