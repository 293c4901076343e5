import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type TestContext } from 'node:test';
import { load } from 'cheerio';
import sharp from 'sharp';
import { engines, type Tab } from '../support/engines.ts';
import { pick, seeded } from '../support/random.ts';
import { builtFor, full, origin, pageAt, pointPages, sample, tried, unitsOf } from '../support/site.ts';
import { openTab } from '../support/tabs.ts';

const SELECTIONS = full ? 300 : 2;
/** --mark in light colours, which ::target-text wears. */
const MARK = [0xff, 0xe9, 0xa6];

/** A selection: so many characters of the page's units from one on, white space, numbers and references not counted. */
interface Selection {
  path: string;
  start: number;
  length: number;
}
interface Shared extends Selection {
  address: string;
  quote: string;
}

function selections(seed: number): Selection[] {
  const random = seeded(seed);
  return Array.from({ length: SELECTIONS }, () => {
    const page = pick(pointPages, random);
    const length = 4 + Math.floor(random() * 37);
    const all = unitsOf(page).reduce((sum, { text }) => sum + text.length, 0);
    return { path: page.path, length, start: Math.floor(random() * Math.max(1, all - length)) };
  }).sort((a, b) => a.path.localeCompare(b.path));
}

/**
 * Where numbers that engines read stand beside the words: the end of a title, the start of a paragraph, of a Latin one from before on, a
 * figure from its second character on; and between two paragraphs, where sources stand beside the second.
 */
function besideNumbers(): Selection[] {
  const placed = pointPages.flatMap((page) => {
    let passed = 0;
    return unitsOf(page).map(({ id, text }) => ({ path: page.path, id, text, start: (passed += text.length) - text.length }));
  });
  const latin = placed.find(({ id, text }) => /-\d+$/.test(id) && /^[a-z]/i.test(text));
  const cited = pageAt(tried.path).$('.para ~ .para:has(.ref)').attr('id');
  const ofOnePage = placed.filter(({ path }) => path === tried.path);
  return [
    ...(latin ? [{ path: latin.path, start: latin.start - 12, length: 13 }] : []),
    ...ofOnePage.flatMap(({ path, id, text, start }) => {
      if (id.endsWith('-t')) return [{ path, start: start + Math.max(0, text.length - 6), length: 6 }];
      if (/-f\d+$/.test(id)) return [{ path, start: start + 1, length: 10 }];
      if (id === cited) return [{ path, start: start - 6, length: 12 }];
      return id === tried.unit ? [{ path, start, length: 12 }] : [];
    }),
  ];
}

/** Selected words that stand beside each other in the window, in which of the selection's lines, and whether nothing covers them. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  line: number;
  seen: boolean;
}

/** Selects in the page and answers where the selected words stand in the window. */
function select(start: number, length: number): Box[] {
  const range = document.createRange();
  const boxes: Box[] = [];
  let passed = 0;
  const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node && passed < start + length; node = walker.nextNode() as Text | null) {
    if (!node.parentElement!.closest('[data-unit]') || node.parentElement!.closest('.pn, .ref')) continue;
    const part = document.createRange();
    part.selectNodeContents(node);
    const before = passed;
    for (let index = 0; index < node.data.length; index += 1) {
      if (/\s/.test(node.data[index]!)) continue;
      if (passed === start) for (const either of [range, part]) either.setStart(node, index);
      passed += 1;
      if (passed === start + length) for (const either of [range, part]) either.setEnd(node, index + 1);
    }
    if (passed <= start || passed === before) continue;
    for (const { left, top, right, bottom, width, height } of part.getClientRects()) {
      if (width <= 2 || height <= 2) continue;
      const last = boxes.at(-1);
      const line = !last ? 0 : left < last.left || top > (last.top + last.bottom) / 2 ? last.line + 1 : last.line;
      const seen = !!document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.closest('[data-unit]');
      boxes.push({ left, top, right, bottom, line, seen });
    }
  }
  getSelection()!.removeAllRanges();
  getSelection()!.addRange(range);
  return boxes;
}

