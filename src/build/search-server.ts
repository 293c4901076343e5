import { extname } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { HookParameters } from 'astro';
import type { ReadPage } from '../search/index/search-site.ts';
import { searchFiles } from '../search/index/search-files.ts';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Serves the files of search while editing. Each search file that is asked for is made from the pages as they are at that moment. */
export function serveSearch(server: HookParameters<'astro:server:setup'>['server'], base: string): void {
  const below = base.replace(/\/?$/, '/');
  let files: Promise<Map<string, Uint8Array>> | undefined;
  const readPage: ReadPage = async (page) => {
    const { port } = server.httpServer!.address() as AddressInfo;
    const answer = await fetch(`http://localhost:${port}${below}${page}`);
    return answer.ok ? answer.text() : undefined;
  };
  server.middlewares.use((request, response, next) => {
    const path = decodeURI(request.url ?? '')
      .split('?')[0]!
      .replace(below, '');
    const isSearchFile = /^search\/[^/]+\.json$/.test(path);
    if (!isSearchFile && !path.startsWith('pagefind/')) return next();
    if (isSearchFile || !files) files = searchFiles(readPage, base);
    files.then((all) => {
      const bytes = all.get(path);
      if (!bytes) return next();
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(bytes);
    }, next);
  });
}
