import { CACHE, HASHED, below, firmHeaders } from './headers.ts';
import { endingOf, textTypes } from './media-types.ts';

/** Cloudflare Pages reads no longer line, and no more rules. Netlify sets no such limits. */
export const LIMITS = { line: 2000, rules: 100 };

/** Whose type hosts don't know, or send without a charset. */
const UNSURE = ['ics', 'md', 'txt', 'webmanifest', 'xml'];

/**
 * `_headers`, as Cloudflare Pages and Netlify both read it: `*` only at the end, `:name` for one segment, and no header in two rules
 * that meet, for Cloudflare would send both. What has no rule for its caching is asked for anew by both hosts themselves.
 * @param files of the site, from its root
 * @param policy where it is too long for a line, the pages' own do without it
 */
export function headersFile(base: string, files: readonly string[], policy: string): string {
  const sent = { ...firmHeaders, 'Content-Security-Policy': policy };
  const fits = Object.entries(sent).filter(([name, value]) => name.length + value.length < LIMITS.line - 10);
  const hashed = new RegExp(below('', HASHED));
  const unchanging = files.filter((file) => hashed.test(file)).map((file) => file.replace(/^_astro\/.*/, '_astro/*'));
  const typed = files
    .filter((file) => UNSURE.includes(endingOf(file)))
    .map((file): [string, string] => [file.replace(/[^/]+(?=\/)/g, nameSegments()), textTypes[endingOf(file)]!]);
  return [
    '# 由 npm run build 寫成，Cloudflare Pages 與 Netlify 讀它；改了會被下次建置蓋掉。',
    rule(`${base}*`, fits),
    ...[...new Set(unchanging)].map((path) => rule(base + path, [['Cache-Control', CACHE.hashed]])),
    ...[...new Map(typed)].map(([path, type]) => rule(base + path, [['Content-Type', type]])),
    '',
  ].join('\n');
}

const rule = (path: string, headers: [string, string][]): string =>
  `\n${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`.trimEnd();

/** Gives each folder of a path a name of its own: a host takes `:a` for any one. */
function nameSegments(): () => string {
  let index = 0;
  return () => `:${'abcdefgh'[index++]}`;
}

/**
 * `_redirects`, for Netlify: which page a written form's lost addresses get. Cloudflare finds the nearest `404.html` itself and passes
 * over such lines.
 */
export function redirectsFile(base: string, paths: readonly string[]): string {
  return paths.map((path) => `${base}${path}/*  ${base}${path}/404.html  404\n`).join('') + `${base}*  ${base}404.html  404\n`;
}
