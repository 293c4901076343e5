import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { forms } from '../../src/text/forms.ts';
import { budgets } from '../support/budgets.ts';
import { installed, startChromium, startEngine } from '../support/engines.ts';
import { askIn, questions, type Question, type Shown } from '../support/search.ts';
import { dist, origin } from '../support/site.ts';
import type { Measured } from './run.ts';

const COUNT = 840;
const RUNS = 5;
/** 1.6 Mbit/s in bytes a second, 150 ms, a processor four times slower. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };

/** How exact search is against brute force, what Pagefind costs, and how fast the first and the later answers come. */
export default async function search(): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const name of installed) {
    const engine = await startEngine(name);
    const tab = await engine.open(1280, 900);
    const asked: Question[] = [];
    const shown: Shown[] = [];
    for (const site of forms) {
      await tab.open(`${origin}/${site.path && `${site.path}/`}search/?q=a`);
      for (const script of forms) {
        const list = questions(site, script, COUNT);
        asked.push(...list);
        shown.push(
          ...(await askIn(
            tab,
            list.map(({ query }) => query),
          )),
        );
      }
    }
    await engine.close();
    const right = asked.filter(({ units }, index) => units.join() === shown[index]!.hits.toSorted().join()).length;
    const falseHits = asked.filter(({ kind }, index) => kind === 'absent' && shown[index]!.hits.length).length;
    const warm = percentile(
      shown.map(({ time }) => time),
      0.95,
    );
    rows.push(
      {
        measure: `units exactly right, both scripts on both sites, ${name}`,
        figure: `${right} of ${asked.length}`,
        limit: 'all',
        kept: right === asked.length,
      },
      { measure: `absent words with a hit, ${name}`, figure: String(falseHits), limit: '0', kept: falseHits === 0 },
      {
        measure: `warm query until its hits are laid out, p95, ${name}`,
        figure: `${warm.toFixed(1)} ms`,
        limit: `${budgets.warmQuery} ms`,
        kept: warm <= budgets.warmQuery,
      },
    );
  }
  const browser = await startChromium();
  for (const [way, without] of [
    ['text first, then Pagefind', false],
    ['Pagefind alone', true],
  ] as const) {
    const times: number[] = [];
    let pagefind = { bytes: 0, requests: 0 };
    for (let run = 0; run < RUNS; run += 1) {
      const first = await firstAnswer(browser, without);
      times.push(first.time);
      pagefind = first.pagefind;
    }
    const time = percentile(times, 0.5);
    rows.push({
      measure: `slow phone, cold: from opening to the first hit, ${way}`,
      figure: `${Math.round(time)} ms`,
      ...(without ? {} : { limit: `${budgets.firstAnswer} ms`, kept: time <= budgets.firstAnswer }),
    });
    if (!without)
      rows.push({
        measure: 'Pagefind until it has answered',
        figure: `${pagefind.bytes} bytes, ${pagefind.requests} requests`,
        limit: `${budgets.pagefind.bytes} bytes, ${budgets.pagefind.requests} requests`,
        kept: pagefind.bytes <= budgets.pagefind.bytes && pagefind.requests <= budgets.pagefind.requests,
      });
  }
  await browser.close();
  return rows;
}

/** Opens search on a slow phone by the key, types at once, and waits for the first hit and then for Pagefind. */
async function firstAnswer(
  browser: Browser,
  withoutText: boolean,
): Promise<{ time: number; pagefind: { bytes: number; requests: number } }> {
  const { server, origin } = await compressed(withoutText);
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', SLOW);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const sizes: number[] = [];
  page.on('requestfinished', async (request) => {
    if (request.url().includes('/pagefind/') && !request.url().includes('/fragment/')) sizes.push((await request.sizes()).responseBodySize);
  });
  await page.goto(`${origin}/5/`, { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const first = new Promise<number>((done) => {
      let start = 0;
      addEventListener('keydown', () => (start ||= performance.now()), true);
      new MutationObserver(() => {
        if (document.querySelector('[data-hit]')) requestAnimationFrame(() => done(performance.now() - start));
      }).observe(document.querySelector('search-entry')!, { subtree: true, childList: true });
    });
    Object.assign(window, { first });
  });
  await page.keyboard.press('/');
  await page.keyboard.insertText('算力');
  const first = await page.evaluate(() => (window as unknown as { first: Promise<number> }).first);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  await page.context().close();
  server.close();
  return { time: first, pagefind: { bytes: sizes.reduce((sum, size) => sum + size, 0), requests: sizes.length } };
}

/** The built site as a host that compresses sends it, the text of the search file left out if wanted. */
async function compressed(withoutText: boolean): Promise<{ server: ReturnType<typeof createServer>; origin: string }> {
  const types: Record<string, string> = {
    '.html': 'text/html;charset=utf-8',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.css': 'text/css',
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://x').pathname;
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    const type = types[extname(file)];
    try {
      let body: Buffer = readFileSync(file);
      if (withoutText && /^\/search\/.+json$/.test(path))
        body = Buffer.from(JSON.stringify({ ...JSON.parse(String(body)), points: undefined }));
      response.setHeader('Cache-Control', 'max-age=600');
      if (type) response.setHeader('Content-Type', type).setHeader('Content-Encoding', 'br');
      response.end(type ? brotliCompressSync(body) : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const percentile = (values: number[], share: number): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;
