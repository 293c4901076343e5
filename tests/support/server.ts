import { listen, siteListener } from '../../src/build/serve.ts';

/** Serves a built site below a base path at a free port. Answers its origin and what ends it. */
export async function serve(folder: string, base = '/'): Promise<{ origin: string; close(): void }> {
  const { port, close } = await listen(siteListener(folder, base), 0, '127.0.0.1');
  return { origin: `http://127.0.0.1:${port}`, close };
}
