import { listen, siteListener } from '../../src/build/serve.ts';

/**
 * Serves a built site below a base path at a free port. Answers its origin and what ends it.
 * @param held is asked before each file: its answer waits for what it names
 */
export async function serve(
  folder: string,
  base = '/',
  held?: (path: string) => Promise<unknown> | undefined,
): Promise<{ origin: string; close(): void }> {
  const answer = siteListener(folder, base);
  const { port, close } = await listen(
    (request, response) => void Promise.resolve(held?.(request.url ?? '')).then(() => answer(request, response)),
    0,
    '127.0.0.1',
  );
  return { origin: `http://127.0.0.1:${port}`, close };
}
