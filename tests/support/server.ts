import type { ServerResponse } from 'node:http';
import { listen, siteListener } from '../../src/build/serve.ts';

/**
 * Serves a built site below a base path at a free port. Answers its origin and what ends it.
 * @param held is asked before each file: its answer waits for what it names
 * @param framed lets pages be shown in frames, for a test that watches one from outside
 */
export async function serve(
  folder: string,
  base = '/',
  held?: (path: string) => Promise<unknown> | undefined,
  framed = false,
): Promise<{ origin: string; close(): void }> {
  const answer = siteListener(folder, base);
  const { port, close } = await listen(
    (request, response) => {
      if (framed) withoutPolicy(response);
      void Promise.resolve(held?.(request.url ?? '')).then(() => answer(request, response));
    },
    0,
    '127.0.0.1',
  );
  return { origin: `http://127.0.0.1:${port}`, close };
}

function withoutPolicy(response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) => (name === 'Content-Security-Policy' ? response : set(name, value));
}
