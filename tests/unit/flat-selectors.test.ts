import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { selectorSpecificity } from '@csstools/selector-specificity';
import postcss, { parse } from 'postcss';
import parser from 'postcss-selector-parser';
import { flatSelector, flatSelectors } from '../../src/build/flat-selectors.ts';

const FLAT: [selector: string, flat: string[]][] = [
  ['.a > b', ['.a > b']],
  [':is(.a, .b) c', ['.a c', '.b c']],
  [':is(.a, .b p)', ['.a:not(_)', '.b p']],
  ['a:is(.b, .c)::before', ['a.b::before', 'a.c::before']],
  ['.x:is(a, b)', ['a.x', 'b.x']],
  // Lighter in what weighs more, heavier in what weighs less.
  [':is(h1, .a)', [':where(h1):not(._)', '.a']],
  ['.x:is(a, .b)', ['.x:where(a):not(._)', '.x.b']],
  // What stands before it may stand between the two.
  ['.p :is(.x .y, .z)', ['.p :is(.x .y)', '.p .z:not(._)']],
  ['c + :is(a, :is(b, .d) > e)', ['c+a:not(._)', 'c+:is(:where(b):not(._)>e)', 'c+:is(.d>e)']],
  // No element is two.
  ['a:is(b, .c)', ['a:where(b):not(._)', 'a.c']],
  ['c + :is(a b, .d.e)', ['c+:where(a b):not(._._)', 'c+.d.e']],
  // Lists within other brackets are no lists of the selector.
  ['.a:has(:is(b, c))', ['.a:has(:is(b,c))']],
];

/** What a selector weighs. */
const weightOf = (selector: string): string => JSON.stringify(selectorSpecificity(parser().astSync(selector).nodes[0]!), ['a', 'b', 'c']);

const hasList = (selector: string): boolean =>
  parser()
    .astSync(selector)
    .nodes[0]!.nodes.some((node) => node.type === 'pseudo' && node.value === ':is' && node.nodes.length > 1);

for (const [selector, flat] of FLAT)
  test(`${selector} is written out`, () => {
    const solid = (text: string): string => text.replace(/\s*([>+])\s*/g, '$1');
    assert.deepEqual(flatSelector(selector).map(solid), flat.map(solid));
    for (const one of flat) assert.equal(weightOf(one), weightOf(selector), one);
  });

test('every selector of the styles weighs what it weighed, and has no list left', () => {
  for (const file of globSync('src/styles/*.css'))
    parse(readFileSync(file, 'utf8')).walkRules((rule) => {
      if (rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name === 'keyframes') return;
      for (const selector of rule.selectors)
        for (const flat of flatSelector(selector)) {
          assert.equal(weightOf(flat), weightOf(selector), `${file}: ${selector} → ${flat}`);
          assert.ok(!hasList(flat), `${file}: ${selector} → ${flat}`);
        }
    });
});

test('a style sheet keeps its rules, and what a browser does not know takes no other along', async () => {
  const css = '@media print { :is(.a, .b) { color: red } .c, :is(d, e:has(f), g) h { top: 0 } :is(i, j):has(k) { top: 1px } }';
  const { css: flat } = await postcss([flatSelectors]).process(css, { from: undefined });
  assert.equal(
    flat.replace(/\s+/g, ' '),
    '@media print { .a, .b { color: red } .c, d:not(_) h, g:not(_) h { top: 0 } e:has(f) h { top: 0 } i:has(k), j:has(k) { top: 1px } }',
  );
});
