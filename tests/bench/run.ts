import '../../src/content/master.ts';
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from '../../src/build/own-folder.ts';
import { engineNames, findBrowser, requireChromium } from '../support/browsers.ts';
import { serve } from '../support/server.ts';

/** One line of the table: what was measured, what came out, and the figure it must keep to. */
export interface Measured {
  measure: string;
  figure: string;
  limit?: string;
  kept?: boolean;
}

// `npm run bench [-- PATTERN]`: builds the site, serves it, measures, prints a table; fails where a figure is not kept.
const pattern = process.argv[2] ?? '';
process.env.CHROME_PATH = requireChromium();
const site = join(ownFolder(), 'site');
execFileSync('npm', ['run', 'build', '--silent', '--', `--into=${site}`], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, SITE_URL: 'http://localhost:4321/' },
});
const { close, origin } = await serve(site);
Object.assign(process.env, { TEST_ORIGIN: origin, TEST_SITE: site, TEST_ENGINES: engineNames.filter(findBrowser).join() });

const rows: Measured[] = [];
for (const file of globSync('tests/bench/*.bench.ts').sort())
  if (file.includes(pattern)) rows.push(...(await ((await import(`../../${file}`)) as { default: () => Promise<Measured[]> }).default()));
close();

const width = (text: string): number => [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
const widths = (['measure', 'figure'] as const).map((column) => Math.max(...rows.map((row) => width(row[column]))));
for (const { measure, figure, limit = '', kept } of rows)
  console.log(
    `${measure}${' '.repeat(widths[0]! - width(measure))}  ${figure}${' '.repeat(widths[1]! - width(figure))}  ${limit}${kept === false ? '  NOT KEPT' : ''}`,
  );
process.exitCode = rows.some(({ kept }) => kept === false) ? 1 : 0;
