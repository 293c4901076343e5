import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sha256 } from '../text/hash.ts';

const INLINE = /<(script|style)\b(?![^>]*\ssrc=)[^>]*>(.*?)<\/\1>/gs;
const NAMED = / '(sha256-[^']+)'/g;

/** Astro lists the hashes of the whole site in the policy of every page; this leaves each page those of its own scripts and styles. */
export function narrowPolicies(): AstroIntegration {
  return {
    name: 'narrow-policies',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const html = readFileSync(join(folder, file), 'utf8');
          const own = new Set<string>(Array.from(html.matchAll(INLINE), ([, , text = '']) => sha256(text)));
          const narrow = (policy: string): string => policy.replace(NAMED, (named, hash: string) => (own.has(hash) ? named : ''));
          writeFileSync(join(folder, file), html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, narrow));
        }
      },
    },
  };
}
