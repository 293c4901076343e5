import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import test from 'node:test';

/** What the first step of every command says on a Node of a version, and how it ends. */
function startOn(version: string): { said: string[]; ended: number | undefined } {
  const outcome: { said: string[]; ended: number | undefined } = { said: [], ended: undefined };
  runInNewContext(readFileSync('src/build/node-version.js', 'utf8'), {
    process: { versions: { node: version }, exit: (code: number) => (outcome.ended = code) },
    console: { error: (text: string) => outcome.said.push(text) },
  });
  return outcome;
}

test('a Node that is too old is told in one sentence which one is wanted', () => {
  for (const version of ['18.20.0', '20.20.2', '22.11.0']) {
    const { said, ended } = startOn(version);
    assert.equal(ended, 1, version);
    assert.equal(said.length, 1);
    assert.ok(said[0]!.includes('22.12') && said[0]!.includes(version) && said[0]!.includes('npm ci'));
  }
  for (const version of ['22.12.0', '24.21.0']) assert.deepEqual(startOn(version), { said: [], ended: undefined });
});

test('every command begins with that step or runs one that does', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const [name, command] of Object.entries(scripts)) {
    if (/^(format|format:check)$/.test(name)) continue;
    assert.match(command, /^node src\/build\/node-version\.js && |npm (run build|test)/, name);
  }
});
