import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { narrowPolicy } from '../text/policy.ts';
import { leanStyles, namesIn, withStyles } from './lean-styles.ts';

/** Gives every page the styles of its kind and a policy of its own. Throws where a page has a script or style that is not the site's. */
export function narrowPolicies(): AstroIntegration {
  return {
    name: 'narrow-policies',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const scripts = globSync('_astro/*.js', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
        const pages = globSync('**/*.html', { cwd: folder });
        const read = (page: string): string => readFileSync(join(folder, page), 'utf8');
        const write = (page: string, html: string): void => writeFileSync(join(folder, page), html);
        for (const page of pages) write(page, narrowPolicy(read(page), page));
        const styles = leanStyles(Iterator.from(pages).map(read), namesIn(scripts.join('\n')));
        for (const page of pages) write(page, withStyles(read(page), styles));
      },
    },
  };
}
