import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { Features, transform } from 'lightningcss';
import { transformWithOxc } from 'vite';
import { targets } from '../../src/build/targets.ts';
import { auditTools } from '../support/audit.ts';
import { dist, full, onePerKind } from '../support/site.ts';

const files = (ending: string): [name: string, text: string][] =>
  readdirSync(join(dist, '_astro'))
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(join(dist, '_astro', name), 'utf8')]);
const scripts = files('.js');
/** What a page runs at once; the rest comes when asked for, and the page works without. */
const isFirst = (name: string): boolean => name.startsWith('page.');
/** Every style sheet: of files, of pages, and the one that comes in a script. */
const sheets: [name: string, text: string][] = [
  ...files('.css'),
  ...onePerKind.map(({ path, $ }): [string, string] => [path, $('style').text()]),
  ...scripts.flatMap(([name, text]) =>
    [...text.matchAll(/[`"']\s*(@layer parts\s*\{[^`]*\})\s*[`"']/g)].map(([, css = '']): [string, string] => [name, css]),
  ),
];

test('every style is written for the oldest engines: to lower it further changes nothing', () => {
  const oldest = Object.fromEntries(
    targets.map((target) => {
      const [, name = '', major = '', minor = '0'] = /^([a-z]+)(\d+)\.?(\d*)$/.exec(target) ?? [];
      return [name === 'ios' ? 'ios_saf' : name, (Number(major) << 16) | (Number(minor) << 8)];
    }),
  );
  // It writes ranges of its own where it may, and what stands for schemes again.
  const all = Object.values(Features).reduce((sum, feature) => sum | feature, 0) & ~Features.MediaQueries;
  assert.ok(sheets.some(([name]) => name.startsWith('search-box')) && sheets.length > 8);
  for (const [name, css] of sheets) {
    const lines = (exclude: number): string[] =>
      transform({ filename: name, code: Buffer.from(css), targets: oldest, exclude })
        .code.toString()
        .split('\n');
    const plain = new Set(lines(all));
    assert.deepEqual(
      lines(Features.LightDark).filter((line) => !plain.has(line)),
      [],
      name,
    );
    assert.doesNotMatch(css, /light-dark\(/, name);
    assert.doesNotMatch(css, /@media[^{]*(?:[<>]|\bnot \()/, `${name}: Safari before 16.4 knows no such query`);
  }
});

test('every script is written in the language of 2022 without what Safari 15.4 cannot read, and sets no ARIA by property', async () => {
  for (const [name, script] of scripts) {
    const printed = async (target: string): Promise<string> => (await transformWithOxc(script, name, { target })).code;
    assert.equal(await printed('es2022'), await printed('esnext'), name);
    // Safari before 16.4 reads neither static blocks nor a pattern that looks behind; Firefox before 119 does not see the properties.
    assert.doesNotMatch(script, /\bstatic\s*\{|\/[^/\n`]*\(\?<[=!][^/\n`]*\/[gimsuy]*\.|\baria[A-Z]\w+/, name);
  }
});

/**
 * What the styles use that not all engines had in 2021, and what stands where it is missing: the engines of `targets`, or the plain style.
 */
const behind: Record<string, string> = {
  // In all of them.
  '@layer': 'the targets',
  'focus-visible': 'the targets',
  'color-scheme': 'the targets',
  anywhere: 'the targets',
  backdrop: 'the targets',
  appearance: 'the targets',
  outline: 'the targets; no round corners are outlined',
  'text-emphasis': 'the targets',
  '@page': 'the margins of the printer',
  avoid: 'a heading may end a page',
  orphans: 'a line alone on its page',
  'print-color-adjust': 'the printer leaves grounds out',
  'text-spacing-trim': 'the half width of the font, set beside it',
  'overflow-clip-margin': 'with content-visibility alone: rules end at the column',
  widows: 'a line alone on its page',
  'text-emphasis-position': 'marks below',
  // Decoration.
  has: 'in :is(), which forgives; else what needs it is not offered, or has a wider margin',
  'text-wrap': 'lines as they fall',
  'text-autospace': 'no space between Han and Latin',
  'text-size-adjust': 'the prefixed property; the size of the engine',
  'font-synthesis': 'slanted or bold by machine',
  'target-text': 'the engine’s own colour',
  highlight: 'no marks on landing from search',
  '@view-transition': 'a page at once',
  'forced-colors': 'the author’s colours',
  'forced-color-adjust': 'the engine’s colours',
  scripting: 'as with script: room for a button that does not come',
  'scrollbar-width': 'a scroll bar',
  'mask-image': 'the prefixed property',
  subgrid: 'rows of each figure by itself',
  clip: 'visible: nothing overflows but a shadow',
  'overscroll-behavior': 'the page scrolls on',
  'accent-color': 'the engine’s own colour',
  'content-visibility': 'all hits are laid out',
  'contain-intrinsic-block-size': 'the same',
  lh: 'a number two pixels higher than its line',
  dvh: 'vh, just before it',
  'popover-open': 'asks for what is missing',
};
const newest = ['chrome 111', 'edge 111', 'firefox 115', 'safari 16.4', 'ios_saf 16.4'];
/** What the scripts that are asked for use of what not all of `newest` have. */
const guarded: Record<string, string> = {
  'document.prerendering()': 'where it is missing no page is prepared',
  trustedTypes: 'plain text where none are required',
  requestIdleCallback: 'a timer',
  Highlight: 'CSS.highlights is asked for',
  'Intl.Segmenter()': 'the link to the unit alone',
};

test(
  'what styles and scripts use is in those engines, or something stands behind it',
  { skip: !full && 'the linters are installed by the full run' },
  async () => {
    const load = auditTools('targets', { eslint: '10.15.0', '@eslint/css': '2.0.0', 'eslint-plugin-compat': '7.0.1' });
    const [{ ESLint }, { default: css }, { default: compat }] = await Promise.all(
      ['eslint', '@eslint/css', 'eslint-plugin-compat'].map(load),
    );
    const lint = async (name: string, text: string, config: object): Promise<string[]> => {
      const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [{ files: ['**/*.css', '**/*.js'], ...config }] });
      const [report] = await eslint.lintText(text, { filePath: name });
      return report.messages.map(({ message }: { message: string }) => message);
    };
    const said = new Set<string>();
    const rules = { 'css/use-baseline': ['error', { available: 2021 }] };
    for (const [, text] of sheets)
      for (const message of await lint('sheet.css', text, {
        plugins: { css },
        language: 'css/css',
        languageOptions: { tolerant: true },
        rules,
      }))
        said.add(/'([^']+)'/.exec(message)?.[1] ?? message);
    const known = new Set(Object.keys(behind));
    assert.deepEqual(
      [...said].filter((name) => !known.has(name)),
      [],
    );
    for (const [name, text] of scripts) {
      const browsers = isFirst(name) ? targets.map((target) => target.replace(/^ios/, 'ios_saf').replace(/(?<=[a-z])\d/, ' $&')) : newest;
      const config = { plugins: { compat }, rules: { 'compat/compat': 'error' }, settings: { browsers, targets: browsers } };
      const found = (await lint('script.js', text, config)).map((message) => message.replace(/ is not supported.*/, ''));
      assert.deepEqual(
        found.filter((api) => !guarded[api]),
        [],
        name,
      );
    }
  },
);
