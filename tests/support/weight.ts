import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { load } from 'cheerio';
import { dist, type BuiltPage } from './site.ts';

/** How many bytes a text or a file is as a brotli body. */
export const bytes = (content: string | Buffer): number => brotliCompressSync(content).length;

/** A script with those that it imports at once, each once. */
function withImports(address: string, seen = new Set<string>()): Buffer[] {
  if (seen.has(address)) return [];
  seen.add(address);
  const script = readFileSync(join(dist, address));
  const imported = [...script.toString().matchAll(/\bimport\s*(?:[\w$*{}\s,]+\s*from\s*)?["'`](\.[^"'`]+)["'`]/g)];
  return [script, ...imported.flatMap(([, path = '']) => withImports(join(address, '..', path), seen))];
}

/**
 * What the first view of a page costs in brotli bodies: HTML, style sheets of the screen and scripts, without fonts; the same up to the
 * end of the first section of its text, which is the authors' argument; and all its scripts together.
 */
export function weigh({ html, $ }: BuiltPage): { view: number; argument: number; script: number } {
  const file = (address: string | undefined): Buffer => readFileSync(join(dist, address!));
  const scripts = $('script:not([type="application/ld+json"], [type=speculationrules])').toArray();
  const external = scripts.flatMap(({ attribs }) => (attribs.src ? withImports(attribs.src) : []));
  const sheets = $('link[rel=stylesheet]:not([media])')
    .not('noscript *')
    .toArray()
    .map(({ attribs }) => file(attribs.href));
  const total = (page: string): number => [page, ...external, ...sheets].reduce((sum, part) => sum + bytes(part), 0);
  const end = html.indexOf('</section>', html.indexOf('<div class="text"'));
  return {
    view: total(html),
    argument: total(html.slice(0, end)),
    script: bytes(Buffer.concat([...external, ...scripts.map((node) => Buffer.from($(node).text()))])),
  };
}

/**
 * How many elements a page has, as the browser counts them: what waits in a template is none yet. `frame` leaves out the names that lead
 * to their entries and the charts, of which some texts have many and some none.
 */
export function elementsIn({ html }: BuiltPage): { all: number; frame: number } {
  const $ = load(html.replace(/(<template\b[^>]*>).*?(?=<\/template>)/gs, '$1'));
  const all = $('*').length;
  $('.chart, a.term').each((_, node) => void (node.name === 'a' ? $(node).replaceWith($(node).contents()) : $(node).remove()));
  return { all, frame: $('*').length };
}
