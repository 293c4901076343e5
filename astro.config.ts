import { defineConfig } from 'astro/config';
import { placeNotFound } from './src/build/not-found.ts';
import { narrowPolicies } from './src/build/policy.ts';
import { plainImports } from './src/build/plain-imports.ts';
import { siteUrl } from './src/build/site-url.ts';

const address = siteUrl(process.env.SITE_URL);

// content → written form → pages → search index
export default defineConfig({
  site: address.origin,
  base: address.pathname,
  trailingSlash: 'ignore',
  server: { port: Number(process.env.PORT) || 4321 },
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'always' },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      // Pagefind is WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
    },
  },
  vite: {
    plugins: [plainImports()],
    // The print styles stay a file: as data: they would break the page's policy.
    build: { assetsInlineLimit: (file) => (file.endsWith('.css') ? false : undefined) },
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: '_astro/page.[hash].js' } } } } },
  },
  integrations: [placeNotFound(), narrowPolicies()],
});
