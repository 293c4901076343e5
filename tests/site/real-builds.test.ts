import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, globSync, readFileSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { mountDisk, noMounts } from '../support/disks.ts';
import { writeEdits } from '../../src/content/edits.ts';
import { readFiles } from '../../src/content/read.ts';
import { stampIds } from '../../src/content/stamp.ts';
import { copyProject } from '../support/project.ts';
import { buildSite, startCommand, temporaryFolder } from '../support/run-command.ts';
import { builtFor, dist, full } from '../support/site.ts';

const MOMENTS = 10;
const skip = !full && 'in the full run; swap.test.ts tries the same on small folders';

/** What is in a folder: each file with a digest. */
function filesOf(folder: string): Map<string, string> {
  const names = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
  return new Map(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** The files by which a folder differs from what it should be. */
function changed(folder: string, files: Map<string, string>): string[] {
  const now = filesOf(folder);
  return [...new Set([...now.keys(), ...files.keys()])].filter((name) => now.get(name) !== files.get(name));
}

const isSame = (folder: string, files: Map<string, string>): boolean => !changed(folder, files).length;

/** A copy of the content, all of whose units have ids, in which the site has another name. */
function renamedContent(t: TestContext): string {
  const content = join(temporaryFolder(t), 'texts');
  cpSync(process.env.CONTENT || 'content', content, { recursive: true });
  const file = join(content, 'site.yaml');
  const text = readFileSync(file, 'utf8').replace(/^(?:name|url): .*\n/gm, '');
  writeFileSync(file, `${text}name: 另論\n`);
  writeEdits(stampIds(readFiles(content)).edits);
  return content;
}

test('builds at the same time, of different content for different addresses, are whole each and as if alone', { skip }, async (t) => {
  const content = renamedContent(t);
  const other = { content, address: 'https://example.org/base/' };
  const alone = await buildSite(t, other);
  assert.equal(alone.code, 0, alone.output);
  for (let round = 0; round < 3; round += 1) {
    const [ours, theirs] = await Promise.all([buildSite(t), buildSite(t, other)]);
    assert.deepEqual([ours.code, theirs.code], [0, 0], ours.output + theirs.output);
    assert.deepEqual(changed(ours.folder, filesOf(dist)), []);
    assert.deepEqual(changed(theirs.folder, filesOf(alone.folder)), []);
  }
  assert.match(readFileSync(join(alone.folder, 'index.html'), 'utf8'), /<title>另論｜/);
});

test('two first builds of a fresh checkout at the same time are whole both', { skip }, async (t) => {
  const { root } = copyProject(t);
  const build = (into: string) => startCommand('build', { cwd: root, args: ['--local', `--into=${into}`] }).ended;
  const ends = await Promise.all([build('one'), build('two')]);
  assert.deepEqual(
    ends.map(({ code }) => code),
    [0, 0],
    ends.map(({ output }) => output).join('\n'),
  );
  assert.deepEqual(changed(join(root, 'one'), filesOf(join(root, 'two'))), []);
});

test(`a build that is killed at any of ${MOMENTS} moments leaves the last site whole, and the next one cleans up`, { skip }, async (t) => {
  const target = join(temporaryFolder(t), 'dist');
  cpSync(dist, target, { recursive: true });
  const last = filesOf(target);
  const started = Date.now();
  const next = await buildSite(t, { content: renamedContent(t), address: 'https://example.org/base/' });
  const time = Date.now() - started;
  const files = filesOf(next.folder);
  const content = renamedContent(t);
  for (let moment = 1; moment <= MOMENTS; moment += 1) {
    const { child, ended } = startCommand('build', {
      args: [`--into=${target}`],
      env: { CONTENT: content, SITE_URL: 'https://example.org/base/' },
    });
    setTimeout(() => child.kill('SIGKILL'), (time * moment) / (MOMENTS + 1));
    await ended;
    assert.ok(isSame(target, last) || isSame(target, files), `moment ${moment}`);
  }
  const { code, output } = await startCommand('build', { args: [`--into=${target}`], env: { SITE_URL: builtFor } }).ended;
  assert.equal(code, 0, output);
  assert.deepEqual(changed(target, last), []);
  assert.deepEqual(readdirSync(join(target, '..')), ['dist']);
  const alive = readdirSync('.build').filter((name) => !/^\d+@/.test(name) || !isAlive(Number.parseInt(name, 10)));
  assert.deepEqual(alive, []);
});

test(
  'a full disk ends a build with a sentence, leaves the last site whole and nothing of its own',
  { skip: skip || noMounts },
  async (t) => {
    const disk = mountDisk(t, '64m');
    const { root } = copyProject(t, { where: disk });
    const target = join(root, 'dist');
    cpSync(dist, target, { recursive: true });
    const last = filesOf(target);
    for (const free of [1, 2, 3, 4, 5]) {
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - free * 1024 * 1024));
      const { code, output } = await startCommand('build', { cwd: root, args: ['--local'] }).ended;
      assert.notEqual(code, 0, `with ${free} MB: ${output}`);
      assert.match(output, /ENOSPC|No space left on device/, `with ${free} MB`);
      assert.doesNotMatch(output, /^ +at /m);
      assert.deepEqual(changed(target, last), [], `with ${free} MB`);
      assert.deepEqual(readdirSync(join(root, '.build')), [], `with ${free} MB`);
      rmSync(join(disk, 'ballast'));
    }
    const { code, output } = await startCommand('build', { cwd: root, env: { SITE_URL: builtFor } }).ended;
    assert.equal(code, 0, output);
    assert.deepEqual(changed(target, last), []);
  },
);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
