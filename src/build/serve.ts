import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import sirv from 'sirv';
import { CACHE, FOR_HOSTS, HASHED, below, firmHeaders } from './hosts/headers.ts';
import { binaryTypes, endingOf, textTypes } from './hosts/media-types.ts';
import { NO_FRAMES } from './hosts/policy.ts';

/** What goes with every answer. */
const sent = { ...firmHeaders, 'Content-Security-Policy': NO_FRAMES };
const hashed = new RegExp(below('/', HASHED));
const forHosts = new RegExp(below('/', FOR_HOSTS));

/**
 * Answers for a built site below a base path as a good host does (see `hosts/`): compressed, types with charset, headers, caching, the 404
 * page of the address.
 */
export function siteListener(folder: string, base = '/'): RequestListener {
  const root = decoded(base);
  const answer = sirv(folder, { dev: true, etag: true, brotli: true, gzip: true, setHeaders: describe });
  return (request, response) => {
    const { pathname: written, search } = new URL(request.url ?? '/', 'http://localhost');
    const pathname = decoded(written);
    if (`${pathname}/` === root) return void response.writeHead(308, { Location: base + search }).end();
    const isBelow = pathname.startsWith(root);
    request.url = isBelow ? pathname.slice(root.length - 1) : '/';
    for (const [name, value] of Object.entries(sent)) response.setHeader(name, value);
    const tellNotFound = (): void => {
      const page = notFoundPage(folder, request.url ?? '/');
      response.writeHead(404, { 'Content-Type': textTypes.html, 'Cache-Control': CACHE.other }).end(page);
    };
    if (isBelow && !forHosts.test(request.url)) answer(request, response, tellNotFound);
    else tellNotFound();
  };
}

/** Listens on this machine. Answers the port, found where 0 was asked for, and what ends it. Throws a sentence where the port is taken. */
export async function listen(listener: RequestListener, port: number, host = 'localhost'): Promise<{ port: number; close(): void }> {
  const server = createServer(listener);
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new Error(`連接埠${port}有人在用，請換一個，例如PORT=${port + 1}。`) : error;
  });
  return { port: (server.address() as AddressInfo).port, close: () => (server.closeAllConnections(), void server.close()) };
}

function describe(response: ServerResponse, path: string): void {
  const type = { ...textTypes, ...binaryTypes }[endingOf(path)];
  if (type) response.setHeader('Content-Type', type);
  if (hashed.test(path)) response.setHeader('Cache-Control', CACHE.hashed);
}

/** A path without percent-encoding; one that is encoded wrongly stays. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** The 404 page that is nearest above an address: each written form has its own. */
function notFoundPage(folder: string, path: string): Buffer | string {
  const file = join(folder, path, '404.html');
  if (existsSync(file)) return readFileSync(file);
  return path === '/' ? 'Not found' : notFoundPage(folder, dirname(path));
}
