import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import sirv from 'sirv';

/** What is text: without a charset, browsers of this language show it garbled. */
const TEXTS: Record<string, string> = {
  '.css': 'text/css',
  '.ics': 'text/calendar',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** Answers for a built site below a base path as a good host does: files with type and charset, asked for anew each time, and the 404 page of the address. */
export function siteListener(folder: string, base = '/'): RequestListener {
  const answer = sirv(folder, { dev: true, etag: true, setHeaders: addCharset });
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isBelow = pathname.startsWith(base);
    request.url = isBelow ? pathname.slice(base.length - 1) : '/';
    const tellNotFound = (): void => {
      const page = notFoundPage(folder, request.url ?? '/');
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' }).end(page);
    };
    if (isBelow) answer(request, response, tellNotFound);
    else tellNotFound();
  };
}

/** Listens on this machine. Answers the port, found where 0 was asked for, and what ends it. Throws a sentence where the port is taken. */
export async function listen(listener: RequestListener, port: number, host = 'localhost'): Promise<{ port: number; close(): void }> {
  const server = createServer(listener);
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken: choose another, for example PORT=${port + 1}.`) : error;
  });
  return { port: (server.address() as AddressInfo).port, close: () => (server.closeAllConnections(), void server.close()) };
}

function addCharset(response: ServerResponse, path: string): void {
  const type = TEXTS[extname(path)];
  if (type) response.setHeader('Content-Type', `${type}; charset=utf-8`);
}

/** The 404 page that is nearest above an address: each written form has its own. */
function notFoundPage(folder: string, path: string): Buffer | string {
  const file = join(folder, path, '404.html');
  if (existsSync(file)) return readFileSync(file);
  return path === '/' ? 'Not found' : notFoundPage(folder, dirname(path));
}