/** Shares selections as a reader does, by the button beside them; the clipboard is a variable. */
async function share(tab: Tab, list: Selection[]): Promise<Shared[]> {
  const shared: Shared[] = [];
  let open = '';
  for (const selection of list) {
    if (open !== selection.path) await tab.open(origin + (open = selection.path));
    await tab.run(select, selection.start, selection.length);
    const text = await tab.run(async () => {
      const written = new Promise<string>((done) =>
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => done(text) } }),
      );
      for (let wait = 0; wait < 100; wait += 1) {
        const button = document.querySelector('quote-link:not([hidden]) button');
        if (button && customElements.get('quote-link')) {
          (button as HTMLElement).click();
          return written;
        }
        await new Promise((done) => setTimeout(done, 50));
      }
      return '';
    });
    const lines = text.split('\n');
    shared.push({ ...selection, address: lines.at(-1)!, quote: lines.slice(0, -2).join('\n') });
    await tab.run(() => getSelection()!.removeAllRanges());
  }
  return shared;
}

/** Waits until the page has scrolled and then stood still; Chromium looks for changed words until a while after loading. */
async function rest(): Promise<void> {
  let [still, last] = [0, -1];
  for (let wait = 0; wait < 60 && still < (scrollY ? 3 : 20); wait += 1) {
    await new Promise((done) => setTimeout(done, 50));
    still = scrollY === last ? still + 1 : 0;
    last = scrollY;
  }
}

/** Which part of a box of the window wears the colour of a found passage, by its pixels. */
async function marked(picture: Uint8Array, window: number, { left, top, right, bottom }: Box) {
  const image = sharp(picture);
  const { width = window } = await image.metadata();
  const scale = width / window;
  const area = {
    left: Math.ceil(left * scale),
    top: Math.ceil(top * scale),
    width: Math.floor((right - left) * scale),
    height: Math.floor((bottom - top) * scale),
  };
  const { data, info } = await image.extract(area).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let hits = 0;
  for (let at = 0; at < data.length; at += 3) if (MARK.every((value, channel) => Math.abs(data[at + channel]! - value) < 12)) hits += 1;
  return hits / (info.width * info.height);
}

/** Opens a shared link and answers what is wrong with where it leads. A busy engine marks the words a while after it has gone there. */
async function landsOnWords(tab: Tab, shared: Shared): Promise<string | undefined> {
  await tab.open(shared.address.replace(builtFor.slice(0, -1), origin));
  let fault: string | undefined;
  for (let look = 0; look < 4; look += 1) {
    await tab.run(() => getSelection()!.removeAllRanges());
    await tab.run(rest);
    fault = await faultIn(tab, shared);
    if (!fault) break;
  }
  return fault;
}

/**
 * What is wrong with where the words stand now. Their first and last line may hold but a character, or less than the engine's whole word.
 */
async function faultIn(tab: Tab, { start, length }: Shared): Promise<string | undefined> {
  const picture = await tab.picture();
  const boxes = await tab.run(select, start, length);
  const [width, height] = (await tab.run(() => [innerWidth, innerHeight])) as [number, number];
  const seen = boxes.filter(({ seen, left, top, right, bottom }) => seen && top >= 0 && bottom <= height && left >= 0 && right <= width);
  if (!seen.includes(boxes[0]!)) return `is not in view (${Math.round(boxes[0]?.top ?? NaN)} of ${height})`;
  const parts = await Promise.all(seen.map(async (box) => ({ line: box.line, part: await marked(picture, width, box) })));
  const inner = parts.filter(({ line }) => line > 0 && line < boxes.at(-1)!.line);
  if (Math.max(...parts.map(({ part }) => part)) > 0.15 && inner.every(({ part }) => part > 0.15)) return undefined;
  return `is not marked (${parts.map(({ line, part }) => `${line}: ${part.toFixed(2)}`).join()})`;
}

