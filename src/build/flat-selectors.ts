import { selectorSpecificity, specificityOfMostSpecificListItem } from '@csstools/selector-specificity';
import type { Plugin } from 'postcss';
import parser, { type Node, type Pseudo, type Selector } from 'postcss-selector-parser';

/** Not known to every browser: in a list it takes all of it along. */
const NEW = /:(has\(|popover-open)/;

/**
 * Writes `:is()` with several branches out as selectors of their own, each of which matches the same with the same weight (PostCSS).
 * Browsers find a rule by the class, attribute or element at its end, and try one that ends in such a list on every element of the page.
 * What only new browsers know gets a rule of its own, for it was only itself that others passed over in the list.
 */
export const flatSelectors: Plugin = {
  postcssPlugin: 'flat-selectors',
  Once: (sheet) =>
    void sheet.walkRules(/:is\(/, (rule) => {
      const { known = [], fresh = [] } = Object.groupBy(rule.selectors.flatMap(flatSelector), (one) => (NEW.test(one) ? 'fresh' : 'known'));
      rule.selectors = known.length ? known : fresh;
      if (known.length && fresh.length) rule.cloneAfter({ selectors: fresh });
    }),
};

/**
 * `:is(.a, .b p)` becomes `.a:not(_)` and `.b p`.
 * @param selector one, without commas outside brackets
 */
export const flatSelector = (selector: string): string[] =>
  parser().astSync(selector, { lossless: false }).nodes.flatMap(flatten).map(String);

function flatten(selector: Selector): Selector[] {
  const list = selector.nodes.find((node): node is Pseudo => node.type === 'pseudo' && node.value === ':is' && node.nodes.length > 1);
  return list ? list.nodes.flatMap(flatten).flatMap((branch) => flatten(inPlaceOf(selector, list, branch))) : [selector];
}

/** A selector with one branch in the place of a list that it holds. */
function inPlaceOf(selector: Selector, list: Pseudo, branch: Selector): Selector {
  const heaviest = specificityOfMostSpecificListItem(list.nodes)!;
  const own = selectorSpecificity(branch);
  const at = selector.nodes.indexOf(list);
  const after = selector.nodes.slice(at + 1);
  const isTooHeavy = own.b > heaviest.b || own.c > heaviest.c;
  const lacks = isTooHeavy ? weight(heaviest.b, heaviest.c) : weight(heaviest.b - own.b, heaviest.c - own.c);
  const joined = isTooHeavy ? undefined : join(selector.nodes.slice(0, at), branch);
  const start = joined ?? [...selector.nodes.slice(0, at), parser.pseudo({ value: isTooHeavy ? ':where' : ':is', nodes: [branch] })];
  return parser.selector({ value: '', nodes: [...start, ...lacks, ...after].map((node) => node.clone() as Selector['nodes'][number]) });
}

/** A branch without its brackets, after what stands before it in its selector; undefined where that would match something else. */
function join(before: readonly Node[], branch: Selector): Node[] | undefined {
  const start = before.findLastIndex(isCombinator) + 1;
  const last = branch.nodes.findLastIndex(isCombinator) + 1;
  const [first] = branch.nodes.slice(last);
  const isElement = first?.type === 'tag' || first?.type === 'universal';
  // What its other parts stand in need not be what this selector stands in.
  if ((last > 0 && start > 0) || (isElement && before[start]?.type === 'tag')) return undefined;
  const farther = [...before.slice(0, start), ...branch.nodes.slice(0, last)];
  const rest = branch.nodes.slice(isElement ? last + 1 : last);
  return [...farther, ...(isElement ? [first] : []), ...before.slice(start), ...rest];
}

const isCombinator = ({ type }: Node): boolean => type === 'combinator';

/** What weighs as much as some classes and elements, and matches everything. */
function weight(classes: number, elements: number): Node[] {
  const nothing = Array.from({ length: elements }, () => '_').join(' ') + '._'.repeat(classes);
  return nothing ? parser().astSync(`:not(${nothing})`).nodes[0]!.nodes : [];
}
