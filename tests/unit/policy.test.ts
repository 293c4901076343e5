import assert from 'node:assert/strict';
import test from 'node:test';
import { narrowPolicy, policyHash } from '../../src/text/policy.ts';

const theme = "document.documentElement.dataset.theme='dark'";
const fonts = '@font-face{font-family:"Song"}';
const styles = 'body{margin:0}';
/** A page as Astro writes it: its policy knows what the whole site uses. */
const page = (body: string, head = `<style>${fonts}</style><style>${styles}</style>`): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><script>${theme}</script><meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' '${policyHash(theme)}' '${policyHash('unused()')}'; style-src 'self' '${policyHash(fonts)}' '${policyHash(styles)}' '${policyHash('p{}')}';">${head}</head><body>${body}<script type="module" src="/_astro/page.js"></script></body></html>`;

test('a page gets a policy of its own, before all that it holds for', () => {
  const narrowed = narrowPolicy(page('<script type="application/ld+json">{"@type":"Article"}</script>'), '5/');
  const policy = `default-src 'none'; script-src 'self' '${policyHash(theme)}'; style-src 'self' '${policyHash(fonts + styles)}';`;
  assert.ok(
    narrowed.startsWith(
      `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><script>${theme}`,
    ),
  );
  assert.equal(narrowed.match(/content-security-policy/g)?.length, 1);
  assert.ok(narrowed.includes(`<style>${fonts}${styles}</style></head>`));
});

test('no script holds back the landing on a paragraph', () => {
  assert.match(narrowPolicy(page(''), '5/'), /<script type="module" async src="\/_astro\/page\.js"><\/script>/);
});

test('a script or style that is not the site’s own stops the build and is named', () => {
  for (const [foreign, name] of [
    ['<script>alert(1)</script>', 'script'],
    ['<SCRIPT>alert(1)</SCRIPT>', 'script'],
    ['<script type="module">import("//evil.example")</script>', 'script'],
    ['<style>body{display:none}</style>', 'style'],
    [`<script>${theme} </script>`, 'script'],
    [`<style>${theme}</style>`, 'style'],
    [`<style>${fonts}${styles}</style>`, 'style'],
  ] as const)
    assert.throws(
      () => narrowPolicy(page(foreign), 'zh-hans/5/index.html'),
      (error: Error) => error.message.startsWith(`zh-hans/5/index.html has a ${name} that is not the site's own: ${foreign}`),
      foreign,
    );
});

test('a policy in the text of a page allows nothing', () => {
  const forged = `<meta http-equiv="content-security-policy" content="script-src '${policyHash('alert(1)')}'"><script>alert(1)</script>`;
  assert.throws(() => narrowPolicy(page(forged), '5/'), /not the site's own/);
});

test('a page without a policy stops the build', () => {
  assert.throws(() => narrowPolicy('<!DOCTYPE html><head></head>', '5/'), /5\/ has no Content-Security-Policy/);
});
