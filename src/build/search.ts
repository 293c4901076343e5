import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { serveSearch } from './search-server.ts';
import { searchFiles } from '../search/index/search-files.ts';

/** Writes the search index once the pages are built; while editing, makes it anew when the text has changed. */
export function buildSearch(): AstroIntegration {
  let base = '/';
  return {
    name: 'search',
    hooks: {
      'astro:config:done': ({ config }) => void (base = config.base),
      'astro:server:setup': ({ server }) => serveSearch(server, base),
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const [path, bytes] of await searchFiles((page) => readPage(root, page), base)) {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), bytes);
        }
      },
    },
  };
}

async function readPage(root: string, page: string): Promise<string | undefined> {
  try {
    return readFileSync(join(root, page, 'index.html'), 'utf8');
  } catch {
    return undefined;
  }
}
