import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import type { IncomingHttpHeaders } from 'node:http';
import { onPath } from './browsers.ts';
import { serve } from './server.ts';

/** Where Debian puts the module; the recipe's line for it is tried where it is installed. */
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** A running host: its origin and what ends it. */
export interface Host {
  origin: string;
  close(): void;
}

/** A host as it answers. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What can serve a folder `root` in which the site lies at its base path. `scratch` is a folder for what it writes. */
export interface HostKind {
  name: string;
  /** Whether it has read our recipe, so that all that we promise must hold. */
  hasRecipe: boolean;
  encodings: string[];
  program: string | undefined;
  start(root: string, base: string, scratch: string): Promise<Host>;
}

// Debian keeps it where only root looks.
process.env.PATH += `${delimiter}/usr/sbin`;

/** The hosts that the tests try. */
export const hostKinds: HostKind[] = [
  {
    name: 'nginx',
    hasRecipe: true,
    encodings: existsSync(BROTLI) ? ['br', 'gzip'] : ['gzip'],
    program: onPath('nginx'),
    start: startNginx,
  },
  { name: 'caddy', hasRecipe: true, encodings: ['br', 'gzip'], program: onPath('caddy'), start: startCaddy },
  {
    name: 'npm start',
    hasRecipe: true,
    encodings: [],
    program: process.execPath,
    start: (root, base) => serve(join(root, base), base),
  },
  {
    name: 'python3 -m http.server',
    hasRecipe: false,
    encodings: [],
    program: onPath('python3'),
    start: (root) => run('python3', (port) => ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', root]),
  },
];

async function startNginx(root: string, base: string, scratch: string): Promise<Host> {
  const recipe = join(root, base, '_hosts/nginx.conf');
  const hasBrotli = existsSync(BROTLI);
  if (hasBrotli) writeFileSync(recipe, readFileSync(recipe, 'utf8').replace('# brotli_static on;', 'brotli_static on;'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((part) => `${part}_temp_path ${scratch}/${part};`);
  return run('nginx', (port) => {
    const file = join(scratch, 'nginx.conf');
    writeFileSync(
      file,
      `${hasBrotli ? `load_module ${BROTLI};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; master_process off; pid ${scratch}/pid; error_log ${scratch}/error.log crit;
events {}
http { access_log off; ${temporary.join(' ')} server { listen 127.0.0.1:${port}; root ${root}; include ${recipe}; } }
`,
    );
    return ['-p', scratch, '-c', file, '-e', `${scratch}/error.log`];
  });
}

async function startCaddy(root: string, base: string, scratch: string): Promise<Host> {
  return run(
    'caddy',
    (port) => {
      const file = join(scratch, 'Caddyfile');
      writeFileSync(
        file,
        `{
	admin off
	auto_https off
}
http://127.0.0.1:${port} {
	bind 127.0.0.1
	root * ${root}
	import ${join(root, base, '_hosts/Caddyfile')}
}
`,
      );
      return ['run', '--adapter', 'caddyfile', '--config', file];
    },
    { HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch },
  );
}

/** Runs a server at a free port until it answers. Throws with what it said where it ends before. */
async function run(program: string, argumentsAt: (port: number) => string[], env: Record<string, string> = {}): Promise<Host> {
  const port = await freePort();
  const child = spawn(program, argumentsAt(port), { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const close = (): void => void child.kill('SIGKILL');
  process.once('exit', close);
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    if (await answers(port)) return { origin: `http://127.0.0.1:${port}`, close };
    await new Promise((done) => setTimeout(done, 50));
  }
  close();
  throw new Error(`${program} does not answer: ${said}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => (socket.destroy(), done(true)));
    socket.on('error', () => done(false));
  });
}

/** Asks a host for a path exactly as written; follows nothing, unpacks nothing. */
export async function ask({ origin }: Host, path: string, encoding = 'identity'): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, fail) => {
    const asked = request({ hostname, port, path, headers: { 'Accept-Encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', fail).end();
  });
}
