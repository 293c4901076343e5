import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import test from 'node:test';
import { everyField } from '../support/content.ts';
import { copyProject } from '../support/project.ts';

const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((done) => setTimeout(done, 250)))
    if (await holds().catch(() => false)) return;
  assert.fail(what);
};

test('an editor sees each edit in both scripts and in search without a restart, and each mistake until it is mended, from the start', async (t) => {
  const project = copyProject(t, { content: everyField });
  project.edit('content/points/03.md', 'to: 5,', 'to: 19,');
  const port = await new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
  const dev = spawn('npm', ['run', 'dev'], {
    cwd: project.root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CONTENT: undefined, PORT: String(port) },
  });
  let output = '';
  for (const stream of [dev.stdout, dev.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  t.after(() => process.kill(-dev.pid!, 'SIGTERM'));
  const text = async (path: string): Promise<string> =>
    (await fetch(`http://localhost:${port}${path}`, { signal: AbortSignal.timeout(20_000) })).text();
  const shows = (words: string, path: string) => until(`${path} does not show ${words}`, async () => (await text(path)).includes(words));

  const tells = (mistake: string) =>
    until(`it is not told: ${mistake}`, async () => {
      const { status } = await fetch(`http://localhost:${port}/5/`, { signal: AbortSignal.timeout(20_000) });
      return status === 500 && output.includes(mistake);
    });

  await tells('沒有第19點');
  project.edit('content/points/03.md', 'to: 19,', 'to: 5,');
  await shows('p5-1', '/5/');

  project.edit('content/points/05.md', '在三個站各站了一天。', '在四個站各站了兩天。');
  await shows('在四個站各站了兩天', '/5/');
  await shows('在四个站各站了两天', '/zh-hans/5/');
  await shows('在四个站各站了两天', '/zh-hans/full/');
  await shows('在四個站各站了兩天', '/search/zh-hant.json');
  await shows('在四个站各站了两天', '/search/zh-hans.json');

  const site = readFileSync(join(project.root, 'content/site.yaml'), 'utf8');
  project.edit('content/site.yaml', site, '');
  await tells('content/site.yaml:1 ');
  project.edit('content/site.yaml', '', () => site);
  await shows('在四個站各站了兩天', '/5/');
});
