import './src/content/master.ts';
import { defineConfig } from 'astro/config';
import { flatSelectors } from './src/build/flat-selectors.ts';
import { placeNotFound } from './src/build/not-found.ts';
import { narrowPolicies } from './src/build/policy.ts';
import { targets } from './src/build/targets.ts';
import { noToolbar, plainImports, siteWorker } from './src/build/vite-plugins.ts';

/** What the first script of every page shares with later ones: one file, where each would be one of its own. */
const COMMON =
  /(elements.(clicks|clipboard|device-memory|in-time|late-styles|load-link|parts|share-panel|shown)|box.preload|text.memory-key)\.ts$/;

// What all builds have in common; the commands in `src/build/` add the address and the folders.
export default defineConfig({
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Astro's Markdown is not used; its highlighter would warn of the policy.
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      // Their order means nothing to browsers; in this one a page is 20 bytes shorter when compressed.
      directives: [
        "form-action 'self'",
        "worker-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "connect-src 'self'",
        "require-trusted-types-for 'script'",
        "img-src 'self'",
        "default-src 'none'",
      ],
      // Pagefind is WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
    },
  },
  vite: {
    // No `.env` file says anything about the site.
    envDir: false,
    css: { postcss: { plugins: [flatSelectors] } },
    plugins: [plainImports(), noToolbar(), siteWorker()],
    // The print styles stay a file: as data: they would break the page's policy.
    build: { cssTarget: targets, assetsInlineLimit: (file) => (file.endsWith('.css') ? false : undefined) },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { entryFileNames: '_astro/page.[hash].js', codeSplitting: { groups: [{ name: 'common', test: COMMON }] } },
          },
        },
      },
    },
  },
  integrations: [placeNotFound(), narrowPolicies()],
});
