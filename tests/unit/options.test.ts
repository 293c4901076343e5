import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { readOptions, WrongOption } from '../../src/content/commands/options.ts';
import { copyContent } from '../support/content.ts';

const options = { out: { type: 'string' }, force: { type: 'boolean' } } as const;

test('options and what stands beside them are read as they were typed', () => {
  const { values, positionals } = readOptions({ options, allowPositionals: true, args: ['a.txt', '--out', '-', '--force', '--', '--b'] });
  assert.deepEqual([{ ...values }, positionals], [{ out: '-', force: true }, ['a.txt', '--b']]);
  assert.equal(readOptions({ options, args: ['--out=--force'] }).values.out, '--force');
});

/** What is typed wrongly, and what is said. */
const wrong: [args: string[], says: string][] = [
  [['--frob'], '沒有--frob這個選項'],
  [['-x'], '沒有-x這個選項'],
  [['--toString'], '沒有--toString這個選項'],
  [['--out'], '--out後面要寫出是什麼'],
  [['--out', '--force'], '--out後面要寫出是什麼'],
  [['--force=yes'], '--force後面不寫東西'],
  [['dist'], '「dist」是多出來的'],
];
for (const [args, says] of wrong)
  test(`“${args.join(' ')}” is told in a sentence in Chinese`, () => {
    assert.throws(() => readOptions({ options, args }), new WrongOption(says));
  });

test('an option that there is not ends every command before it does its work', (t) => {
  const { folder } = copyContent(t);
  const texts = (): string[] =>
    globSync(join(folder, '**/*.*'))
      .sort()
      .map((file) => file + readFileSync(file, 'utf8'));
  const before = texts();
  for (const name of ['build/build', ...['ids', 'release', 'tidy', 'suspicions'].map((name) => `content/commands/${name}`)]) {
    const { status, stdout, stderr } = spawnSync('node', ['--experimental-strip-types', '--no-warnings', `src/${name}.ts`, '--dry-run'], {
      env: { ...process.env, CONTENT: folder },
      encoding: 'utf8',
    });
    assert.ok(status, name);
    assert.equal(stdout, '', name);
    assert.match(stderr, /^\n?沒有--dry-run這個選項.*\n+$/, name);
  }
  assert.deepEqual(texts(), before);
});
