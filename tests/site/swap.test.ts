import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { putBack, swapIn } from '../../src/build/swap.ts';
import { mountDisk, noMounts, otherDisk } from '../support/disks.ts';
import { temporaryFolder } from '../support/run-command.ts';

const FILES = ['index.html', '404.html', '1/index.html', '1/card.png', 'zh-hans/index.html', 'zh-hans/1/index.html'];

/** Writes a small site of which every file says which build it is of. */
function writeSite(folder: string, build: number, size = 1): string {
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${build} `.repeat(size));
  }
  return folder;
}

/** Which build a folder is of. Fails where it is not one whole site. */
function buildOf(folder: string): number {
  const texts = FILES.map((file) => readFileSync(join(folder, file), 'utf8').split(' ')[0]);
  assert.equal(new Set(texts).size, 1, `${folder} is a mixture of builds ${texts.join()}`);
  assert.equal(globSync('**/*.*', { cwd: folder }).length, FILES.length);
  return Number(texts[0]);
}

/** A target with the site of build 0: a folder, or a link to one on another file system. */
const targets: Record<string, { skip: string | false; make(test: TestContext): string }> = {
  'a folder': { skip: false, make: (t) => writeSite(join(temporaryFolder(t), 'dist'), 0) },
  'a link to a folder on another disk': {
    skip: !otherDisk && 'this machine has one file system only',
    make(t) {
      const disk = mkdtempSync(join(otherDisk!, 'shilun-'));
      t.after(() => rmSync(disk, { recursive: true, force: true }));
      const link = join(temporaryFolder(t), 'dist');
      symlinkSync(writeSite(join(disk, 'site'), 0), link);
      return link;
    },
  },
};

/** What exchanges have left beside a target. */
const beside = (target: string): string[] => {
  const place = realpathSync(target);
  return readdirSync(dirname(place)).filter((name) => name.startsWith(`.${basename(place)}`));
};

/** Runs a script that may call what `swap.ts` exports; `$1` and `$2` are its arguments. */
function script(body: string, ...values: string[]) {
  const code = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; const [$1, $2, $3] = process.argv.slice(1); ${body}`;
  return ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', code, '--', ...values];
}

/** Kills the process at a step of its work on files; the removal of a folder is half done then. */
const killAtStep = `
let left = Number($3);
for (const name of ['mkdirSync', 'renameSync', 'cpSync', 'rmSync']) {
  const real = fs[name];
  fs[name] = (path, ...rest) => {
    if (left-- === 0) {
      if (name === 'rmSync' && fs.existsSync(path + '/1')) real(path + '/1', { recursive: true });
      if (name === 'cpSync') real(path + '/1', rest[0] + '/1', { recursive: true });
      process.kill(process.pid, 'SIGKILL');
    }
    return real(path, ...rest);
  };
}
syncBuiltinESMExports();
const { swapIn } = await import('./src/build/swap.ts');
swapIn($1, $2);`;

for (const [name, { skip, make }] of Object.entries(targets)) {
  test(`whoever kills a build at any step of the exchange leaves ${name} whole`, { skip }, (t) => {
    const target = make(t);
    let [step, last] = [0, 0];
    for (; ; step += 1) {
      const built = writeSite(join(temporaryFolder(t), 'site'), step + 1);
      const { signal, status, stderr } = spawnSync(process.execPath, script(killAtStep, built, target, String(step)));
      putBack(target);
      assert.ok([last, step + 1].includes(buildOf(target)), `step ${step}`);
      last = buildOf(target);
      if (!signal) assert.equal(status, 0, stderr.toString());
      if (!signal) break;
    }
    assert.ok(step >= 7, `${step} steps`);
    assert.equal(last, step + 1);
    assert.deepEqual(beside(target), []);
    if (name !== 'a folder') assert.ok(lstatSync(target).isSymbolicLink());
  });
}

test('a link that leads nowhere yet is filled and stays a link', (t) => {
  const root = temporaryFolder(t);
  symlinkSync('www/site', join(root, 'dist'));
  assert.equal(swapIn(writeSite(join(root, 'built'), 1), join(root, 'dist')), undefined);
  assert.ok(lstatSync(join(root, 'dist')).isSymbolicLink());
  assert.equal(buildOf(join(root, 'www/site')), 1);
});

