import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import test, { type TestContext } from 'node:test';
import { plainArticle } from '../support/content.ts';
import { content } from '../support/house.ts';
import { buildSite, startCommand, temporaryFolder } from '../support/run-command.ts';
import { derived } from '../support/forms.ts';
import { dist, full, onePerKind, tried } from '../support/site.ts';

/** Waits until a command says where it serves; answers that address. */
async function addressOf({ child, ended }: ReturnType<typeof startCommand>): Promise<URL> {
  const said = new Promise<string>((done) =>
    child.stdout!.on('data', (text) => /按Ctrl\+C結束：(\S+)/.exec(String(text)) && done(/按Ctrl\+C結束：(\S+)/.exec(String(text))![1]!)),
  );
  const early = ended.then(({ output }) => assert.fail(output));
  return new URL(await Promise.race([said, early]));
}

/** A folder with `dist/`, a small site for a base path. */
function smallSite(t: TestContext): string {
  const root = temporaryFolder(t);
  mkdirSync(join(root, 'dist/zh-hans'), { recursive: true });
  writeFileSync(join(root, 'dist/index.html'), '<link rel="canonical" href="https://example.org/base/">十論');
  writeFileSync(join(root, 'dist/zh-hans/index.html'), '十论');
  writeFileSync(join(root, 'dist/404.html'), '沒有這一頁');
  writeFileSync(join(root, 'dist/zh-hans/404.html'), '没有这一页');
  return root;
}

/** A page without the host it was built for, and without the versions of pictures, which show it too. */
const withoutAddress = (html: string, host: string): string =>
  html
    .replaceAll(host, '')
    .replaceAll(encodeURIComponent(host), '')
    .replace(/\?v=\w+/g, '')
    // What follows from it: a version, and the place of the day of access behind it in a citation.
    .replace(/ data-(version|at)="\w+"/g, '');

