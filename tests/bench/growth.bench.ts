import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../support/engines.ts';
import { addPoints } from '../support/many-points.ts';
import { copyProject } from '../support/project.ts';
import { serve } from '../support/server.ts';
import { bytes } from '../support/weight.ts';
import type { Measured } from './run.ts';

/** How many points more than the article has. */
const MORE = [0, 40, 190];
/** What is asked of the greatest, in MB and in milliseconds of the main thread at a fourth of its speed. */
const LIMITS = { memory: 1200, '/': 1000, '/full/': 2000 };

/** How the site grows with its points: a build from nothing, its memory, the bytes of a page and of a query, the first view of the longest pages. */
export default async function growth(): Promise<Measured[]> {
  const browser = await startChromium();
  const rows: Measured[] = [];
  for (const more of MORE) {
    let remove = (): void => undefined;
    const project = copyProject({ after: (undo) => void (remove = undo as () => void) });
    try {
      if (more) addPoints(project, more);
      const points = globSync('content/points/*.md', { cwd: project.root }).length;
      const greatest = more === MORE.at(-1);
      const { seconds, memory } = build(project.root);
      const dist = join(project.root, 'dist');
      const { close, origin } = await serve(dist);
      const home = bytes(readFileSync(join(dist, 'index.html')));
      const whole = bytes(readFileSync(join(dist, 'full/index.html')));
      const work = { '/': await workOf(browser, `${origin}/`), '/full/': await workOf(browser, `${origin}/full/`) };
      const query = await bytesOfQuery(browser, `${origin}/1/`);
      close();
      const limited = (figure: number, limit: number): Pick<Measured, 'limit' | 'kept'> =>
        greatest ? { limit: String(limit), kept: figure <= limit } : {};
      rows.push(
        { measure: `${points} points, a build from nothing`, figure: `${seconds.toFixed(0)} s` },
        { measure: `${points} points, the most memory of a process`, figure: `${memory} MB`, ...limited(memory, LIMITS.memory) },
        { measure: `${points} points, HTML of / and /full/, brotli`, figure: `${home}, ${whole} bytes` },
        { measure: `${points} points, fetched until search has answered`, figure: `${query} bytes` },
        ...(['/', '/full/'] as const).map((path) => ({
          measure: `${points} points, main thread of ${path}, processor × 4`,
          figure: `${work[path]} ms`,
          ...limited(work[path], LIMITS[path]),
        })),
      );
    } finally {
      remove();
    }
  }
  await browser.close();
  return rows;
}

/** Builds a project; answers the seconds it took and the most memory that one of its processes held, in MB. */
function build(folder: string): { seconds: number; memory: number } {
  const told = join(folder, 'memory.txt');
  const tell = `import { appendFileSync } from 'node:fs'; process.on('exit', () => appendFileSync('${told}', process.resourceUsage().maxRSS + '\\n'))`;
  const start = Date.now();
  execFileSync('npm', ['run', '--silent', 'build', '--', '--local'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CONTENT: undefined, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}` },
  });
  const seconds = (Date.now() - start) / 1000;
  const most = Math.max(...readFileSync(told, 'utf8').trim().split('\n').map(Number));
  rmSync(told);
  return { seconds, memory: Math.round(most / 1024) };
}

async function open(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
}

/** How long the main thread works until a page is at rest, in milliseconds, with a processor four times slower. */
async function workOf(browser: Browser, address: string): Promise<number> {
  const page = await open(browser);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(address, { waitUntil: 'networkidle' });
  const { metrics } = await client.send('Performance.getMetrics');
  await page.context().close();
  return Math.round(metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000);
}

/** What is fetched from opening search until the text of the hits of a query and Pagefind have answered, in bytes as sent. */
async function bytesOfQuery(browser: Browser, address: string): Promise<number> {
  const page = await open(browser);
  await page.goto(address, { waitUntil: 'networkidle' });
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)));
  await page.keyboard.press('/');
  await page.keyboard.insertText('算力');
  await page.locator('[data-hit]').first().waitFor();
  await page.waitForLoadState('networkidle');
  const sum = (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
  await page.context().close();
  return sum;
}
