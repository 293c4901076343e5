import { createHash } from 'node:crypto';

const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;
const INLINE = /<(script|style)\b(?![^>]*\ssrc=|[^>]*ld\+json)[^>]*>(.*?)<\/\1>/gis;
const HASHES = / 'sha256-[^']+'/g;

/**
 * How a policy allows an inline script or style (CSP 3, 2.3.1). What Astro does not write itself is made known with it:
 * `Astro.csp.insertStyleHash`.
 */
export function policyHash(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/**
 * A page whose policy stands first, where it holds for all that follows, and names the page's own scripts and styles only. Astro
 * writes it far down the head, with the hashes of the whole site: of what it bundled and what the site's code made known to it.
 * Two styles that follow each other become one. The module script gets `async`: Chromium goes to the fragment of an address only
 * when parsing has ended, which waits for a deferred script (HTML, 13.2.7 "The end").
 * @param page names the page in errors
 * @throws where there is no policy, or an inline script or style that is not the site's own
 */
export function narrowPolicy(html: string, page: string): string {
  const policy = POLICY.exec(html)?.[0];
  if (!policy) throw new Error(`${page} has no Content-Security-Policy.`);
  const rest = html.replace(POLICY, '');
  for (const [element, name = '', text = ''] of rest.matchAll(INLINE))
    if (!listOf(policy, name.toLowerCase()).includes(policyHash(text)))
      throw new Error(`${page} has a ${name.toLowerCase()} that is not the site's own: ${element.slice(0, 200)}`);
  const merged = rest.replaceAll('</style><style>', '').replaceAll('<script type="module" src=', '<script type="module" async src=');
  const inline = [...merged.matchAll(INLINE)];
  const own = policy.replace(HASHES, '').replace(/(script|style)-src [^;"]*/g, (list, name) => {
    const texts = inline.filter(([, element]) => element === name).map(([, , text = '']) => text);
    return list + [...new Set(texts.map((text) => ` '${policyHash(text)}'`))].join('');
  });
  return merged.replace(/<meta charset="[^"]*">/, (charset) => charset + own);
}

/** What a policy says of scripts, or of styles. */
function listOf(policy: string, name: string): string {
  return new RegExp(`${name}-src ([^;"]*)`).exec(policy)?.[1] ?? '';
}
