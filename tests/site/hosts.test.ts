import assert from 'node:assert/strict';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { readyForHosts } from '../../src/build/hosts/for-hosts.ts';
import { LIMITS } from '../../src/build/hosts/headers-file.ts';
import { CACHE, HASHED, below, firmHeaders } from '../../src/build/hosts/headers.ts';
import { binaryTypes, endingOf, textTypes } from '../../src/build/hosts/media-types.ts';
import { policyOf } from '../../src/build/hosts/policy.ts';
import { forms } from '../../src/text/forms.ts';
import { ask, hostKinds, type Answer, type Host, type HostKind } from '../support/hosts.ts';
import { pick, seeded } from '../support/random.ts';
import { buildSite, temporaryFolder } from '../support/run-command.ts';
import { dist, full } from '../support/site.ts';

const UNPACK: Record<string, (body: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };
/** What is there for hosts alone, and the copies that they send in place of a file. */
const NO_PAGE = /^_hosts\/|^_headers$|^_redirects$|\.(br|gz)$/;
const random = seeded(15);

/** A root in which the site lies at a base path: in the full run built for it, else the built site at another address than it thinks. */
async function rootFor(t: TestContext, base: string): Promise<string> {
  const root = join(temporaryFolder(t), 'root');
  mkdirSync(join(root, base), { recursive: true });
  if (full && base !== '/') {
    const { code, output, folder } = await buildSite(t, { address: new URL(base, 'http://localhost:4321').href });
    assert.equal(code, 0, output);
    cpSync(folder, join(root, base), { recursive: true });
  } else {
    cpSync(dist, join(root, base), { recursive: true });
    if (base !== '/') await readyForHosts(join(root, base), base);
  }
  return root;
}

const filesOf = (folder: string): string[] =>
  globSync('**/*', { cwd: folder }).filter((name) => !NO_PAGE.test(name) && statSync(join(folder, name)).isFile());
const some = <T>(items: readonly T[], size: number): readonly T[] =>
  full ? items : Array.from({ length: Math.min(size, items.length) }, () => pick(items, random));
const urlOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

/** What each answer of a host with our recipe must say, whatever was asked. */
function checkHeaders({ headers }: Answer, where: string): void {
  for (const [name, value] of Object.entries(firmHeaders)) assert.equal(headers[name.toLowerCase()], value, `${where}: ${name}`);
  assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'$/, where);
}

async function checkFile(host: Host, kind: HostKind, root: string, base: string, file: string): Promise<void> {
  const content = readFileSync(join(root, base, file));
  for (const encoding of ['identity', ...kind.encodings]) {
    const path = base + urlOf(file);
    const answer = await ask(host, path, encoding);
    const where = `${kind.name} ${path} ${encoding}`;
    assert.equal(answer.status, 200, where);
    const packed = encoding !== 'identity' && content.length >= 1024 && endingOf(file) in textTypes;
    assert.equal(answer.headers['content-encoding'], packed ? encoding : undefined, where);
    assert.ok((packed ? UNPACK[encoding]!(answer.body) : answer.body).equals(content), `${where}: other bytes`);
    if (!kind.hasRecipe) continue;
    checkHeaders(answer, where);
    if (packed) assert.match(String(answer.headers.vary), /accept-encoding/i, where);
    const isHashed = new RegExp(below('', HASHED)).test(file);
    assert.match(String(answer.headers['cache-control']), isHashed ? /^public, max-age=31536000, immutable$/ : /^no-cache$/, where);
    const type = { ...textTypes, ...binaryTypes }[endingOf(file)];
    if (type) assert.equal(answer.headers['content-type']?.replace(';c', '; c'), type, where);
  }
}

/** Follows redirects within the host. */
async function land(host: Host, path: string): Promise<Answer & { path: string }> {
  const answer = await ask(host, path);
  const { location } = answer.headers;
  if (answer.status < 300 || answer.status > 399 || !location) return { ...answer, path };
  const to = new URL(location, `${host.origin}${path}`);
  assert.equal(to.origin, host.origin, `${path} → ${location}`);
  return land(host, to.pathname + to.search);
}

