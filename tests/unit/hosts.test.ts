import assert from 'node:assert/strict';
import test from 'node:test';
import { caddyRecipe } from '../../src/build/hosts/caddy.ts';
import { LIMITS, headersFile, redirectsFile } from '../../src/build/hosts/headers-file.ts';
import { nginxRecipe } from '../../src/build/hosts/nginx.ts';
import { firmPolicy, policyOf, unionPolicy } from '../../src/build/hosts/policy.ts';

const first = "default-src 'none';img-src 'self'; script-src 'self' 'sha256-a='; style-src 'self' 'sha256-b=';";
const second = "default-src 'none';img-src 'self'; script-src 'self' 'sha256-a='; style-src 'self' 'sha256-c=';";

test('the policy of a host allows what the pages allow together, each thing once, and no frame', () => {
  assert.equal(
    unionPolicy([first, second]),
    "default-src 'none'; img-src 'self'; script-src 'self' 'sha256-a='; style-src 'self' 'sha256-b=' 'sha256-c='; frame-ancestors 'none'",
  );
  assert.equal(unionPolicy([]), "frame-ancestors 'none'");
});

test('what a server keeps over many builds names no hash and forbids no style of the next one', () => {
  assert.equal(firmPolicy(unionPolicy([first, second])), "img-src 'self'; frame-ancestors 'none'");
});

test('a page without a policy is named', () => {
  assert.equal(policyOf(`<meta http-equiv="content-security-policy" content="${first}">`, 'a.html'), first);
  assert.throws(() => policyOf('<!DOCTYPE html>', '5/index.html'), /^Error: 5\/index\.html has no Content-Security-Policy/);
});

test('a policy that is too long for a line of Cloudflare is left to the pages', () => {
  const long = unionPolicy([`style-src ${Array.from({ length: 60 }, (_, index) => `'sha256-${'x'.repeat(43)}${index}='`).join(' ')}`]);
  const lines = headersFile('/', [], long).split('\n');
  assert.ok(lines.every((line) => line.length <= LIMITS.line));
  assert.ok(!lines.some((line) => line.includes('Content-Security-Policy')));
  assert.ok(lines.includes('  X-Content-Type-Options: nosniff'));
});

test('however many points there are, the rules stay few', () => {
  const files = Array.from({ length: 200 }, (_, index) => [
    `${index}/index.md`,
    `zh-hans/${index}/index.md`,
    `_astro/a.${index}.js`,
  ]).flat();
  const rules = headersFile('/a/b/', files, first).match(/^\/.*$/gm);
  assert.deepEqual(rules, ['/a/b/*', '/a/b/_astro/*', '/a/b/:a/index.md', '/a/b/:a/:b/index.md']);
});

test('lost addresses below a written form come before those of the master', () => {
  assert.equal(redirectsFile('/a/', ['zh-hans']), '/a/zh-hans/*  /a/zh-hans/404.html  404\n/a/*  /a/404.html  404\n');
});

test('a base path with marks of a pattern means itself in the recipes', () => {
  for (const recipe of [nginxRecipe, caddyRecipe]) assert.match(recipe('/v1.0+/', ['zh-hans'], ''), /\^\/v1\\\.0\\\+\/\(_astro/);
});
