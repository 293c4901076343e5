import type { AstroIntegration } from 'astro';
import { requireGoodContent } from '../article/check.ts';

/** Stops `build` and `dev` before anything is written when the content has a problem. */
export function checkContentFirst(): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build' || command === 'dev') requireGoodContent(process.cwd());
      },
    },
  };
}
