import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { checkContentFirst } from './src/build/check.ts';
import { placeNotFound } from './src/build/not-found.ts';
import { withoutPreloadHelper } from './src/build/preload-helper.ts';
import { buildSearch } from './src/build/search.ts';
import { siteUrl } from './src/build/site-url.ts';
import { remarkPlugins } from './src/text/markdown.ts';

const { origin, pathname } = siteUrl(process.env.SITE_URL);

// content → written form → pages → search index
export default defineConfig({
  site: origin,
  base: pathname,
  trailingSlash: 'always',
  server: { port: Number(process.env.PORT) || 4321 },
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'always' },
  markdown: { processor: unified({ remarkPlugins, smartypants: false }), syntaxHighlight: false },
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
  vite: { plugins: [withoutPreloadHelper()] },
  integrations: [checkContentFirst(), placeNotFound(), buildSearch()],
});
