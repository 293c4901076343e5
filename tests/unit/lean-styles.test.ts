import assert from 'node:assert/strict';
import test from 'node:test';
import { policyHash } from '../../src/text/policy.ts';
import { leanStyles, namesIn, withStyles } from '../../src/build/lean-styles.ts';

/** What becomes of styles on a page with a `.part`, where a script may add `.late` and `data-says`. */
const leanOn = (css: string): string => {
  const page = (text: string): string => `<meta content="style-src '${policyHash(text)}'"><style>${text}</style><p class="part">.`;
  const lean = withStyles(page(css), leanStyles([page(css)], namesIn('n.className="late";n.dataset.nowSays=""')));
  const text = /<style>(.*)<\/style>/.exec(lean)![1]!;
  assert.equal(lean, page(text));
  return text;
};

test('a page has no rules for parts that it has not, and its policy knows the rest', () => {
  assert.equal(leanOn('.part,.other{a:b}.other .part{a:b}[data-other]{a:b}p{a:b}'), '.part{a:b}p{a:b}');
  assert.equal(
    leanOn('@media print{.other{a:b}.late{a:b}}[data-now-says]{a:b}@media print{.other{a:b}}'),
    '@media print{.late{a:b}}[data-now-says]{a:b}',
  );
});

test('a list in brackets goes as a whole or stays as it is, for its most specific part weighs for all', () => {
  assert.equal(leanOn(':is(.part,.other .x) a{a:b}:is(.other,:is(.x,.y)) a{a:b}'), ':is(.part,.other .x) a{a:b}');
  assert.equal(
    leanOn('.part:not(.other){a:b}.part:has(.other){a:b}:is(.x):not(.part){a:b}'),
    '.part:not(.other){a:b}.part:has(.other){a:b}',
  );
});

test('pages that carry the same sheet keep the same, with the parts of all', () => {
  const page = (sheet: string, part: string): string => `<style>${sheet}</style><p class="${part}">.`;
  const sheet = '.one{a:b}.two{a:b}.three{a:b}';
  const styles = leanStyles([page(sheet, 'one'), page(sheet, 'two'), page('.one{a:b}', 'two')], new Set());
  assert.equal(withStyles(page(sheet, 'two'), styles), page('.one{a:b}.two{a:b}', 'two'));
  assert.equal(withStyles(page('.one{a:b}', 'two'), styles), page('', 'two'));
});

test('the steps of an animation are no selectors', () => {
  assert.equal(leanOn('@keyframes x{12.5%{a:b}}'), '@keyframes x{12.5%{a:b}}');
});
