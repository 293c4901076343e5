import type { Page } from 'playwright-core';

/** What the cascade makes of the parts of a page: part → property → value, where that is not what an element without styles has. */
export type Look = Record<string, Record<string, string>>;

/**
 * Reads the look of a page as it stands. The values are computed ones, before layout: neither the fonts of a machine nor the words change
 * them.
 */
export function lookOf(page: Page): Promise<Look> {
  return page.evaluate(readLook);
}

/** Whether two values are the same, numbers to half a hundredth: `ic` is measured in the font that is there. */
export function alike(one: string, other: string): boolean {
  const NUMBER = /-?\d*\.?\d+/g;
  const [mine = [], its = []] = [one, other].map((value) => (value.match(NUMBER) ?? []).map(Number));
  return (
    one.replace(NUMBER, '') === other.replace(NUMBER, '') &&
    mine.every((number, index) => Math.abs(number - its[index]!) <= Math.abs(number) / 200)
  );
}

/**
 * Opens all that a page hides, has every part hovered, focused, chosen and a target at once, and every preference of a reader hold, so
 * that the look tells of those rules too.
 */
export async function stir(page: Page): Promise<void> {
  await page.evaluate(() => {
    // Each as specific as the state it stands for.
    const states = { hover: ':defined', target: ':defined', focus: ':is(a, button, input, summary, textarea, [tabindex])' };
    const stirRules = (rules: CSSRuleList): void => {
      for (const rule of rules) {
        if (rule instanceof CSSStyleRule)
          rule.selectorText = rule.selectorText.replace(
            /:(hover|target|focus)(-visible|-within)?(?![\w-])/g,
            (_, state: keyof typeof states) => states[state],
          );
        if (rule instanceof CSSMediaRule && /forced|motion|scripting/.test(rule.media.mediaText)) rule.media.mediaText = 'all';
        if ('cssRules' in rule) stirRules(rule.cssRules as CSSRuleList);
      }
    };
    for (const { cssRules } of [...document.styleSheets, ...document.adoptedStyleSheets]) stirRules(cssRules);
    for (const node of document.querySelectorAll<HTMLElement>('[hidden]')) node.hidden = false;
    for (const node of document.querySelectorAll('details')) node.open = true;
    for (const node of document.querySelectorAll('[aria-selected]')) node.ariaSelected = 'true';
  });
}

/** Runs in the page. */
function readLook(): Look {
  const look: Look = {};
  const declared = new Set<string>();
  const hosts = new Map<string, string[]>();
  const PHYSICAL: Record<string, string> = { top: 'block-start', bottom: 'block-end', left: 'inline-start', right: 'inline-end' };
  /** The shortest name that tells as much: of sides by their direction, of borders by their side. */
  const short = (name: string): string =>
    name
      .replace(/^border-.*-radius$/, 'border-radius')
      .replace(/(?<=^|padding-|margin-|border-)(top|bottom|left|right)(?=$|-)/, (side) => PHYSICAL[side]!)
      .replace(/^(?=(block|inline)-(start|end)$)/, 'inset-')
      .replace(/^(.*(?:padding|margin|inset)-(?:block|inline))-.*/, '$1')
      .replace(/^(border-\w+-(?:start|end)|outline|animation|transition|grid-(?:row|column)(?=-start|-end))-.*/, '$1')
      .replace(/^flex-(grow|shrink|basis)$/, 'flex')
      .replace(/^overflow-[xy]$/, 'overflow')
      .replace(/^(row|column)-gap$/, 'gap');
  const readRules = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) {
        for (const name of rule.style) if (!/^(border-image|background-(?!color)|text-.*-color)/.test(name)) declared.add(short(name));
        // Split at the commas outside brackets.
        for (const selector of rule.selectorText.match(/(\(([^()]|\([^()]*\))*\)|[^,(])+/g) ?? []) {
          const [, host, pseudo] = /^(.*?)(::(?!-)[\w-]+(?:\(\w+\))?)/.exec(selector.trim()) ?? [];
          if (pseudo) hosts.set(pseudo, [...(hosts.get(pseudo) ?? []), (host || ':root').replace(/ $/, ' input')]);
        }
      } else if (rule instanceof CSSGroupingRule) readRules(rule.cssRules);
      else if (!(rule instanceof CSSFontFaceRule)) (look['@'] ??= {})[rule.cssText.split(/[ {]/, 2).join(' ')] = rule.cssText;
    }
  };
  for (const { cssRules } of [...document.styleSheets, ...document.adoptedStyleSheets]) readRules(cssRules);
  const names = [...declared].sort();
  // As good as inherited: one rule gives every element its box.
  const INHERITED =
    /^(--|accent|box-sizing|caret|color|cursor|fill|font|letter|line|list|orphans|overflow-wrap|stroke|text-(align|auto|emph|rend|size|under|wrap)|visib|white|widows|word|writing|-webkit-text)/;
  const valuesOf = (node: Element, pseudo?: string): string[] => {
    const style = getComputedStyle(node, pseudo);
    return names.map((name) => {
      const value = style.getPropertyValue(name);
      if (/^(border-\w+-|outline)/.test(name) && / none |^none|^0px/.test(value)) return '0';
      return name === 'font-family' ? value.split(',', 1)[0]! : value;
    });
  };
  const add = (part: string, values: string[], above: string[]): void => {
    const entry = (look[part] ??= {});
    for (const [index, name] of names.entries()) {
      const plain = (INHERITED.test(name) ? above : initial)[index];
      const value = values[index] === plain ? '-' : values[index]!;
      const known = entry[name]?.split(' | ') ?? [];
      if (!known.includes(value)) entry[name] = [...known, value].join(' | ');
    }
  };
  // Elements with the same names in the same places look the same: the first stands for all.
  const seen = new Set<string>();
  const visit = (node: Element, above: string[], place: string, within: string): void => {
    const own = ([...node.classList].map((name) => `.${name}`).join('') || node.localName) + (node.ariaCurrent ? '[aria-current]' : '');
    const here = `${place}>${own}${node.previousElementSibling ? '' : '^'}${node.nextElementSibling ? '' : '$'}`;
    if (/^(head|script|style|noscript|wbr)$/.test(node.localName) || seen.has(here)) return;
    seen.add(here);
    const values = valuesOf(node);
    const part = `${within} ${own}`.trim();
    add(part, values, above);
    for (const [pseudo, selectors] of hosts) if (node.matches(selectors.join())) add(part + pseudo, valuesOf(node, pseudo), values);
    const inside = node === document.body ? '' : node.classList.length ? `.${node.classList[0]}` : own.includes('-') ? own : within;
    for (const child of node.children) visit(child, values, here, inside);
  };

  // Which section is being read depends on the height of the text.
  for (const link of document.querySelectorAll('contents-nav a')) link.ariaCurrent = link.matches(':first-child') ? 'true' : null;
  // What is not laid out keeps its computed values.
  const root = document.documentElement;
  root.style.display = 'none';
  const bare = document.createElement('x-bare');
  bare.style.all = 'initial';
  root.append(bare);
  const initial = valuesOf(bare).map((value, index) => (names[index]!.startsWith('--') ? '' : value));
  bare.remove();
  visit(root, initial, '', '');
  root.style.display = '';
  for (const entry of Object.values(look)) for (const name in entry) if (entry[name] === '-') delete entry[name];
  return look;
}
