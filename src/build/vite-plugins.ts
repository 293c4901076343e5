import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AstroUserConfig } from 'astro';

type VitePlugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/**
 * Leaves `import()` to the browser. Vite's own helpers preload what a module needs and cost every page a kilobyte; what is loaded later
 * here is small.
 */
export function plainImports(): VitePlugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}

/** The toolbar of `npm run dev` is off; Astro has it bundled all the same, anew in the fresh folder of every build. */
export function noToolbar(): VitePlugin {
  return { name: 'no-toolbar', configResolved: ({ environments }) => void environments.client?.optimizeDeps.include?.splice(0) };
}

const WORKER = 'src/worker/worker.ts';

/**
 * The service worker as one plain script, `/sw.js`, which `completeWorker` completes. While editing, one that clears away what a built
 * site has left at this address.
 */
export function siteWorker(): VitePlugin {
  return {
    name: 'site-worker',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      if (this.environment.mode === 'build') this.emitFile({ type: 'chunk', id: resolve(WORKER), fileName: 'sw.js' });
    },
    configureServer: ({ config, middlewares }) =>
      void middlewares.use(`${config.base}sw.js`, (_, response) =>
        response.setHeader('Content-Type', 'text/javascript').end(readFileSync('src/worker/away.js')),
      ),
  };
}