/** The ways in which people and programs write the address of a page. */
function spellings(path: string): string[] {
  const bare = path === '/' ? path : path.slice(0, -1);
  const encoded = path.replace(/[\w-](?=\/$)/, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return [bare, `${path}index.html`, encoded, `${path}?utm_source=x&fbclid=%E5%8D%81`, `${bare}?from=groupmessage`];
}

async function checkSpellings(host: Host, root: string, base: string, page: string): Promise<void> {
  const content = readFileSync(join(root, base, page));
  const canonical = new URL(load(content)('link[rel=canonical]').attr('href')!);
  assert.ok(canonical.href.endsWith(`/${urlOf(page)}`) && !canonical.search, canonical.href);
  for (const path of spellings(base + urlOf(page))) {
    const answer = await land(host, path);
    assert.equal(answer.status, 200, path);
    assert.ok(answer.body.equals(content), `${path} shows another page`);
  }
}

async function checkLost(host: Host, kind: HostKind, base: string): Promise<void> {
  for (const form of forms) {
    const start = base + (form.path && `${form.path}/`);
    for (const lost of ['no-such', 'no-such/', '5/no-such.md', 'no-such/card.png', '_astro/gone.12345678.js', '十論/?a=b'].map(encodeURI)) {
      const answer = await ask(host, start + lost, 'br, gzip');
      const where = `${kind.name} ${start}${lost}`;
      assert.equal(answer.status, 404, where);
      if (!kind.hasRecipe) continue;
      checkHeaders(answer, where);
      assert.equal(answer.headers['content-type'], textTypes.html, where);
      assert.doesNotMatch(String(answer.headers['cache-control']), /immutable/, where);
      const unpack = UNPACK[answer.headers['content-encoding'] ?? ''];
      const page = load(unpack ? unpack(answer.body) : answer.body);
      assert.equal(page('html').attr('lang'), form.lang, where);
      assert.ok(page('main a[href]').length, where);
    }
  }
  for (const file of kind.hasRecipe ? ['_hosts/nginx.conf', '_hosts/Caddyfile', '_headers', '_redirects'] : [])
    assert.equal((await ask(host, base + file)).status, 404, `${kind.name} shows ${base}${file}`);
}

/** Every address below the base that a page leads to or fetches from. */
function targetsIn(root: string, base: string, page: string): string[] {
  const $ = load(readFileSync(join(root, base, page)));
  const self = new URL(base + urlOf(page), 'http://localhost:4321');
  const hrefs = $('[href], [src], form[action], meta[property="og:image"]')
    .toArray()
    .map((node) => $(node).attr('href') ?? $(node).attr('src') ?? $(node).attr('action') ?? $(node).attr('content') ?? '');
  const targets = hrefs.filter((href) => !/^(mailto|data):/.test(href)).map((href) => new URL(href, self));
  return targets.filter(({ origin }) => origin === self.origin).map(({ pathname, search }) => pathname + search);
}

for (const base of ['/', '/x/', '/a/b/'])
  test(`at ${base} every host sends every file as it should, whatever way the address is written`, async (t) => {
    const root = await rootFor(t, base);
    const files = filesOf(join(root, base));
    const pages = files.filter((file) => file.endsWith('index.html'));
    const isBuiltFor = full || base === '/';
    for (const kind of hostKinds)
      await t.test(kind.name, { skip: !kind.program && !full && `${kind.name} is not installed` }, async (t) => {
        assert.ok(kind.program, `test:full needs ${kind.name}: install it`);
        const host = await kind.start(root, base, temporaryFolder(t));
        t.after(host.close);
        for (const file of some(files, base === '/' ? 60 : 25)) await checkFile(host, kind, root, base, file);
        for (const page of some(pages, 4)) await checkSpellings(host, root, base, page);
        await checkLost(host, kind, base);
        if (!isBuiltFor) return;
        const targets = new Set(some(pages, 6).flatMap((page) => targetsIn(root, base, page)));
        for (const target of targets) {
          assert.ok(target.startsWith(base), `${target} is not below ${base}`);
          assert.equal((await land(host, target)).status, 200, `${kind.name} ${target}`);
        }
      });
  });

/** The headers that a rule file gives to a path, as Cloudflare Pages reads it: every rule that matches adds its own. */
function headersFrom(rules: string, path: string): [string, string][] {
  return rules.split(/\n\n/).flatMap((block) => {
    const [pattern = '', ...lines] = block.split('\n');
    const expression = pattern.replace(/[.]/g, '\\.').replace(/\*$/, '.*').replace(/:\w+/g, '[^/]+');
    const matches = pattern.startsWith('/') && new RegExp(`^${expression}$`).test(path);
    return matches ? lines.filter(Boolean).map((line) => line.trim().split(/: (.*)/) as [string, string]) : [];
  });
}

test('_headers gives every file what it needs, no header twice, within the limits of Cloudflare Pages', () => {
  const rules = readFileSync(join(dist, '_headers'), 'utf8');
  assert.ok(rules.split('\n').every((line) => line.length <= LIMITS.line));
  const patterns = rules.match(/^\/.*$/gm) ?? [];
  assert.ok(patterns.length <= LIMITS.rules, `${patterns.length} rules`);
  // Netlify takes a star only at the end.
  for (const pattern of patterns) assert.doesNotMatch(pattern, /\*./, pattern);
  for (const file of filesOf(dist)) {
    const given = headersFrom(rules, `/${urlOf(file)}`);
    const names = given.map(([name]) => name);
    assert.deepEqual(names, [...new Set(names)], file);
    const headers = Object.fromEntries(given);
    for (const [name, value] of Object.entries(firmHeaders)) assert.equal(headers[name], value, file);
    assert.equal(headers['Cache-Control'], new RegExp(below('', HASHED)).test(file) ? CACHE.hashed : undefined, file);
    if (/\.(md|txt|ics|webmanifest|xml)$/.test(file)) assert.equal(headers['Content-Type'], textTypes[endingOf(file)], file);
    else assert.equal(headers['Content-Type'], undefined, file);
    if (!file.endsWith('.html')) continue;
    const page = policyOf(readFileSync(join(dist, file), 'utf8'), file);
    for (const part of page.split(/[\s;]+/).filter(Boolean))
      assert.ok(headers['Content-Security-Policy']!.includes(part), `${file}: ${part}`);
  }
});

test('GitHub Pages leaves nothing out, and what it or another host sends without a charset says itself that it is UTF-8', () => {
  assert.ok(existsSync(join(dist, '.nojekyll')));
  for (const file of filesOf(dist).filter((file) => /\.(md|txt)$/.test(file))) {
    const text = readFileSync(join(dist, file));
    const isAscii = text.every((byte) => byte < 0x80);
    assert.equal(text.subarray(0, 3).equals(Buffer.from('\uFEFF')), !isAscii, file);
  }
});
