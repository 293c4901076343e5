import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { narrowPolicy } from '../text/policy.ts';
import { leanStyles, namesIn } from './lean-styles.ts';

/** Gives every page styles and a policy of its own. Throws where a page has a script or style that is not the site's. */
export function narrowPolicies(): AstroIntegration {
  return {
    name: 'narrow-policies',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const scripts = globSync('_astro/*.js', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
        const names = namesIn(scripts.join('\n'));
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          writeFileSync(path, leanStyles(narrowPolicy(readFileSync(path, 'utf8'), file), names));
        }
      },
    },
  };
}
