import type { AstroUserConfig } from 'astro';

/**
 * Takes out of what every page loads Vite's helper for scripts that are imported later: it fetches their style sheets, of which ours
 * have none, and the scripts that they import, which ours name themselves.
 */
export function withoutPreloadHelper(): NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number] {
  return {
    name: 'without-preload-helper',
    enforce: 'pre',
    config: () => ({ build: { modulePreload: false } }),
    load: (id: string) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
