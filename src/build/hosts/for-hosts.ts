import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { forms } from '../../text/forms.ts';
import { caddyRecipe } from './caddy.ts';
import { compressTexts } from './compress.ts';
import { headersFile, redirectsFile } from './headers-file.ts';
import { endingOf } from './media-types.ts';
import { nginxRecipe } from './nginx.ts';
import { firmPolicy, policyOf, unionPolicy } from './policy.ts';

/** What says UTF-8 to a browser where the host does not (Encoding Standard, 6 "BOM sniff"). */
const MARK = '\uFEFF';

/**
 * Readies a built site for whatever host it goes to: `.nojekyll`, `_headers`, `_redirects`, recipes for nginx and Caddy in `_hosts/`, a
 * mark of UTF-8 before what hosts send without a charset, compressed copies beside the texts.
 * @param base path of the site, with a slash at both ends
 * @throws where a page has no policy
 */
export async function readyForHosts(folder: string, base: string): Promise<void> {
  const files = filesIn(folder);
  const policies = files.filter((file) => file.endsWith('.html')).map((file) => policyOf(readFileSync(join(folder, file), 'utf8'), file));
  const union = unionPolicy(policies);
  const paths = forms.map(({ path }) => path).filter(Boolean);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  // Without it GitHub Pages leaves out what begins with an underscore.
  write('.nojekyll', '');
  write('_headers', headersFile(base, files, union));
  write('_redirects', redirectsFile(base, paths));
  // Servers compare decoded paths.
  write('_hosts/nginx.conf', nginxRecipe(decodeURI(base), paths, firmPolicy(union)));
  write('_hosts/Caddyfile', caddyRecipe(decodeURI(base), paths, firmPolicy(union)));
  for (const file of files.filter((file) => ['md', 'txt'].includes(endingOf(file)))) markUtf8(join(folder, file));
  await compressTexts(folder, files);
}

/** ASCII needs no mark, `robots.txt` least of all: crawlers read its first bytes. */
function markUtf8(path: string): void {
  const text = readFileSync(path, 'utf8');
  if (/[^\x20-\x7e\s]/.test(text) && !text.startsWith(MARK)) writeFileSync(path, MARK + text);
}

/** The files of a folder, sorted, with slashes on every system. */
function filesIn(folder: string): string[] {
  const names = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
  return names.map((name) => name.replaceAll('\\', '/')).sort();
}