test('two builds that end at the same time both end well, and one of them stands there whole', async (t) => {
  const target = targets['a folder']!.make(t);
  const swaps = (first: number): Promise<number | null> => {
    const site = join(temporaryFolder(t), 'site');
    const model = writeSite(join(temporaryFolder(t), 'model'), first);
    const body = `
const { swapIn } = await import('./src/build/swap.ts');
for (let n = 0; n < 60; n += 1) { fs.cpSync($3, $1, { recursive: true }); const said = swapIn($1, $2); if (said) throw new Error(said); }`;
    const child = spawn(process.execPath, script(body, site, target, model), { stdio: 'inherit' });
    return new Promise((done) => child.on('close', done));
  };
  assert.deepEqual(await Promise.all([swaps(1), swaps(2)]), [0, 0]);
  assert.ok([1, 2].includes(buildOf(target)));
  assert.deepEqual(beside(target), []);
});

test('a signal in the midst of the exchange is heard when it is over, and nothing is left', (t) => {
  const root = temporaryFolder(t);
  const target = writeSite(join(root, 'dist'), 0);
  const body = `
const { ownFolder } = await import($3 + '/own-folder.ts');
const { swapIn } = await import($3 + '/swap.ts');
const own = ownFolder();
fs.cpSync($1, own + '/site', { recursive: true });
const real = fs.renameSync;
fs.renameSync = (...paths) => { process.kill(process.pid, 'SIGTERM'); return real(...paths); };
syncBuiltinESMExports();
swapIn(own + '/site', $2);
setTimeout(() => console.log('was not stopped'), 1000);`;
  const built = writeSite(join(temporaryFolder(t), 'site'), 1);
  const { status, stdout, stderr } = spawnSync(process.execPath, script(body, built, target, join(process.cwd(), 'src/build')), {
    cwd: root,
  });
  assert.equal(status, 128 + 15, stderr.toString());
  assert.equal(stdout.toString(), '');
  assert.equal(buildOf(target), 1);
  assert.deepEqual(readdirSync(root).sort(), ['.build', 'dist']);
  assert.deepEqual(readdirSync(join(root, '.build')), []);
});

test('a file of the last build that cannot be removed is told and harms nobody', (t) => {
  let release = (): void => undefined;
  t.after(() => release());
  const root = temporaryFolder(t);
  const target = writeSite(join(root, 'dist'), 0);
  const isRoot = process.getuid?.() === 0;
  const hold = (path: string, held: boolean): void => {
    if (isRoot) execFileSync('chattr', [held ? '+i' : '-i', path]);
    else chmodSync(dirname(path), held ? 0o555 : 0o755);
  };
  const held = (): string => globSync(`${root}/{dist,.dist*}/1/card.png`)[0]!;
  try {
    hold(held(), true);
  } catch {
    return t.skip('this file system has no files that root cannot remove');
  }
  release = () => hold(held(), false);
  assert.match(swapIn(writeSite(join(root, 'built'), 1), target) ?? '', /^原來的網站刪不掉.*請自己刪掉.*\.dist-/);
  assert.equal(buildOf(target), 1);
  assert.equal(swapIn(writeSite(join(root, 'built'), 2), target), undefined);
  assert.equal(buildOf(target), 2);
});

test('a full disk leaves the last build whole and nothing half written', { skip: noMounts }, (t) => {
  const disk = mountDisk(t, '256k');
  const target = writeSite(join(disk, 'dist'), 0);
  assert.throws(() => swapIn(writeSite(join(temporaryFolder(t), 'built'), 1, 100_000), target), /ENOSPC/);
  assert.equal(buildOf(target), 0);
  assert.deepEqual(readdirSync(disk), ['dist']);
});

test('a folder that cannot be renamed stays as it is', { skip: noMounts }, (t) => {
  const target = writeSite(mountDisk(t, '256k'), 0);
  assert.throws(() => swapIn(writeSite(join(temporaryFolder(t), 'built'), 1), target), /EBUSY/);
  assert.equal(buildOf(target), 0);
  assert.deepEqual(beside(target), []);
});
