import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { keepPrevious } from '../../src/build/previous.ts';
import { completeWorker } from '../../src/build/worker.ts';
import { temporaryFolder } from '../support/run-command.ts';
import { serve } from '../support/server.ts';

/** A small build: files, the text of each its own name and the build's. */
function build(t: TestContext, name: string, files: string[]): string {
  const folder = temporaryFolder(t);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const path of files) write(path, `${path} of ${name}`);
  write('index.html', `<!doctype html><html lang="zh"><title>${name}</title>`);
  write('search/zh.json', JSON.stringify({ points: {}, pagefind: [`index/zh_${name}.pf_index`, 'wasm.unknown.pagefind'] }));
  for (const path of [`pagefind/index/zh_${name}.pf_index`, 'pagefind/wasm.unknown.pagefind']) write(path, `${path} of ${name}`);
  write('sw.js', 'the worker');
  completeWorker(folder, '/');
  return folder;
}

const allOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

test('the hashed files of the build before stand beside the new ones, from a folder or from where it stands, and nothing else of it', async (t) => {
  const second = build(t, 'second', ['_astro/page.2.js', '_astro/same.js', 'fonts/song.2.woff2', '2/card.png']);
  const { close, origin } = await serve(second);
  t.after(close);
  for (const from of [second, origin]) {
    const third = build(t, 'third', ['_astro/page.3.js', '_astro/same.js', 'fonts/song.3.woff2']);
    const before = allOf(third);
    assert.match(await keepPrevious(third, from), /^留下上一版的3個檔案/);
    const added = allOf(third).filter((path) => !before.includes(path));
    assert.deepEqual(added, ['_astro/page.2.js', 'fonts/song.2.woff2', 'pagefind/index/zh_second.pf_index']);
    assert.equal(readFileSync(join(third, '_astro/page.2.js'), 'utf8'), '_astro/page.2.js of second');
    assert.equal(readFileSync(join(third, '_astro/same.js'), 'utf8'), '_astro/same.js of third');
    // Of three builds the first is forgotten.
    const fourth = build(t, 'fourth', ['_astro/page.4.js']);
    await keepPrevious(fourth, third);
    assert.ok(existsSync(join(fourth, '_astro/page.3.js')) && !existsSync(join(fourth, '_astro/page.2.js')));
  }
});

test('it says so where there is no earlier build, and where the site does not answer', async (t) => {
  const folder = build(t, 'new', []);
  assert.match(await keepPrevious(folder, join(temporaryFolder(t), 'none')), /none沒有可以留用的上一版/);
  const { close, origin } = await serve(temporaryFolder(t));
  assert.match(await keepPrevious(folder, origin), /^http.*沒有可以留用的上一版/);
  close();
  await assert.rejects(keepPrevious(folder, origin), /沒有回應/);
});

test('no name in the list of an earlier build leads out of the site', async (t) => {
  const folder = build(t, 'new', []);
  const evil = temporaryFolder(t);
  writeFileSync(join(evil, 'sw.js'), 'const siteFiles={"files":{"_astro/../../out.js":"0"}};\n');
  const before = allOf(folder);
  await keepPrevious(folder, evil);
  assert.deepEqual(allOf(folder), before);
});
