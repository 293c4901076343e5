import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { listen, siteListener } from '../../src/build/serve.ts';
import { binaryTypes, endingOf, textTypes } from '../../src/build/hosts/media-types.ts';

/** How late a slow file is, in milliseconds. */
const SLOW = 2500;
const PORTAL = '<!doctype html><title>Log in</title><p>Log in to go on';

/**
 * What may become of a file on its way: each answers a request for it instead of the site, which `answer` is; `body` is what it should be.
 */
export const faults: Record<string, (request: IncomingMessage, response: ServerResponse, answer: () => void, body: Buffer) => void> = {
  missing: (_, response) => void response.writeHead(404, { 'Content-Type': textTypes.html! }).end(PORTAL),
  refused: (request) => void request.socket.destroy(),
  slow: (_request, _response, answer) => void setTimeout(answer, SLOW),
  stalled: () => undefined,
  half: (request, response, _, body) => {
    response.writeHead(200, { 'Content-Type': typeOf(request), 'Content-Length': body.length });
    response.write(body.subarray(0, body.length / 2), () => setTimeout(() => request.socket.destroy(), 50));
  },
  'begun and stalled': (request, response, _, body) => {
    response.writeHead(200, { 'Content-Type': typeOf(request), 'Content-Length': body.length });
    response.write(body.subarray(0, body.length / 2));
  },
  corrupt: (request, response, _, body) =>
    void response
      .writeHead(200, { 'Content-Type': typeOf(request) })
      .end(body.map((byte, index) => (index % 7 ? byte : (byte * 31 + index) % 256))),
  empty: (request, response) => void response.writeHead(200, { 'Content-Type': typeOf(request) }).end(),
  "a portal's page": (_, response) => void response.writeHead(200, { 'Content-Type': textTypes.html! }).end(PORTAL),
  'sent as octet-stream': (_, response, _answer, body) =>
    void response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(body),
  'at fault': (_, response) => void response.writeHead(503).end(),
};

const typeOf = ({ url = '' }: IncomingMessage): string =>
  ({ ...textTypes, ...binaryTypes })[endingOf(url.replace(/\?.*/, ''))] ?? textTypes.html!;

/**
 * Serves a built site of which every file at some paths meets a fault; answers its origin, what ends it, and how often the fault was met.
 */
export async function serveFaulty(
  folder: string,
  paths: RegExp,
  fault: keyof typeof faults,
): Promise<{ origin: string; close(): void; met(): number }> {
  const answer = siteListener(folder);
  let met = 0;
  const listener: RequestListener = (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!paths.test(path)) return answer(request, response);
    met += 1;
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    faults[fault]!(request, response, () => answer(request, response), existsSync(file) ? readFileSync(file) : Buffer.alloc(0));
  };
  const { port, close } = await listen(listener, 0, '127.0.0.1');
  return { origin: `http://127.0.0.1:${port}`, close, met: () => met };
}
