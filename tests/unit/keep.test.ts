import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';

const DAY = 24 * 60 * 60 * 1000;
const home = process.cwd();
const folder = join('node_modules', '.cache', 'kept');

/** Works as one build after another in an empty folder: each call is a process that has just started. */
function builds(t: TestContext) {
  process.chdir(mkdtempSync(join(tmpdir(), 'keep-')));
  t.after(() => {
    const used = process.cwd();
    process.chdir(home);
    rmSync(used, { recursive: true });
  });
  let count = 0;
  return (): Promise<typeof import('../../src/article/keep.ts')> =>
    import(`../../src/article/keep.ts?build=${Math.random()}${(count += 1)}`);
}

const age = (name: string, days: number): void => {
  const then = new Date(Date.now() - days * DAY);
  utimesSync(join(folder, name), then, then);
};
const never = (): never => assert.fail('drawn again');

test('a picture is drawn once, whatever number of builds use it', async (t) => {
  const build = builds(t);
  assert.equal((await (await build()).keep('one', async () => Buffer.from('picture'))).toString(), 'picture');
  assert.equal((await (await build()).keep('one', never)).toString(), 'picture');
  assert.deepEqual(readdirSync(folder), ['one']);
});

test('a picture that no build has used for thirty days is forgotten, one in use never', async (t) => {
  const build = builds(t);
  for (const name of ['used', 'unused']) await (await build()).keep(name, async () => Buffer.from(name));
  age('used', 29);
  age('unused', 29);
  await (await build()).keep('used', never);
  assert.ok(Date.now() - statSync(join(folder, 'used')).mtimeMs < DAY);
  age('used', 29);
  age('unused', 31);
  await (await build()).keep('used', never);
  assert.deepEqual(readdirSync(folder), ['used']);
});

test('builds side by side draw and forget without stumbling over each other', async (t) => {
  const build = builds(t);
  await (await build()).keep('old', async () => Buffer.from('old'));
  age('old', 31);
  const together = await Promise.all(Array.from({ length: 4 }, build));
  const pictures = await Promise.all(together.map(({ keep }) => keep('new', async () => Buffer.from('new'))));
  assert.deepEqual(
    pictures.map((picture) => picture.toString()),
    ['new', 'new', 'new', 'new'],
  );
  assert.deepEqual(readdirSync(folder), ['new']);
});

test('the version of a picture changes with what it shows and with every file that draws it', async (t) => {
  const { versionOf } = await builds(t)();
  writeFileSync('a', '1');
  writeFileSync('b', '1');
  const first = versionOf({ text: 'x' }, ['a', 'b']);
  assert.equal(versionOf({ text: 'x' }, ['a', 'b']), first);
  assert.notEqual(versionOf({ text: 'y' }, ['a', 'b']), first);
  writeFileSync('b', '2');
  assert.notEqual(versionOf({ text: 'x' }, ['a', 'b']), first);
  assert.ok(!existsSync(folder));
});