const stateOf = (path: string): string | undefined => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.ino} ${stat.mtimeMs} ${readdirSync(path).join()}`;
};

const hasAddress = content.site?.values.url !== undefined && 'this article tells its address';
test('a build that is told no address stops and says in a sentence what it wants', { skip: hasAddress }, async (t) => {
  const target = join(temporaryFolder(t), 'dist');
  const { code, output } = await startCommand('build', { args: [`--into=${target}`] }).ended;
  assert.equal(code, 1);
  assert.match(output, /SITE_URL=https:\/\/example\.org\/base\/.*content\/site\.yaml.*--local/);
  assert.equal(output.trim().split('\n').length, 1);
  assert.ok(!existsSync(target));
});

test('an address that is none is refused before anything is built', async () => {
  const { code, output } = await startCommand('build', { env: { SITE_URL: 'example.org' } }).ended;
  assert.equal(code, 1);
  assert.match(output, /SITE_URL是「example\.org」，不是網址.*SITE_URL=https:\/\/example\.org\/base\//);
});

test('an article whose paragraphs have no ids may be looked at, and is refused for publication with the remedy', async (t) => {
  const { code, output, folder } = await buildSite(t, { content: plainArticle, address: 'https://example.org/base/' });
  assert.equal(code, 1);
  assert.match(output, /段落都還沒有編號，.*請先執行`npm run ids`/);
  assert.equal(output.trim().split('\n').length, 1);
  assert.ok(!existsSync(folder));
});

test('what killed commands left is removed by the next, what others need is not', (t) => {
  const root = temporaryFolder(t);
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const names = {
    dead: `${dead}@${hostname()}~a0`,
    running: `${process.pid}@${hostname()}~a0`,
    elsewhere: '1@container~a0',
    elsewhereLongAgo: '1@container~a1',
    firstEdition: '_astro',
  };
  for (const name of Object.values(names)) mkdirSync(join(root, '.build', name, 'site'), { recursive: true });
  utimesSync(join(root, '.build', names.elsewhereLongAgo), 0, 0);
  const code = `const { ownFolder } = await import(${JSON.stringify(resolve('src/build/own-folder.ts'))}); console.log(ownFolder());`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--experimental-strip-types', '--input-type=module', '-e', code], { cwd: root });
  assert.match(stdout.toString(), /\.build.\d+@/, stderr.toString());
  assert.deepEqual(readdirSync(join(root, '.build')).sort(), [names.elsewhere, names.running].sort());
});

test('npm test with the name of no test says so at once and fails', () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--experimental-strip-types', 'tests/run.ts', 'zzz-no-such-test']);
  assert.equal(status, 1);
  assert.match(stderr.toString(), /No test file has “zzz-no-such-test” in its name/);
  assert.equal(stdout.toString(), '');
});

test('a port that is taken, or is none, is told in a sentence before anything is built', async (t) => {
  const other = createServer().listen(0, 'localhost');
  await new Promise((done) => other.once('listening', done));
  t.after(() => other.close());
  const { port } = other.address() as AddressInfo;
  const root = smallSite(t);
  for (const [name, env, said] of [
    ['start', { PORT: String(port) }, `連接埠${port}有人在用，請換一個，例如PORT=${port + 1}。`],
    ['preview', { PORT: String(port) }, `連接埠${port}有人在用，請換一個，例如PORT=${port + 1}。`],
    ['start', { PORT: 'http' }, 'PORT是「http」，請寫0到65535的數字。'],
  ] as const) {
    const { code, output } = await startCommand(name, { env, ...(name === 'preview' && { cwd: root }) }).ended;
    assert.deepEqual({ code, output: output.trim() }, { code: 1, output: said });
  }
});

test('the preview shows dist/ as it is, below the base path it was built for, and says so where there is none', async (t) => {
  const root = smallSite(t);
  const before = stateOf(join(root, 'dist'));
  const command = startCommand('preview', { cwd: root, env: { PORT: '0' } });
  t.after(() => command.child.kill());
  const address = await addressOf(command);
  assert.equal(address.pathname, '/base/');
  const ask = async (path: string) => {
    const answer = await fetch(new URL(path, address));
    return `${answer.status} ${await answer.text()}`;
  };
  assert.equal(await ask('/base/zh-hans/'), '200 十论');
  assert.equal(await ask('/base/zh-hans/99/'), '404 没有这一页');
  assert.equal(await ask('/zh-hans/'), '404 沒有這一頁');
  assert.equal(stateOf(join(root, 'dist')), before);
  assert.deepEqual(readdirSync(root), ['dist']);

  const { code, output } = await startCommand('preview', { cwd: temporaryFolder(t), env: { PORT: '0' } }).ended;
  assert.equal(code, 1);
  assert.match(output, /dist\/裡沒有網站，請先執行npm run build。/);
});

test('a server ends when npm is stopped, though its shell passes no signal on', { skip: process.platform === 'win32' }, async (t) => {
  const run = `${process.execPath} --experimental-strip-types ${resolve('src/build/preview.ts')}`;
  const shell = spawn('sh', ['-c', `true && ${run}; true`], { cwd: smallSite(t), env: { ...process.env, PORT: '0' } });
  const said = await new Promise((done) => shell.stdout.on('data', (text) => done(String(text))));
  const address = /按Ctrl\+C結束：(\S+)/.exec(String(said))![1]!;
  assert.equal((await fetch(address)).status, 200);
  shell.kill('SIGTERM');
  const isThere = (): Promise<boolean> =>
    fetch(address).then(
      () => true,
      () => false,
    );
  for (const end = Date.now() + 20_000; Date.now() < end && (await isThere());) await new Promise((done) => setTimeout(done, 100));
  assert.equal(await isThere(), false);
});

test('the preview puts back what a build was killed in the midst of exchanging', async (t) => {
  const root = temporaryFolder(t);
  const dead = spawnSync(process.execPath, ['--version']).pid;
  mkdirSync(join(root, 'www'));
  symlinkSync('www/site', join(root, 'dist'));
  mkdirSync(join(root, `www/.site-${dead}@${hostname()}~a0.old`));
  writeFileSync(join(root, `www/.site-${dead}@${hostname()}~a0.old/index.html`), '<link rel="canonical" href="https://example.org/">');
  mkdirSync(join(root, `www/.site-${dead}@${hostname()}~a1.gone`));
  const command = startCommand('preview', { cwd: root, env: { PORT: '0' } });
  t.after(() => command.child.kill());
  await addressOf(command);
  assert.deepEqual(readdirSync(join(root, 'www/site')), ['index.html']);
});

test(
  'npm start shows the site whatever the shell has set, leaves dist/ as it is, and takes its folder with it',
  { skip: !full && 'whole in test:full' },
  async (t) => {
    const before = stateOf('dist');
    const strange = {
      SITE: 'https://wrong.example',
      BASE_URL: '/wrong/',
      ASSETS_PREFIX: '/wrong',
      NODE_ENV: 'development',
      MODE: 'x',
      DEV: '1',
    };
    const command = startCommand('start', { env: { PORT: '0', SITE_URL: 'https://wrong.example/base/', ...strange } });
    t.after(() => command.child.kill('SIGKILL'));
    const address = await addressOf(command);
    for (const { path, html } of onePerKind.filter(({ page }) => page !== '404.html')) {
      const shown = await (await fetch(new URL(path, address))).text();
      assert.ok(
        withoutAddress(shown, address.host) === withoutAddress(html, 'localhost:4321'),
        `${path} is another page than the tests read`,
      );
    }
    assert.equal(stateOf('dist'), before);
    const own = (): string[] => readdirSync('.build').filter((name) => name.startsWith(`${command.child.pid}@`));
    assert.equal(own().length, 1);
    command.child.kill('SIGTERM');
    await command.ended;
    assert.deepEqual(own(), []);
  },
);

test('the server sends what a good host sends: charsets, the 404 page of the script, and nothing twice', async () => {
  const origin = process.env.TEST_ORIGIN!;
  const types: Record<string, string> = {
    '/': 'text/html;charset=utf-8',
    [`${tried.path}index.md`]: 'text/markdown; charset=utf-8',
    '/llms.txt': 'text/plain; charset=utf-8',
    '/feed.xml': 'application/xml; charset=utf-8',
    '/feed.json': 'application/json; charset=utf-8',
    [`${tried.path}card.png`]: 'image/png',
  };
  for (const [path, type] of Object.entries(types)) {
    const first = await fetch(origin + path);
    assert.equal(first.headers.get('content-type'), type, path);
    assert.equal(first.headers.get('cache-control'), 'no-cache', path);
    const again = await fetch(origin + path, { headers: { 'If-None-Match': first.headers.get('etag')! } });
    assert.equal(again.status, 304, path);
  }
  const other = derived[0]!.path;
  for (const [path, file] of [
    ['/1000/', '404.html'],
    [`/${other}/1000/`, `${other}/404.html`],
    [`/${other}/1/none/%zz`, `${other}/404.html`],
  ] as const) {
    const answer = await fetch(origin + path);
    assert.equal(answer.status, 404);
    assert.equal(await answer.text(), readFileSync(join(dist, file), 'utf8'), path);
  }
});
