import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { builtFor } from './settings.ts';

/** What tests of the commands may set: where they run, their arguments, the environment (undefined takes a variable out). */
export interface Setting {
  cwd?: string;
  args?: string[];
  env?: Record<string, string | undefined>;
}

/** How a command ended, and all it printed. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Starts one of the commands in `src/build/`, as `npm run` does; of a copy of the project its own. */
export function startCommand(name: string, { cwd, args = [], env }: Setting = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const own = resolve(cwd ?? '', `src/build/${name}.ts`);
  const script = existsSync(own) ? own : resolve(`src/build/${name}.ts`);
  const child = spawn(process.execPath, ['--experimental-strip-types', script, ...args], {
    cwd,
    env: { ...process.env, SITE_URL: undefined, ...(cwd && { CONTENT: undefined }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream!.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  return { child, ended: new Promise((done) => child.on('close', (code) => done({ code, output }))) };
}

/** Builds the site of a content folder for an address, in a folder that goes when the test ends. */
export async function buildSite(
  test: Pick<TestContext, 'after'>,
  { content, address = builtFor, ...setting }: Setting & { content?: string; address?: string } = {},
): Promise<Ended & { folder: string }> {
  const folder = join(temporaryFolder(test), 'site');
  const { ended } = startCommand('build', {
    ...setting,
    args: [`--into=${folder}`],
    env: { SITE_URL: address, ...(content && { CONTENT: content }), ...setting.env },
  });
  return { folder, ...(await ended) };
}

/** A folder that goes when the test ends. */
export function temporaryFolder(test: Pick<TestContext, 'after'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'shilun-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
