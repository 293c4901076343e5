import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { narrowPolicy } from '../text/policy.ts';

/** Gives every page a policy of its own. Throws where a page has a script or style that is not the site's. */
export function narrowPolicies(): AstroIntegration {
  return {
    name: 'narrow-policies',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          writeFileSync(path, narrowPolicy(readFileSync(path, 'utf8'), file));
        }
      },
    },
  };
}
