import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;
const INLINE = /<(script|style)\b(?![^>]*\ssrc=|[^>]*ld\+json)[^>]*>(.*?)<\/\1>/gs;
const HASH = / 'sha256-[^']+'/g;

/**
 * Astro writes the policy far down the head, with the hashes of the whole site. This puts it first, where it holds for all that
 * follows, with the hashes of the page's own scripts and styles, and makes one style of two that follow each other.
 */
export function narrowPolicies(): AstroIntegration {
  return {
    name: 'narrow-policies',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const html = readFileSync(join(folder, file), 'utf8');
          const policy = POLICY.exec(html)?.[0];
          if (!policy) throw new Error(`${file} has no Content-Security-Policy.`);
          const rest = html.replace(POLICY, '').replaceAll('</style><style>', '');
          const inline = [...rest.matchAll(INLINE)];
          const own = (list: string, name: string): string =>
            list +
            [
              ...new Set(
                inline.flatMap(([, element, text]) =>
                  element === name ? [` 'sha256-${createHash('sha256').update(text!).digest('base64')}'`] : [],
                ),
              ),
            ].join('');
          const narrow = policy.replace(HASH, '').replace(/(script|style)-src [^;"]*/g, own);
          writeFileSync(
            join(folder, file),
            rest.replace(/<meta charset="[^"]*">/, (charset) => charset + narrow),
          );
        }
      },
    },
  };
}
