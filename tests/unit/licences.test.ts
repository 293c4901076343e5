import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { isAllowed, licencesOf } from '../../src/build/licences.ts';

test('an expression is allowed when each part that AND joins is, or one that OR joins', () => {
  for (const [licence, allowed] of [
    ['MIT', true],
    ['(MIT OR Apache-2.0)', true],
    ['(GPL-3.0-only OR MIT)', true],
    ['Apache-2.0 AND LGPL-3.0-or-later', true],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-only', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE.txt', false],
    ['', false],
    [undefined, false],
  ] as const)
    assert.equal(isAllowed(licence), allowed, String(licence));
});

test('a package whose licence the lockfile does not tell is asked itself', () => {
  const packages = {
    '': { version: '1.0.0' },
    'node_modules/@umbrella/rack': { version: '1.2.3', license: 'MIT' },
    'node_modules/a/node_modules/stand': { version: '2.0.0' },
  };
  assert.deepEqual(
    licencesOf(packages, (folder) => (folder.endsWith('stand') ? 'ISC' : undefined)),
    [
      { name: '@umbrella/rack', version: '1.2.3', licence: 'MIT' },
      { name: 'stand', version: '2.0.0', licence: 'ISC' },
    ],
  );
});

test('every package of the project has an allowed licence and is locked by a digest', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const own = (folder: string): string | undefined => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).licenses?.[0].type;
  assert.deepEqual(
    licencesOf(packages, own).filter(({ licence }) => !isAllowed(licence)),
    [],
  );
  for (const [folder, { integrity }] of Object.entries<{ integrity?: string }>(packages)) if (folder) assert.ok(integrity, folder);
});

test('no command runs by itself when packages are installed: one that fails would leave nobody a site', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const own = /^(pre|post)?(install|prepare|pack|publish|version|uninstall)$|^prepublishOnly$|^dependencies$/;
  assert.deepEqual(
    Object.keys(scripts).filter((name) => own.test(name)),
    [],
  );
});
