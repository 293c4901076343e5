import assert from 'node:assert/strict';
import test from 'node:test';
import { runInNewContext } from 'node:vm';
import { earlyTheme } from '../../src/text/early-theme.ts';

/** The theme that the script of the head sets, where storage is as given. */
function themeBy(localStorage: unknown): string | undefined {
  const dataset: { theme?: string } = {};
  runInNewContext(earlyTheme('/base/'), { localStorage, document: { documentElement: { dataset } } });
  return dataset.theme;
}

test('the script of the head sets a remembered theme, of this site alone, and survives whatever is stored', () => {
  assert.equal(themeBy({ 'shilun:/base/:theme': '"dark"' }), 'dark');
  assert.equal(themeBy({ 'shilun:/:theme': '"dark"', theme: '"dark"' }), undefined);
  for (const value of [
    '"x"',
    '"system"',
    'dark',
    '',
    '{}',
    '[',
    5,
    null,
    undefined,
    ['"dark"', 1],
    '{"__proto__":"dark"}',
    '['.repeat(1e5),
  ])
    assert.equal(themeBy({ 'shilun:/base/:theme': value }), undefined, String(value).slice(0, 20));
  for (const storage of [undefined, null, 5]) assert.equal(themeBy(storage), undefined);
  const forbidden = new Proxy({}, { get: () => assert.fail('forbidden') });
  assert.equal(themeBy(forbidden), undefined);
});
