import type { AstroIntegration } from 'astro';
import { requireGoodContent } from '../content/check.ts';
import { SITE_URL_EXAMPLE } from './site-url.ts';

/** Stops `build` and `dev` before anything is written when the content has a problem. */
export function checkContentFirst(): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command === 'build' && !process.env.SITE_URL)
          logger.info(
            `SITE_URL is not set: addresses in cards, feeds and QR codes begin with ${config.site}. Publish with ${SITE_URL_EXAMPLE}.`,
          );
        if (command === 'build' || command === 'dev') requireGoodContent(process.cwd());
      },
    },
  };
}
