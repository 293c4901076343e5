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
          const path = join(folder, file);
          writeFileSync(path, narrowed(readFileSync(path, 'utf8'), file));
        }
      },
    },
  };
}

function narrowed(html: string, file: string): string {
  const policy = POLICY.exec(html)?.[0];
  if (!policy) throw new Error(`${file} has no Content-Security-Policy.`);
  const rest = html.replace(POLICY, '').replaceAll('</style><style>', '');
  const inline = [...rest.matchAll(INLINE)].map(([, element, text = '']) => ({ element, text }));
  const withHashes = (list: string, name: string): string =>
    list + [...new Set(inline.filter(({ element }) => element === name).map(({ text }) => ` '${sha256(text)}'`))].join('');
  const own = policy.replace(HASH, '').replace(/(script|style)-src [^;"]*/g, withHashes);
  return rest.replace(/<meta charset="[^"]*">/, (charset) => charset + own);
}

/** How a policy allows an inline script or style (CSP 3, 2.3.1). */
const sha256 = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
