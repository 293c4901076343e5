import { renameSync, rmdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { forms } from '../text/forms.ts';

/** Hosts look for `404.html` in a folder; Astro does so for the master alone and writes `404/index.html` for the others. */
export function placeNotFound(): AstroIntegration {
  return {
    name: 'place-not-found',
    hooks: {
      'astro:build:done': ({ dir }) => {
        for (const { path } of forms.filter((form) => form.path)) {
          const folder = fileURLToPath(new URL(`./${path}/404`, dir));
          renameSync(`${folder}/index.html`, `${folder}.html`);
          rmdirSync(folder);
        }
      },
    },
  };
}
