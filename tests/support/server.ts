import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves a built site below a base path as a static host would, its 404 page included. Answers the server and its origin.
 * @param held is asked before each file: its answer waits for what it names
 */
export async function serve(
  folder: string,
  base = '/',
  held?: (path: string) => Promise<unknown> | undefined,
): Promise<{ server: Server; origin: string }> {
  const answer = sirv(folder, { dev: true, etag: true });
  const server = createServer(async (request, response) => {
    await held?.(request.url ?? '');
    const notFound = (): void =>
      void response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(readFileSync(join(folder, '404.html')));
    if (!request.url?.startsWith(base)) return notFound();
    request.url = request.url.slice(base.length - 1);
    answer(request, response, notFound);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