for (const name of engines) {
  let links: Promise<Shared[]> | undefined;
  const makeLinks = (tab: Tab): Promise<Shared[]> => (links ??= share(tab, [...besideNumbers(), ...selections(4)]));

  test(`a number and the panel do their work (${name})`, async (t) => {
    const tab = await openTab(t, name, 390, 844);
    const address = new URL(tried.there, builtFor).href;
    await tab.open(origin + tried.there);
    await tab.run(() => {
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: async (text: string) => void Object.assign(window, { copied: text }) },
      });
      return undefined;
    });
    await tab.run((unit) => document.querySelector<HTMLElement>(`#${unit} a.pn`)!.click(), tried.unit);
    const copied = (): Promise<string> => tab.run(() => (window as unknown as { copied: string }).copied);
    assert.equal(await copied(), `${address}#${tried.unit}`);
    assert.equal(await tab.run(() => location.hash), `#${tried.unit}`);
    await tab.run(() => document.querySelector<HTMLElement>('[data-share]')!.click());
    await tab.run(async () => {
      for (let wait = 0; wait < 60 && document.getElementById('share')!.hidden; wait += 1)
        await new Promise((done) => setTimeout(done, 50));
    });
    await tab.click('#share [data-copy=link]');
    assert.equal(await copied(), address);
  });

  test(`selected words are shared and found again (${name})`, async (t) => {
    const tab = await openTab(t, name, 1280, 900);
    const faults: string[] = [];
    for (const link of await makeLinks(tab)) {
      const lands = link.address.includes(':~:text=') ? await landsOnWords(tab, link) : 'has no text to find';
      const fault = hasSource(link) ? 'quotes a source' : lands;
      if (fault) faults.push(`${link.quote} ${decodeURIComponent(link.address)}: ${fault}`);
    }
    assert.deepEqual(faults, []);
  });

  test(`when the words have changed, a link to them leads to their paragraph (${name})`, async (t) => {
    const tab = await openTab(t, name, 1280, 900);
    const faults: string[] = [];
    const site = await changingSite(t);
    for (const link of sample(await makeLinks(tab), 2)) {
      site.change(link);
      const id = idOf(link);
      await tab.open(link.address.replace(builtFor.slice(0, -1), site.origin));
      await tab.run(rest);
      const { top, height } = await tab.run(
        (id: string) => ({ top: document.getElementById(id)!.getBoundingClientRect().top, height: innerHeight }),
        id,
      );
      if (top < -1 || top > height - 40) faults.push(`${link.address}: ${top} of ${height}`);
    }
    assert.deepEqual(faults, []);
  });
}

/** Whether a quotation brings a source along, which stands beside the text. */
const hasSource = ({ path, quote }: Shared): boolean =>
  pageAt(path)
    .$('.source-name')
    .toArray()
    .some((name) => quote.includes(load(name).text().trim()));

/** The unit that a shared link names beside its words. */
function idOf({ address }: Shared): string {
  return new URL(address).hash.slice(1).split(':~:')[0]!;
}

/** The site with one character changed, wherever the page has it, of the words by which the link that was named last is found. */
async function changingSite(t: TestContext): Promise<{ origin: string; change(link: Shared): void }> {
  let [path, html] = ['', ''];
  const server = createServer(async (request, response) => {
    if (request.url === path) return void response.setHeader('Content-Type', 'text/html;charset=utf-8').end(html);
    const answer = await fetch(origin + request.url);
    response.setHeader('Cache-Control', 'max-age=600');
    response.setHeader('Content-Type', answer.headers.get('Content-Type') ?? '').end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  t.after(() => void server.close());
  const change = (link: Shared): void => {
    const id = idOf(link);
    const page = load(pageAt(link.path).html);
    const text = page(`#${id}`).text();
    const parts =
      link.address
        .split(':~:text=')[1]
        ?.split(',')
        .filter((part) => !part.endsWith('-')) ?? [];
    const letters = [...decodeURIComponent(parts[0] ?? link.quote)].filter((one) => /[\p{L}\p{N}]/u.test(one));
    // A selection that begins with the mark at a unit's end is named by the words of the next.
    const within = letters.filter((one) => text.includes(one));
    const words = within.length ? within : letters;
    const before = page('main').text();
    // A title stands elsewhere too.
    page('main')
      .find('*')
      .contents()
      .each((_, node) => {
        if (node.type === 'text') node.data = node.data.replaceAll(words[Math.floor(words.length / 2)]!, '〇');
      });
    assert.notEqual(page('main').text(), before);
    [path, html] = [link.path, page.html()];
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, change };
}
